/// A filled document as the files of an OpenDocument package.
struct ODTDocument {
    /// Paths with their content, in the order in which they stand in the package.
    let files: [(path: String, bytes: [UInt8])]

    init(_ page: PageElement, _ properties: DocumentProperties) throws {
        var body = ODTBody()
        try body.write(page)
        try self.init(content: body.content(), pictures: body.pictures, properties)
    }

    init(
        content: [UInt8], pictures: [(path: String, bytes: [UInt8])] = [], _ properties: DocumentProperties
    ) throws {
        files =
            [
                ("content.xml", content),
                ("styles.xml", try ODTStyles.bytes(for: properties)),
                ("meta.xml", ODTMeta.bytes(for: properties)),
            ] + pictures
    }

    /// `META-INF/manifest.xml`, which names every file (OpenDocument 1.2, part 3, section 3.2).
    func manifest() -> [UInt8] {
        var manifest = ODF.begin("manifest:manifest", declaring: [ODF.manifest])
        manifest.set(" manifest:version=\"1.2\"")
        let entries =
            [("/", ODF.mediaType)] + files.map { ($0.path, $0.path.hasSuffix(".svg") ? "image/svg+xml" : "text/xml") }
        for (path, type) in entries {
            manifest.open("manifest:file-entry")
            manifest.set("manifest:full-path", to: path)
            if path == "/" { manifest.set(" manifest:version=\"1.2\"") }
            manifest.set("manifest:media-type", to: type)
            manifest.close("manifest:file-entry")
        }
        manifest.close("manifest:manifest")
        manifest.end()
        return manifest.bytes
    }
}
