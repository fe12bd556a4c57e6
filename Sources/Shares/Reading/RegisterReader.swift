import Foundation
import Workflows

/// Reads the rows of one register file. Errors keep a row out; warnings come in with it.
package struct RegisterReader: Sendable {
    private var reader: TermsReader
    private let spokes: SpokeSuggestion
    private let source: String
    private let today: Day
    /// The row that bore each reference first.
    private var seen: [ShareReference: Int] = [:]

    /// `source` names the file; `today` is the day that overdue reviews are counted from.
    package init(reference: ReferenceData, source: String, today: Day) {
        reader = TermsReader(reference: reference)
        spokes = SpokeSuggestion(reference: reference)
        self.source = source
        self.today = today
    }

    /// The row as an entry, or nothing where there is an error among the findings.
    package mutating func read(_ stated: RegisterRow) -> (entry: RegisterEntry?, findings: Findings) {
        var findings = Findings()
        let row = withoutInvisible(stated, &findings)
        checkCharacters(of: row, &findings)
        checkRequired(row, &findings)
        guard !findings.hasErrors else {
            remember(row, &findings)
            return (nil, findings)
        }
        var terms = Terms(title: "", parties: [])
        for field in TermsField.allCases {
            guard let text = row.fields[field.rawValue], !text.isEmpty else { continue }
            findings.append(reader.read(text, as: field, into: &terms, at: row.place(of: field.rawValue)))
        }
        terms.other.merge(row.other) { stated, _ in stated }
        if terms.spoke?.term == nil { terms.suggestedSpoke = spokes.spoke(for: terms) }
        let entry = self.entry(of: row, terms, &findings)
        let owner = self.owner(of: row, &findings)
        checkDates(of: terms, entry, row, &findings)
        remember(row, &findings)
        guard !findings.hasErrors else { return (nil, findings) }
        var source = stated.fields.filter { !$0.value.isEmpty }
        for (name, text) in stated.other { source[name] = text }
        let reference = ShareReference(TermsReader.normalised(row.fields["reference"] ?? ""))
        return (
            RegisterEntry(
                reference: reference, entry: entry, terms: terms, owner: owner,
                origin: Origin(.inherited, source: self.source, row: source), row: row.firstRow), findings
        )
    }

    // MARK: - Errors

    private func checkCharacters(of row: RegisterRow, _ findings: inout Findings) {
        for (field, text) in row.fields.sorted(by: { $0.key < $1.key }) {
            guard let found = ForbiddenCharacters.first(in: text) else { continue }
            findings.append(
                .error(
                    "forbidden-character", at: row.place(of: field),
                    "The text holds the character \(found), which no field may hold."))
        }
    }

    /// What nobody sees is left out of every field, and said: the row is read as it looks.
    private func withoutInvisible(_ stated: RegisterRow, _ findings: inout Findings) -> RegisterRow {
        var row = stated
        for (field, text) in stated.fields.sorted(by: { $0.key < $1.key }) {
            guard let (found, rest) = InvisibleCharacters.leftOut(of: text) else { continue }
            row.fields[field] = rest
            findings.append(
                .warning(
                    "invisible-character", at: row.place(of: field),
                    "The text holds the invisible character \(found): it is left out."))
        }
        return row
    }

    private func checkRequired(_ row: RegisterRow, _ findings: inout Findings) {
        for field in ["reference", "title", "provider", "recipient"] {
            let text = row.fields[field]?.trimmed ?? ""
            guard field == "reference" || field == "title" ? text.isEmpty : text.values.isEmpty else { continue }
            findings.append(.error("\(field)-missing", at: row.place(of: field), "The \(field) is missing."))
        }
        let reference = TermsReader.normalised(row.fields["reference"] ?? "")
        if !reference.isEmpty, ForbiddenCharacters.first(in: reference) == nil,
            let objection = ShareReference.objection(to: reference)
        {
            findings.append(.error("reference-not-possible", at: row.place(of: "reference"), objection))
        }
    }

    private mutating func remember(_ row: RegisterRow, _ findings: inout Findings) {
        let text = TermsReader.normalised(row.fields["reference"] ?? "")
        guard !text.isEmpty else { return }
        let reference = ShareReference(text)
        if let first = seen[reference] {
            findings.append(
                .error(
                    "reference-twice", at: row.place(of: "reference"),
                    "The reference “\(reference.rawValue.shortened(to: 80))” stands in row \(first) already."))
        } else {
            seen[reference] = row.firstRow
        }
    }

    // MARK: - What the register says of its life

    private func entry(of row: RegisterRow, _ terms: Terms, _ findings: inout Findings) -> EntryName {
        let text = row.fields["status"]?.trimmed ?? ""
        let place = row.place(of: "status")
        if let status = reader.reference.statuses.resolve(text) { return EntryName(rawValue: status.id) }
        // An unknown share is watched as though it flowed until somebody shows that it does not.
        let ended = terms.endDate?.day.map { $0 < today } ?? false
        let entry: EntryName = ended && text.isEmpty ? "expired" : "live"
        let what = text.isEmpty ? "The status is missing" : "The status “\(text.shortened(to: 80))” is not understood"
        let why = ended && text.isEmpty ? "as its end date has passed" : "until somebody shows otherwise"
        findings.append(
            .warning(
                text.isEmpty ? "status-missing" : "status-not-understood", at: place,
                "\(what): the share is taken as \(entry), \(why)."))
        return entry
    }

    private func owner(of row: RegisterRow, _ findings: inout Findings) -> DataOwner? {
        let name = row.fields["data_owner"]?.trimmed ?? ""
        if !name.isEmpty { return DataOwner(name: name) }
        findings.append(.warning("owner-missing", at: row.place(of: "data_owner"), "No data owner is named."))
        return nil
    }

    private func checkDates(of terms: Terms, _ entry: EntryName, _ row: RegisterRow, _ findings: inout Findings) {
        if let start = terms.startDate?.day, let end = terms.endDate?.day, end < start {
            findings.append(
                .warning(
                    "end-before-start", at: row.place(of: "end_date"),
                    "The end date, \(end.inWords), is before the start date, \(start.inWords)."))
        }
        let flows = entry == "live" || entry == "suspended"
        if flows, let review = terms.reviewDate?.day, review < today {
            findings.append(
                .warning(
                    "review-overdue", at: row.place(of: "review_date"), "The review was due on \(review.inWords)."))
        }
        if entry == "live", let end = terms.endDate?.day, end < today {
            findings.append(
                .warning(
                    "live-past-its-end", at: row.place(of: "end_date"),
                    "The register calls it live, though it ended on \(end.inWords)."))
        }
    }
}

extension TermsReader {
    /// In Unicode normal form C, with single spaces and none at the ends, so that one identifier has one form.
    package static func normalised(_ text: String) -> String {
        let words = text.precomposedStringWithCanonicalMapping.unicodeScalars.split { scalar in
            scalar.properties.isWhitespace && scalar.value != 0x0A && scalar.value != 0x0D
        }
        return words.map { String(String.UnicodeScalarView($0)) }.joined(separator: " ").trimmed
    }
}
