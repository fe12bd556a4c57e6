import Redundancy
import Shares

extension LabelledPortfolio {
    /// The register, as a native CSV file.
    var csv: String {
        let header = RegisterRow.nativeColumns.joined(separator: ",")
        let lines = rows.map { row in
            RegisterRow.nativeColumns.map { Self.quoted(row[$0] ?? "") }.joined(separator: ",")
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    /// The true pairs: `share_a,share_b,kind`.
    var truthCSV: String {
        let lines = truth.map { "\($0.a),\($0.b),\($0.kind.rawValue)" }
        return (["share_a,share_b,kind"] + lines).joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

/// Reads what `LabelledPortfolio` writes: one record a line, quotes doubled within quotes.
enum LabelledCSV {
    static func rows(_ text: String) -> [[String: String]] {
        let lines = text.split(separator: "\n").map { fields(of: $0) }
        guard let header = lines.first else { return [] }
        return lines.dropFirst().map { Dictionary(zip(header, $0), uniquingKeysWith: { first, _ in first }) }
    }

    private static func fields(of line: Substring) -> [String] {
        var fields: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var wasQuote = false
        for byte in line.utf8 {
            if byte == UInt8(ascii: "\"") {
                if isQuoted { wasQuote = true } else if wasQuote { field.append(byte) }
                isQuoted.toggle()
                continue
            }
            wasQuote = false
            if byte == UInt8(ascii: ","), !isQuoted {
                fields.append(String(decoding: field, as: UTF8.self))
                field = []
            } else {
                field.append(byte)
            }
        }
        fields.append(String(decoding: field, as: UTF8.self))
        return fields
    }
}
