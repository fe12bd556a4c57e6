import Shares

/// Statements in one text column: `text U+001F term`, between them U+001E; neither may stand in a field.
enum StatedColumn {
    static func text(_ statements: [Stated]) -> String {
        statements.map { $0.text + "\u{1F}" + ($0.term ?? "") }.joined(separator: "\u{1E}")
    }

    static func statements(_ column: String) -> [Stated] {
        guard !column.isEmpty else { return [] }
        return column.utf8.split(separator: 0x1E, omittingEmptySubsequences: false).map { part in
            let pieces = part.split(separator: 0x1F, maxSplits: 1, omittingEmptySubsequences: false)
            let term = pieces.count > 1 ? String(decoding: pieces[1], as: UTF8.self) : ""
            return Stated(String(decoding: pieces[0], as: UTF8.self), term: term.isEmpty ? nil : term)
        }
    }
}
