import XMLTrees

/// The namespaces of OpenDocument 1.2 with their usual prefixes.
enum ODF {
    static let office = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:office:1.0", prefix: "office")
    static let text = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:text:1.0", prefix: "text")
    static let table = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:table:1.0", prefix: "table")
    static let style = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:style:1.0", prefix: "style")
    static let fo = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", prefix: "fo")
    static let meta = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:meta:1.0", prefix: "meta")
    static let manifest = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:manifest:1.0", prefix: "manifest")
    static let dublinCore = XMLNamespace("http://purl.org/dc/elements/1.1/", prefix: "dc")
    static let drawing = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", prefix: "draw")
    static let svg = XMLNamespace("urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", prefix: "svg")
    static let link = XMLNamespace("http://www.w3.org/1999/xlink", prefix: "xlink")

    static let version = "1.2"
    static let mediaType = "application/vnd.oasis.opendocument.text"

    /// A document of that root with its namespaces declared once, at the top.
    static func document(_ root: String, _ namespace: XMLNamespace, declaring others: [XMLNamespace]) throws(XMLFaults)
        -> XMLTree
    {
        let tree = try XMLTree(root: root, namespace: namespace)
        for other in [namespace] + others { tree.root.declare(other) }
        tree.root.set("version", in: namespace, to: version)
        return tree
    }

    /// Begins a document of that root with its namespaces declared once, at the top.
    static func begin(_ root: StaticString, declaring namespaces: [XMLNamespace]) -> XMLMarkup {
        var document = XMLMarkup()
        document.declare()
        document.open(root)
        for namespace in namespaces { document.declare(namespace) }
        return document
    }
}
