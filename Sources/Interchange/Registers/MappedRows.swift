internal import Shares

/// Makes register rows of the records of another body's file, one for each, as its mapping says.
struct MappedRows {
    private let mapping: RegisterMapping
    private let header: RegisterHeader
    /// What becomes of each column of the file; none where it is kept beside the fields.
    private let columns: [RegisterMapping.Column?]
    private let isIgnored: [Bool]

    init(_ mapping: RegisterMapping, _ header: RegisterHeader) {
        self.mapping = mapping
        self.header = header
        let byKey = Dictionary(
            mapping.columns.map { (SourceText.key($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
        let ignored = Set(mapping.ignored.map(SourceText.key))
        columns = header.names.map { byKey[SourceText.key($0)] }
        isIgnored = header.names.map { ignored.contains(SourceText.key($0)) }
    }

    /// The row, and warnings of what was taken from elsewhere than the mapping's first choice.
    func row(_ record: CSVRecord) -> (row: RegisterRow, findings: Findings) {
        let cells = record.cells.map(SourceText.withoutSpace)
        var row = RegisterRow(rows: [record.row], fields: [:])
        var findings = Findings()
        for (index, text) in cells.enumerated() where !text.isEmpty && !isIgnored[index] {
            guard let column = columns[index] else {
                row.other[header.names[index]] = text
                continue
            }
            let (native, losesWords) = Self.native(text, column)
            if native == nil || losesWords { row.other[header.names[index]] = text }
            guard let native, !native.isEmpty else { continue }
            if let before = row.fields[column.field] {
                row.fields[column.field] = before + (column.join ?? " ") + native
            } else {
                row.fields[column.field] = native
                row.columnNames[column.field] = header.names[index]
            }
        }
        fillFromFallbacks(&row, cells, &findings)
        for (field, composition) in mapping.compositions where row.fields[field] == nil {
            let text = composition.text { cell($0, in: cells) }
            if !text.isEmpty { row.fields[field] = text }
        }
        setConstants(&row)
        return (row, findings)
    }

    /// The text as the native register has it, and whether words of the source are lost in it; nil where the value table
    /// does not list it and the mapping leaves such texts.
    static func native(_ text: String, _ column: RegisterMapping.Column) -> (text: String?, losesWords: Bool) {
        let parts = column.split?.values(of: text) ?? [text]
        var losesWords = column.split == .bullets && parts != [text]
        var natives: [String] = []
        for part in parts {
            if let meaning = column.values[SourceText.key(part)] {
                losesWords = true
                if !meaning.isEmpty { natives.append(column.prefix + meaning) }
            } else if column.leavesUnlisted {
                return (nil, false)
            } else {
                natives.append(column.prefix + (column.split == nil ? part : SplitPattern.native(part)))
            }
        }
        return (natives.joined(separator: "; "), losesWords)
    }

    /// In the order of the fields' names; a column serves one field of a row, so that no body becomes both sides of a
    /// share.
    private func fillFromFallbacks(_ row: inout RegisterRow, _ cells: [String], _ findings: inout Findings) {
        var used: Set<String> = []
        for (field, names) in mapping.fallbacks.sorted(by: { $0.key < $1.key }) where row.fields[field] == nil {
            guard let name = names.first(where: { !used.contains($0) && !cell($0, in: cells).isEmpty }) else {
                continue
            }
            used.insert(name)
            row.fields[field] = cell(name, in: cells)
            row.columnNames[field] = name
            findings.append(
                .warning(
                    "fallback-used", at: .cell(row: row.firstRow, column: name),
                    "The \(field) is not stated where the register has it: it is taken from \(name)."))
        }
    }

    private func setConstants(_ row: inout RegisterRow) {
        for (field, constant) in mapping.constants {
            guard let stated = row.fields[field] else {
                row.fields[field] = constant.text
                continue
            }
            guard constant.always, stated != constant.text else { continue }
            if let name = row.columnNames[field] { row.other[name] = row.other[name] ?? stated }
            row.fields[field] = constant.text
        }
    }

    /// The text of the column that rows of one share have in common.
    func groupKey(_ record: CSVRecord) -> String? {
        guard let grouping = mapping.grouping else { return nil }
        return SourceText.tidied(cell(grouping.column, in: record.cells)).nonEmpty
    }

    func name(of column: String) -> String {
        header.positions[SourceText.key(column)].map { header.names[$0] } ?? column
    }

    private func cell(_ column: String, in cells: [String]) -> String {
        header.positions[SourceText.key(column)].map { cells[$0] } ?? ""
    }
}
