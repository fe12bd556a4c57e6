/// `meta.xml`: what the document says of itself; nothing in it depends on when or where it was made.
enum ODTMeta {
    static func bytes(for properties: DocumentProperties) -> [UInt8] {
        var meta = ODF.begin("office:document-meta", declaring: [ODF.office, ODF.meta, ODF.dublinCore])
        meta.set(" office:version=\"1.2\"")
        meta.open("office:meta")
        meta.append("meta:generator", text: "Concordat")
        meta.append("dc:title", text: properties.title)
        meta.append("dc:subject", text: properties.reference)
        meta.append("meta:creation-date", text: properties.day + "T00:00:00")
        meta.append("dc:date", text: properties.day + "T00:00:00")
        meta.append("dc:language", text: properties.language)
        for (name, value) in [
            ("Classification", properties.marking), ("Ledger position", properties.ledgerPosition),
            ("Template digest", properties.templateDigest), ("Template version", properties.templateVersion),
        ] where !value.isEmpty {
            meta.open("meta:user-defined")
            meta.set("meta:name", to: name)
            meta.append(text: value)
            meta.close("meta:user-defined")
        }
        meta.close("office:meta")
        meta.close("office:document-meta")
        meta.end()
        return meta.bytes
    }
}
