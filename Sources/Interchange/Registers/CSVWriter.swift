/// Writes rows as RFC 4180 has them, in UTF-8, guarded against formulas; with LF at the end of each where nothing else is
/// asked for.
package enum CSVWriter {
    /// The row as one line, its line end included.
    package static func line(_ cells: [String], delimiter: UInt8 = UInt8(ascii: ","), end: String = "\n") -> String {
        var line = ""
        for (index, cell) in cells.enumerated() {
            if index > 0 { line.unicodeScalars.append(Unicode.Scalar(delimiter)) }
            let text = FormulaGuard.applied(to: cell)
            line += needsQuotes(text, delimiter, isAlone: cells.count == 1) ? quoted(text) : text
        }
        return line + end
    }

    /// An empty cell that is alone in its row would be a blank line; spaces at an end are lost by some readers.
    private static func needsQuotes(_ text: String, _ delimiter: UInt8, isAlone: Bool) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last else { return isAlone }
        if first == UInt8(ascii: " ") || last == UInt8(ascii: " ") { return true }
        return text.utf8.contains {
            $0 == delimiter || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r")
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = String.UnicodeScalarView("\"".unicodeScalars)
        for scalar in text.unicodeScalars {
            if scalar == "\"" { quoted.append(scalar) }
            quoted.append(scalar)
        }
        quoted.append("\"")
        return String(quoted)
    }
}
