package import Shares

/// A register as a file: the native CSV, or another body's table with the mapping that says how to read it.
package struct RegisterFile: Sendable {
    /// What the file as a file gave, beside its rows.
    package struct Outcome: Sendable {
        /// Faults of the file, of its header and of rows that could not be made; what a row means is not judged here.
        package var findings = Findings()
        /// Rows of the file below the header, faulty and empty ones included.
        package var records = 0
    }

    /// More values in one field are taken for a mistake.
    package static let itemLimit = 5000

    private let mapping: RegisterMapping?
    private let limits: CSVLimits

    package init(mapping: RegisterMapping? = nil, limits: CSVLimits = .standard) {
        self.mapping = mapping
        self.limits = limits
    }

    /// Gives each row to `body` as soon as it is read; with a mapping that groups rows, all at the end.
    ///
    /// `nextChunk` gives the file's bytes in pieces and nothing at its end. Every row of the file is in a row given to
    /// `body` or is named in a finding. Throws only what `nextChunk` and `body` throw.
    package func read(
        from nextChunk: @escaping () throws -> [UInt8]?, forEach body: (RegisterRow) throws -> Void
    ) throws -> Outcome {
        var outcome = Outcome()
        var opening = try nextChunk()
        if let other = OtherFormat(beginningOf: opening ?? []) {
            outcome.findings.append(.error("not-csv", at: .whole, other.says))
            return outcome
        }
        var reader = CSVReader(delimiter: mapping?.delimiter ?? UInt8(ascii: ","), limits: limits) {
            guard let first = opening else { return try nextChunk() }
            opening = nil
            return first
        }
        guard let first = try reader.next() else {
            outcome.findings.append(.error("empty-file", at: .whole, "The file is empty."))
            return outcome
        }
        guard first.faults.isEmpty else {
            note(first, names: [], &outcome)
            return outcome
        }
        if let mapping {
            guard let header = RegisterHeader.mapped(first, by: mapping, notes: &outcome.findings) else {
                return outcome
            }
            try readMapped(&reader, mapping, header, &outcome, body)
        } else {
            guard let header = RegisterHeader.native(first, notes: &outcome.findings) else { return outcome }
            let rows = NativeRows(header)
            try forEachSound(&reader, header, &outcome) { record, findings in
                try give(rows.row(record), &findings, body)
            }
        }
        if outcome.records == 0 {
            outcome.findings.append(.warning("no-rows", at: .whole, "The file has a header and no rows."))
        }
        return outcome
    }

    private func readMapped(
        _ reader: inout CSVReader, _ mapping: RegisterMapping, _ header: RegisterHeader, _ outcome: inout Outcome,
        _ body: (RegisterRow) throws -> Void
    ) throws {
        let rows = MappedRows(mapping, header)
        var groups = mapping.grouping.map(RowGroups.init)
        try forEachSound(&reader, header, &outcome) { record, findings in
            let made = rows.row(record)
            findings.append(made.findings)
            if let key = rows.groupKey(record) {
                groups?.add(made.row, key: key)
            } else {
                // A row that belongs to no group stands for itself: what it lacks is said where rows are judged.
                try give(made.row, &findings, body)
            }
        }
        try groups?.forEach { row, findings in
            outcome.findings.append(findings)
            try give(row, &outcome.findings, body)
        }
    }

    /// Passes over rows that are faulty, blank or of the wrong width, and says so.
    private func forEachSound(
        _ reader: inout CSVReader, _ header: RegisterHeader, _ outcome: inout Outcome,
        _ body: (CSVRecord, inout Findings) throws -> Void
    ) throws {
        while let record = try reader.next() {
            outcome.records += 1
            let place = Place.cell(row: record.row, column: nil)
            if !record.faults.isEmpty {
                note(record, names: header.names, &outcome)
            } else if record.cells.allSatisfy({ $0.isEmpty || SourceText.tidied($0).isEmpty }) {
                outcome.findings.append(.warning("blank-row", at: place, "Every cell of the row is empty."))
            } else if record.cells.count != header.names.count {
                outcome.findings.append(
                    .error(
                        "wrong-column-count", at: place,
                        "The row has \(record.cells.count) cells and the header \(header.names.count); "
                            + "it begins on line \(record.line)."))
            } else {
                try body(record, &outcome.findings)
            }
        }
    }

    private func note(_ record: CSVRecord, names: [String], _ outcome: inout Outcome) {
        for fault in record.faults {
            let name =
                names.indices.contains(fault.column - 1)
                ? SourceText.shown(names[fault.column - 1]) : String(fault.column)
            outcome.findings.append(
                .error(fault.reason.rule, at: .cell(row: record.row, column: name), fault.explanation))
        }
    }

    /// What no share could hold keeps the row out here, before it is understood.
    private func give(
        _ row: RegisterRow, _ findings: inout Findings, _ body: (RegisterRow) throws -> Void
    ) throws {
        var faults = Findings()
        for field in TermsField.allCases where field.holdsSeveral {
            guard let text = row.fields[field.rawValue], text.utf8.count >= Self.itemLimit else { continue }
            let count = text.values.count
            guard count > Self.itemLimit else { continue }
            faults.append(
                .error(
                    "too-many-items", at: row.place(of: field.rawValue),
                    "The field holds \(count) values, which is more than \(Self.itemLimit)\(self.rows(of: row))."))
        }
        for (name, text) in row.other.sorted(by: { $0.key < $1.key }) {
            guard let found = ForbiddenCharacters.first(in: text) else { continue }
            faults.append(
                .error(
                    "forbidden-character", at: .cell(row: row.firstRow, column: SourceText.shown(name)),
                    "The text holds the character \(found), which no field may hold\(self.rows(of: row))."))
        }
        findings.append(faults)
        if !faults.hasErrors { try body(row) }
    }

    private func rows(of row: RegisterRow) -> String {
        row.rows.count < 2 ? "" : "; it keeps out rows " + row.rows.map(String.init).joined(separator: ", ")
    }
}
