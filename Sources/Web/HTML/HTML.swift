/// Markup that can be sent as it stands, because every text in it was escaped on the way in.
///
/// There is no way from a `String` to markup: text is escaped, elements and attributes have closed lists of names. The
/// two exceptions are in this file and take no text from outside.
package struct HTML: Hashable, Sendable {
    private(set) var bytes: [UInt8]

    package init() { bytes = [] }

    /// A text, escaped; the same in an element as in an attribute.
    package init(text: String) {
        bytes = []
        bytes.reserveCapacity(text.utf8.count + 16)
        HTML.escape(text, into: &bytes)
    }

    /// An element with its content between its tags; a void element has no content and no end tag.
    init(_ element: Element, _ attributes: [Attribute], content: HTML) {
        bytes = []
        bytes.reserveCapacity(content.bytes.count + attributes.reduce(64) { $0 + 32 + ($1.value?.utf8.count ?? 0) })
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: element.rawValue.utf8)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: attribute.name.utf8)
            guard let value = attribute.value else { continue }
            bytes.append(contentsOf: [UInt8(ascii: "="), UInt8(ascii: "\"")])
            HTML.escape(value, into: &bytes)
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
        if !element.isVoid {
            bytes.append(contentsOf: content.bytes)
            bytes.append(contentsOf: [UInt8(ascii: "<"), UInt8(ascii: "/")])
            bytes.append(contentsOf: element.rawValue.utf8)
            bytes.append(UInt8(ascii: ">"))
        }
        if element.isBlock { bytes.append(0x0A) }
    }

    package mutating func append(_ other: HTML) { bytes.append(contentsOf: other.bytes) }

    /// Room for so many bytes in all.
    mutating func reserve(_ size: Int) { bytes.reserveCapacity(size) }

    /// As text, for files and tests.
    package var text: String { String(decoding: bytes, as: UTF8.self) }

    // MARK: - Markup that is not made of elements

    /// The declaration that every page begins with.
    static let doctype = HTML(trusted: "<!DOCTYPE html>\n")

    /// A drawing by one of our own printers, which escape every text themselves.
    init(drawing: Drawing) { self.init(trusted: drawing.markup) }

    /// A style sheet of ours for a page that is kept as a file and cannot fetch one.
    init(style: Stylesheet) { self.init(trusted: "<style>\(style.text)</style>\n") }

    private init(trusted: String) { bytes = Array(trusted.utf8) }
}

extension HTML {
    /// Works on bytes: all that is special in HTML is ASCII, and no byte of a longer UTF-8 sequence is. A combining mark
    /// after a quotation mark therefore changes nothing, as it would on characters.
    private static func escape(_ text: String, into bytes: inout [UInt8]) {
        var text = text
        text.withUTF8 { source in
            // What needs no escape is copied in one piece.
            var copied = 0
            var index = 0
            while index < source.count {
                guard let (replacement, length) = replacement(at: index, in: source) else {
                    index += 1
                    continue
                }
                bytes.append(contentsOf: source[copied..<index])
                bytes.append(contentsOf: replacement.utf8)
                index += length
                copied = index
            }
            bytes.append(contentsOf: source[copied...])
        }
    }

    /// What stands for the character that begins at a byte, and its length in bytes; nil where it stands for itself.
    private static func replacement(at index: Int, in source: UnsafeBufferPointer<UInt8>) -> (String, Int)? {
        switch source[index] {
        case UInt8(ascii: "&"): ("&amp;", 1)
        case UInt8(ascii: "<"): ("&lt;", 1)
        case UInt8(ascii: ">"): ("&gt;", 1)
        case UInt8(ascii: "\""): ("&quot;", 1)
        case UInt8(ascii: "'"): ("&#39;", 1)
        case 0x09, 0x0A, 0x0D: nil
        // Control characters are not allowed in HTML, as C0, DEL or C1 (which are C2 80 to C2 9F).
        case 0x00..<0x20, 0x7F: ("\u{FFFD}", 1)
        case 0xC2 where index + 1 < source.count && source[index + 1] < 0xA0: ("\u{FFFD}", 2)
        default: nil
        }
    }
}
