/// The name of a bar on as many as two lines, none of which leaves the picture.
enum ChartLabel {
    private static let most = 2

    /// - Parameter width: of a line, in thousandths of the height of the letters.
    static func lines(_ name: String, width: Int) -> [String] {
        var lines: [String] = []
        for word in name.split(separator: " ") {
            let longer = lines.last.map { "\($0) \(word)" }
            if let longer, measure(longer) <= width || lines.count == most {
                lines[lines.count - 1] = longer
            } else {
                lines.append(String(word))
            }
        }
        return lines.map { shortened($0, width: width) }
    }

    private static func shortened(_ line: String, width: Int) -> String {
        guard measure(line) > width else { return line }
        var left = width - measure("…")
        let kept = line.prefix { letter in
            left -= measure(String(letter))
            return left >= 0
        }
        return kept + "…"
    }

    /// As wide as the letters of Liberation Sans and Arial are, or somewhat wider.
    static func measure(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    }

    private static func width(of letter: Unicode.Scalar) -> Int {
        switch letter {
        case "i", "j", "l", "I", ".", ",", ":", ";", "!", "'", "|", " ", "/", "f", "t", "’": 285
        case "r", "-", "(", ")", "[", "]": 340
        case "m", "w", "M", "W", "@", "%", "…": 1020
        case "A"..."Z", "&": 780
        case " "..."~": 590
        // Letters of other scripts may be as wide as they are high.
        default: 1000
        }
    }
}
