import XMLTrees

/// A filled document as the files of an OpenDocument package.
struct ODTDocument {
    /// Paths with their content, in the order in which they stand in the package.
    let files: [(path: String, bytes: [UInt8])]

    init(source: [UInt8], properties: DocumentProperties) throws {
        let page = try XMLTree.parse(source, limits: .own)
        var body = try ODTBody()
        try body.write(page)
        try self.init(content: body.content, pictures: body.pictures, properties)
    }

    init(
        content: XMLTree, pictures: [(path: String, bytes: [UInt8])] = [], _ properties: DocumentProperties
    ) throws {
        files =
            [
                ("content.xml", try content.serialised()),
                ("styles.xml", try ODTStyles.bytes(for: properties)),
                ("meta.xml", try ODTMeta.bytes(for: properties)),
            ] + pictures
    }

    /// `META-INF/manifest.xml`, which names every file (OpenDocument 1.2, part 3, section 3.2).
    func manifest() throws(XMLFaults) -> [UInt8] {
        let tree = try ODF.document("manifest", ODF.manifest, declaring: [])
        let entries =
            [("/", ODF.mediaType)] + files.map { ($0.path, $0.path.hasSuffix(".svg") ? "image/svg+xml" : "text/xml") }
        for (path, type) in entries {
            let entry = tree.root.append("file-entry")
            entry.set("full-path", in: ODF.manifest, to: path)
            if path == "/" { entry.set("version", in: ODF.manifest, to: ODF.version) }
            entry.set("media-type", in: ODF.manifest, to: type)
        }
        return try tree.serialised()
    }
}
