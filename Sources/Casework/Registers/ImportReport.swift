import Interchange
package import Shares

/// What an import did, or would do, with every row of the file.
package struct ImportReport: Sendable, Codable {
    package var file: String
    package var isDryRun = false
    /// Rows of the file, the header not counted.
    package var rows = 0
    package var registered = 0
    package var corrected = 0
    package var unchanged = 0
    /// Rows that were kept out.
    package var rejected: [RejectedRow] = []
    package var findings = Findings()
    /// Shares whose row changed, with what changed in it.
    package var corrections: [Correction] = []
    /// Of a trial, the shares that would be new.
    package var additions: [Addition] = []

    package struct Addition: Sendable {
        package var reference: ShareReference
        package var terms: Terms
        /// How the register calls its life.
        package var status: String
        package var owner: String?

        package var title: String { terms.title }
    }

    package struct Correction: Sendable {
        package var reference: ShareReference
        package var changes: [TermsChange]
        /// How the register now calls its life, where that was followed: from what, to what.
        package var status: (from: String, to: String)?
        package var owner: String?
        /// The terms are in force here: the difference is noted and not taken over.
        package var isOnlyNoted: Bool
    }

    /// What was registered and corrected is told by the record: where an import is told again, it is not among it.
    private enum CodingKeys: CodingKey {
        case file, isDryRun, rows, registered, corrected, unchanged, rejected, findings
    }

    package init(file: String) {
        self.file = file
    }

    /// Whether anything was, or would be, written.
    package var changesNothing: Bool { registered == 0 && corrected == 0 }

    /// Of a trial, what would happen to each share: of new ones each field that says something, of changed ones each that changes,
    /// with both texts.
    package var changesCSV: String {
        var text = CSVWriter.line(["reference", "what", "field", "from", "to"])
        for addition in additions {
            for (field, to) in addition.lines(contacts: "kept apart") {
                text += CSVWriter.line([addition.reference.rawValue, "new", field, "", to])
            }
        }
        for correction in corrections {
            let what = correction.isOnlyNoted ? "noted, the terms stay" : "changed"
            for (field, from, to) in correction.lines(contacts: "kept apart") {
                text += CSVWriter.line([correction.reference.rawValue, what, field, from, to])
            }
        }
        return text
    }

    /// Findings by rule, the most frequent first, with the first of each.
    package var findingsByRule: [(rule: String, count: Int, first: Finding)] {
        var counts: [String: (count: Int, first: Finding)] = [:]
        for finding in findings.all {
            counts[finding.rule] = ((counts[finding.rule]?.count ?? 0) + 1, counts[finding.rule]?.first ?? finding)
        }
        return counts.map { (rule: $0.key, count: $0.value.count, first: $0.value.first) }
            .sorted { ($1.count, $0.rule) < ($0.count, $1.rule) }
    }
}

extension ImportReport.Addition {
    /// Each thing that it would say: what it is called, and what it would be.
    func lines(contacts: String) -> [(what: String, to: String)] {
        [("Status", status)] + (owner.map { [("Data owner", $0)] } ?? [])
            + TermsField.allCases.compactMap { field in
                terms.text(of: field).nonEmpty.map { (field.label, field.isContact ? contacts : $0) }
            } + terms.beyondFields.map { ($0.name, $0.text) }
    }
}

extension ImportReport.Correction {
    /// Each thing that changes: what it is called, what it was and what it becomes. Contacts are on their own page, where it is
    /// recorded who looks: `contacts` stands for them.
    package func lines(contacts: String) -> [(what: String, from: String, to: String)] {
        var lines = status.map { [("Status", $0.from, $0.to)] } ?? []
        if let owner { lines.append(("Data owner", "", owner)) }
        return lines
            + changes.map { change in
                change.field.isContact
                    ? (change.field.label, contacts, contacts) : (change.field.label, change.from, change.to)
            }
    }
}

/// A row that errors kept out, with them.
package struct RejectedRow: Sendable {
    package var row: RegisterRow
    package var errors: [Finding]
}

/// Where an import is told again, of a row that was kept out only its place is: its text is nobody's to keep.
extension RejectedRow: Codable {
    private enum CodingKeys: CodingKey {
        case rows, errors
    }

    package init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        row = RegisterRow(rows: try values.decode([Int].self, forKey: .rows), fields: [:])
        errors = try values.decode([Finding].self, forKey: .errors)
    }

    package func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(row.rows, forKey: .rows)
        try values.encode(errors, forKey: .errors)
    }
}
