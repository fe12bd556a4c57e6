import Shares

/// Statements that thousands of shares have in common, each held once.
struct RepeatedStatements {
    private var columns: [String: [Stated]] = [:]
    private var statements: [String: Stated] = [:]

    /// A column that is the same in many rows.
    mutating func column(_ text: String) -> [Stated] {
        if let held = columns[text] { return held }
        let statements = StatedColumn.statements(text)
        columns[text] = statements
        return statements
    }

    /// A column that differs from row to row, of statements that do not.
    mutating func each(_ text: String) -> [Stated] {
        StatedColumn.statements(text) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            if let held = statements[text] { return held }
            let statement = StatedColumn.statement(bytes)
            statements[text] = statement
            return statement
        }
    }
}
