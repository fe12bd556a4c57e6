internal import Shares

/// Makes register rows of the records of a native file.
struct NativeRows {
    private let header: RegisterHeader
    /// The field of each column; none where the model has no field for it.
    private let fields: [String?]

    init(_ header: RegisterHeader) {
        self.header = header
        fields = header.names.map { name in
            let key = SourceText.key(name)
            return RegisterRow.knownColumns.contains(key) ? key : nil
        }
    }

    func row(_ record: CSVRecord) -> RegisterRow {
        var row = RegisterRow(rows: [record.row], fields: [:])
        row.fields.reserveCapacity(fields.count)
        for (index, cell) in record.cells.enumerated() where !cell.isEmpty {
            let text = SourceText.withoutSpace(FormulaGuard.undone(in: cell))
            guard !text.isEmpty else { continue }
            if let field = fields[index] {
                row.fields[field] = text
            } else {
                row.other[header.names[index]] = text
            }
        }
        return row
    }
}
