/// Writes a tree of XHTML as HTML5 text, by our own rules, so that what a browser reads is what the tree says.
struct HTMLWriter {
    private(set) var text = ""
    private(set) var faults: [XMLFault] = []

    /// They have no end tag and nothing inside (HTML, section 13.1.2).
    private static let void: Set = [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
    ]
    /// A browser does not read their text as text, so escaping would not hold; and a document needs none of them.
    private static let refused: Set = [
        "iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp",
    ]

    mutating func write(_ element: XMLElement) {
        // HTML knows no upper case in names, and a browser would run `SCRIPT` as well.
        let name = element.name.lowercased()
        if Self.refused.contains(name) {
            faults.append(XMLFault("The element \(name) is not allowed.", line: element.line))
        }
        if !Self.isReadable(name) {
            faults.append(XMLFault("The element \(name) has no form in HTML.", line: element.line))
        }
        let content = element.content
        text += "<" + name
        for attribute in element.attributes { write(attribute, of: element) }
        text += ">"
        guard !Self.void.contains(name) else {
            if !content.isEmpty {
                faults.append(XMLFault("The element \(name) cannot contain anything.", line: element.line))
            }
            return
        }
        // A browser drops the first line end inside these.
        if ["pre", "textarea", "listing"].contains(name), case .text(let first)? = content.first,
            first.utf8.first == 0x0A
        {
            text += "\n"
        }
        for piece in content {
            switch piece {
            case .element(let child): write(child)
            case .text(let string): escape(string)
            }
        }
        text += "</" + name + ">"
    }

    private mutating func write(_ attribute: XMLAttribute, of element: XMLElement) {
        var name = attribute.name.lowercased()
        if let namespace = attribute.namespace {
            guard namespace.uri == XMLNamespace.xml.uri, name == "lang" else {
                faults.append(XMLFault("The attribute \(name) has no form in HTML.", line: element.line))
                return
            }
            // `lang` says the same, and no attribute may stand twice.
            guard element["lang"] == nil else { return }
            name = "lang"
        }
        if !Self.isReadable(name) {
            faults.append(XMLFault("The attribute \(name) has no form in HTML.", line: element.line))
        }
        if name.utf8.starts(with: "on".utf8) {
            faults.append(
                XMLFault("The attribute \(name) would be a script, which is not allowed.", line: element.line))
        }
        text += " " + name + "=\""
        escape(attribute.value)
        text += "\""
    }

    /// To a browser, what does not begin with an ASCII letter is no tag.
    private static func isReadable(_ name: String) -> Bool {
        name.utf8.allSatisfy { $0 < 0x80 } && (name.utf8.first.map { $0 >= 0x61 && $0 <= 0x7A } ?? false)
    }

    private mutating func escape(_ string: String) {
        let isPlain: Bool? = string.utf8.withContiguousStorageIfAvailable { bytes in
            bytes.allSatisfy {
                $0 > 0x3E || ($0 != 0x0D && $0 != 0x22 && $0 != 0x26 && $0 != 0x27 && $0 != 0x3C && $0 != 0x3E)
            }
        }
        if isPlain == true {
            text += string
            return
        }
        for scalar in string.unicodeScalars {
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "'": text += "&#39;"
            case "\r": text += "&#13;"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}

extension XMLTree {
    /// The document as HTML5 text with its DOCTYPE. Comments are left out; scripts, styles, attributes that are scripts and
    /// others that have no form in HTML are faults, all of which are thrown.
    package func html() throws(XMLFaults) -> String {
        try checkIsWhole()
        var writer = HTMLWriter()
        writer.write(root)
        guard writer.faults.isEmpty else { throw XMLFaults(writer.faults) }
        return "<!DOCTYPE html>\n" + writer.text + "\n"
    }
}
