import Shares

/// How documents look: rules that fetch nothing and cannot end the element that they stand in.
struct Stylesheet: Sendable {
    /// The element `style` with the rules.
    let html: Markup
    /// The classes that it has rules for.
    let classes: Set<String>

    /// Takes the file of that name. Throws a finding for each line with what may not stand in it: nothing can be escaped in a
    /// style element, and nothing may be fetched from elsewhere.
    init(_ name: String, _ bytes: [UInt8]?) throws(Findings) {
        guard let bytes, let text = String(validating: bytes, as: UTF8.self) else {
            throw Findings([
                .error("stylesheet-missing", at: .whole, "\(name): there is no such file in UTF-8.")
            ])
        }
        var findings = Findings()
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            for unwanted in ["<", "@import", "url(", "expression("] where line.lowercased().contains(unwanted) {
                findings.append(
                    .error(
                        "stylesheet-content", at: .line(index + 1, column: nil),
                        "\(name): “\(unwanted)” is not allowed in the stylesheet."))
            }
        }
        guard !findings.hasErrors else { throw findings }
        html = Markup(rules: text)
        classes = Self.classes(in: text)
    }

    /// Words after a full stop that begin with a letter: a number's decimals do not.
    private static func classes(in text: String) -> Set<String> {
        var classes: Set<String> = []
        for piece in text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).dropFirst() {
            let word = piece.prefix { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
                case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"): true
                default: false
                }
            }
            if let first = word.first, !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
                classes.insert(String(decoding: word, as: UTF8.self))
            }
        }
        return classes
    }
}
