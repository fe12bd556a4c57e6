import Shares

/// How documents look: rules that fetch nothing and cannot end the element that they stand in.
struct Stylesheet: Sendable {
    /// The element `style` with the rules.
    let html: Markup

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
    }
}
