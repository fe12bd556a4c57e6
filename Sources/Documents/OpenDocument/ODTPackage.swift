/// The zip file that an OpenDocument text is, byte for byte the same for the same document.
///
/// `mimetype` stands first, stored and without an extra field, so that its bytes are at a place that programs know
/// (OpenDocument 1.2, part 3, section 3.3).
enum ODTPackage {
    static func bytes(of document: ODTDocument) throws -> [UInt8] {
        let entries =
            [("mimetype", Array(ODF.mediaType.utf8))] + document.files.map { ($0.path, $0.bytes) }
            + [("META-INF/manifest.xml", document.manifest())]
        return try ZipArchive.bytes(of: entries, stored: ["mimetype"])
    }
}
