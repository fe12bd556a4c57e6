/// Bytes of HTML or XML in which every text was escaped on its way in.
///
/// There is no way from a `String` to markup but for a stylesheet's rules: names and the rest of the markup are words of this
/// program's own source, and text is escaped. What XML 1.0 cannot hold (section 2.2, `Char`) becomes U+FFFD.
struct Markup: Hashable, Sendable {
    private(set) var bytes: [UInt8] = []

    /// What has to be written otherwise, and how.
    enum Escaping {
        /// HTML, in an element as in an attribute.
        case html
        case xmlText
        case xmlAttribute
    }

    init() {}

    /// A style element with rules that a `Stylesheet` has looked through: a text in which nothing can be escaped.
    init(rules: String) {
        bytes = Array("<style>\n\(rules)</style>\n".utf8)
    }

    mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

    mutating func append(_ other: Markup) { bytes.append(contentsOf: other.bytes) }

    mutating func append(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    mutating func append(_ name: PageTag.Name) { bytes.append(contentsOf: name.rawValue.utf8) }

    mutating func append(_ name: PageTag.AttributeName) { bytes.append(contentsOf: name.rawValue.utf8) }

    mutating func append(text: String, as escaping: Escaping) {
        var text = text
        text.withUTF8 { append(text: $0, as: escaping) }
    }

    mutating func append(text: PageText, as escaping: Escaping) {
        if text.isPlain { bytes.append(contentsOf: text.string.utf8) } else { append(text: text.string, as: escaping) }
    }

    /// - Parameters:
    ///   - text: UTF-8, whole scalars. All that is special is ASCII, and no byte of a longer sequence is.
    ///   - isPlain: whether a `PageText` that it is of found that it stands for itself in every form.
    mutating func append(text: UnsafeBufferPointer<UInt8>, isPlain: Bool = false, as escaping: Escaping) {
        if isPlain { return bytes.append(contentsOf: text) }
        var start = 0
        for place in 0..<text.count {
            let byte = text[place]
            if byte > 0x3E && byte != 0xEF { continue }
            if byte == 0xEF {
                // U+FFFE and U+FFFF.
                guard text[place + 1] == 0xBF, text[place + 2] >= 0xBE else { continue }
                bytes.append(contentsOf: text[start..<place])
                append("\u{FFFD}")
                start = place + 3
            } else if let escaped = escaping.form(of: byte) {
                bytes.append(contentsOf: text[start..<place])
                append(escaped)
                start = place + 1
            }
        }
        bytes.append(contentsOf: text[start...])
    }
}

extension Markup.Escaping {
    /// Nil where the byte stands for itself.
    fileprivate func form(of byte: UInt8) -> StaticString? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): self == .xmlText ? nil : "&quot;"
        case UInt8(ascii: "'"): self == .html ? "&#39;" : nil
        case 0x0D: "&#13;"
        // A reader of XML would make spaces of these in an attribute.
        case 0x09: self == .xmlAttribute ? "&#9;" : nil
        case 0x0A: self == .xmlAttribute ? "&#10;" : nil
        case 0x00..<0x20: "\u{FFFD}"
        default: nil
        }
    }
}
