import Shares

/// Statements in one text column: `text U+001F term`, between them U+001E; neither may stand in a field.
enum StatedColumn {
    static func text(_ statements: [Stated]) -> String {
        statements.map { $0.text + "\u{1F}" + ($0.term ?? "") }.joined(separator: "\u{1E}")
    }

    static func statements(_ column: String) -> [Stated] { statements(column) { statement($0) } }

    /// `read`: what is made of the bytes of each.
    static func statements(_ column: String, read: (Slice<UnsafeBufferPointer<UInt8>>) -> Stated) -> [Stated] {
        var column = column
        return column.withUTF8 { bytes in
            guard !bytes.isEmpty else { return [] }
            var statements: [Stated] = []
            var start = 0
            for end in 0...bytes.count where end == bytes.count || bytes[end] == 0x1E {
                statements.append(read(bytes[start..<end]))
                start = end + 1
            }
            return statements
        }
    }

    static func statement(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Stated {
        guard let mark = bytes.firstIndex(of: 0x1F) else { return Stated(String(decoding: bytes, as: UTF8.self)) }
        let term = bytes[(mark + 1)...]
        return Stated(
            String(decoding: bytes[..<mark], as: UTF8.self),
            term: term.isEmpty ? nil : String(decoding: term, as: UTF8.self))
    }
}
