import XMLTrees

/// XML as it is written from beginning to end: elements open and close around each other.
struct XMLMarkup: Sendable {
    private var written = Markup()
    /// Whether the start of an element still lacks its end: attributes may follow.
    private var isInTag = false

    var bytes: [UInt8] { written.bytes }

    mutating func reserve(_ count: Int) { written.reserve(count) }

    /// The declaration with which a document begins.
    mutating func declare() { written.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }

    /// Ends a document in a line end.
    mutating func end() { written.append("\n") }

    mutating func open(_ name: StaticString) {
        endTag()
        written.append("<")
        written.append(name)
        isInTag = true
    }

    /// An attribute of the element that was opened last.
    mutating func set(_ name: StaticString, to value: String) {
        written.append(" ")
        written.append(name)
        written.append("=\"")
        written.append(text: value, as: .xmlAttribute)
        written.append("\"")
    }

    /// Declares a namespace on the element that was opened last.
    mutating func declare(_ namespace: XMLNamespace) {
        written.append(" xmlns:")
        written.append(text: namespace.prefix ?? "", as: .xmlAttribute)
        written.append("=\"")
        written.append(text: namespace.uri, as: .xmlAttribute)
        written.append("\"")
    }

    /// An attribute, or several, as this program's source has them: ` text:style-name="Note"`.
    mutating func set(_ literal: StaticString) { written.append(literal) }

    mutating func close(_ name: StaticString) {
        if isInTag {
            written.append("/>")
            isInTag = false
        } else {
            written.append("</")
            written.append(name)
            written.append(">")
        }
    }

    /// A whole element with nothing but text.
    mutating func append(_ name: StaticString, text: String) {
        open(name)
        append(text: text)
        close(name)
    }

    mutating func append(text: String) {
        if text.isEmpty { return }
        endTag()
        written.append(text: text, as: .xmlText)
    }

    /// - Parameter isPlain: whether a `PageText` that it is of found that nothing in it has to be escaped.
    mutating func append(text: UnsafeBufferPointer<UInt8>, isPlain: Bool) {
        if text.isEmpty { return }
        endTag()
        written.append(text: text, isPlain: isPlain, as: .xmlText)
    }

    /// Whole elements, complete in themselves.
    mutating func append(_ other: XMLMarkup) {
        if other.written.bytes.isEmpty { return }
        endTag()
        written.append(other.written)
    }

    /// Whole elements as this program's source has them.
    mutating func append(_ literal: StaticString) {
        endTag()
        written.append(literal)
    }

    private mutating func endTag() {
        if isInTag {
            written.append(">")
            isInTag = false
        }
    }
}
