/// Writes cells as CSV (RFC 4180, with lines that end in a single line feed).
package enum SampleCSV {
    /// Appends the cells and the end of the line.
    package static func append(_ cells: [String], to bytes: inout [UInt8]) {
        var isFirst = true
        for cell in cells {
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            append(cell, to: &bytes)
        }
        bytes.append(UInt8(ascii: "\n"))
    }

    private static func append(_ cell: String, to bytes: inout [UInt8]) {
        var cell = cell
        cell.withUTF8 { text in
            guard text.contains(where: needsQuotes) else { return bytes.append(contentsOf: text) }
            bytes.append(UInt8(ascii: "\""))
            for byte in text {
                if byte == UInt8(ascii: "\"") { bytes.append(byte) }
                bytes.append(byte)
            }
            bytes.append(UInt8(ascii: "\""))
        }
    }

    private static func needsQuotes(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
            || byte == UInt8(ascii: "\r")
    }
}
