internal import Shares

/// The first row of a register file, checked against what the file must have.
struct RegisterHeader {
    /// Columns without which no row comes in.
    static let required = ["reference", "title", "provider", "recipient"]

    /// As the file has them; `column 3` where the file names none.
    let names: [String]
    /// By `SourceText.key` of the name.
    let positions: [String: Int]

    private init(_ record: CSVRecord, notes: inout Findings) {
        var names: [String] = []
        var positions: [String: Int] = [:]
        for (index, cell) in record.cells.enumerated() {
            let stated = SourceText.tidied(cell)
            let found = ForbiddenCharacters.first(in: stated)
            let name = stated.isEmpty || found != nil ? "column \(index + 1)" : stated
            if let found {
                notes.append(
                    .error(
                        "forbidden-character", at: .cell(row: record.row, column: name),
                        "The column's name holds the character \(found), which no name may hold."))
            }
            if positions.updateValue(index, forKey: SourceText.key(name)) != nil {
                notes.append(
                    .error(
                        "column-twice", at: .cell(row: record.row, column: SourceText.shown(name)),
                        "Two columns are called “\(SourceText.shown(name))”."))
            }
            names.append(name)
        }
        self.names = names
        self.positions = positions
    }

    /// The header of the native register: any order, names in any case, and the names of all fields beside the 17
    /// columns.
    static func native(_ record: CSVRecord, notes: inout Findings) -> RegisterHeader? {
        let header = RegisterHeader(record, notes: &notes)
        let keys = header.names.map(SourceText.key)
        guard keys.contains(where: RegisterRow.knownColumns.contains) else {
            notes.append(
                .error(
                    "header-missing", at: .cell(row: record.row, column: nil),
                    "No cell of the first row is the name of a column: the file must begin with the header "
                        + "reference,title,provider,recipient,…, or be read with a mapping."))
            return nil
        }
        for name in required where !keys.contains(name) {
            notes.append(
                .error(
                    "column-missing", at: .cell(row: record.row, column: name),
                    "The header has no column \(name)."))
        }
        for (name, key) in zip(header.names, keys) where !RegisterRow.knownColumns.contains(key) {
            notes.append(
                .warning(
                    "unknown-column", at: .cell(row: record.row, column: SourceText.shown(name)),
                    "The register has no column “\(SourceText.shown(name))”: what it holds is kept beside the fields."))
        }
        return notes.hasErrors ? nil : header
    }

    /// The header of a file that a mapping is for: it must have every column that the mapping uses.
    static func mapped(_ record: CSVRecord, by mapping: RegisterMapping, notes: inout Findings) -> RegisterHeader? {
        let header = RegisterHeader(record, notes: &notes)
        for name in mapping.neededColumns.sorted() where header.positions[SourceText.key(name)] == nil {
            notes.append(
                .error(
                    "column-missing", at: .cell(row: record.row, column: SourceText.shown(name)),
                    "The header has no column “\(SourceText.shown(name))”, which the mapping \(mapping.name) uses."))
        }
        return notes.hasErrors ? nil : header
    }
}
