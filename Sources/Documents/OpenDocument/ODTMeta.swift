import XMLTrees

/// `meta.xml`: what the document says of itself; nothing in it depends on when or where it was made.
enum ODTMeta {
    static func bytes(for properties: DocumentProperties) throws(XMLFaults) -> [UInt8] {
        let tree = try ODF.document("document-meta", ODF.office, declaring: [ODF.meta, ODF.dublinCore])
        let meta = tree.root.append("meta")
        meta.append("generator", namespace: ODF.meta, text: "Concordat")
        meta.append("title", namespace: ODF.dublinCore, text: properties.title)
        meta.append("subject", namespace: ODF.dublinCore, text: properties.reference)
        meta.append("creation-date", namespace: ODF.meta, text: properties.day + "T00:00:00")
        meta.append("date", namespace: ODF.dublinCore, text: properties.day + "T00:00:00")
        meta.append("language", namespace: ODF.dublinCore, text: properties.language)
        for (name, value) in [
            ("Classification", properties.marking), ("Ledger position", properties.ledgerPosition),
            ("Template digest", properties.templateDigest), ("Template version", properties.templateVersion),
        ] where !value.isEmpty {
            meta.append("user-defined", namespace: ODF.meta, text: value).set("name", in: ODF.meta, to: name)
        }
        return try tree.serialised()
    }
}
