internal import Shares

/// Gathers the rows of each share, wherever in the file they stand, and keeps of them what the share needs.
struct RowGroups {
    private let grouping: RegisterMapping.Grouping
    private var groups: [Group] = []
    private var positions: [String: Int] = [:]

    private struct Group {
        var rows: [Int] = []
        var columnNames: [String: String] = [:]
        var fields: [String: DistinctTexts] = [:]
        var other: [String: DistinctTexts] = [:]
    }

    /// Texts in the order in which they first came, each once.
    private struct DistinctTexts {
        private(set) var all: [String] = []
        private var seen: Set<[UInt8]> = []

        mutating func add(_ text: String) {
            if seen.insert(Array(text.utf8)).inserted { all.append(text) }
        }
    }

    init(_ grouping: RegisterMapping.Grouping) {
        self.grouping = grouping
    }

    mutating func add(_ row: RegisterRow, key: String) {
        let position = positions[key] ?? groups.count
        if position == groups.count {
            positions[key] = position
            groups.append(Group())
        }
        groups[position].rows += row.rows
        groups[position].columnNames.merge(row.columnNames) { first, _ in first }
        for (field, text) in row.fields {
            let values = grouping.each[field] == .all ? text.values : [text]
            for value in values { groups[position].fields[field, default: DistinctTexts()].add(value) }
        }
        for (name, text) in row.other { groups[position].other[name, default: DistinctTexts()].add(text) }
    }

    /// The shares in the order in which the file first names them, each with warnings where its rows differ.
    func forEach(_ body: (RegisterRow, Findings) throws -> Void) rethrows {
        for group in groups {
            var findings = Findings()
            let row = self.row(of: group, &findings)
            try body(row, findings)
        }
    }

    private func row(of group: Group, _ findings: inout Findings) -> RegisterRow {
        var row = RegisterRow(rows: group.rows, fields: [:], columnNames: group.columnNames)
        row.other = group.other.mapValues { $0.all.joined(separator: "; ") }
        for (field, texts) in group.fields.sorted(by: { $0.key < $1.key }) {
            guard grouping.each[field] != .all else {
                row.fields[field] = texts.all.joined(separator: "; ")
                continue
            }
            let taken = texts.all.first ?? ""
            row.fields[field] = taken
            guard texts.all.count > 1 else { continue }
            let name = group.columnNames[field] ?? field
            if row.other[name] == nil { row.other[name] = texts.all.joined(separator: "; ") }
            let others = texts.all.dropFirst().prefix(3).map { "“\(SourceText.shown($0))”" }.joined(separator: ", ")
            let more = texts.all.count > 4 ? " and \(texts.all.count - 4) more" : ""
            findings.append(
                .warning(
                    "rows-differ", at: row.place(of: field),
                    "The \(group.rows.count) rows of this share differ in \(field): “\(SourceText.shown(taken))” is "
                        + "taken, \(others)\(more) is kept beside it."))
        }
        return row
    }
}
