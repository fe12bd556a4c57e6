/// A namespace, and the prefix that a document is to use for it where that prefix is free.
package struct XMLNamespace: Hashable, Sendable {
    package let uri: String
    /// Nil for the default namespace.
    package let prefix: String?

    package init(_ uri: String, prefix: String? = nil) {
        self.uri = XMLText.allowed(uri).text
        self.prefix = prefix.map(XMLText.name)
    }

    /// As it was read, with whatever prefix the document has.
    init(parsedURI uri: String, prefix: String?) {
        self.uri = uri
        self.prefix = prefix
    }

    package static let xhtml = XMLNamespace("http://www.w3.org/1999/xhtml")
    /// The namespace of `xml:lang`, which every document has without declaring it.
    package static let xml = XMLNamespace("http://www.w3.org/XML/1998/namespace", prefix: "xml")
}
