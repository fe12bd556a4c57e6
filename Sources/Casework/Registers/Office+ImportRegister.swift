import Foundation
import Interchange
import Ledger
package import Shares
import Workflows

/// How a register is to be imported.
package struct ImportRequest: Sendable {
    /// The register file.
    package var file: String
    /// The mapping file; nil for the native register.
    package var mapping: String?
    package var isDryRun: Bool
    /// Whether sound rows come in although others have errors.
    package var skipsInvalid: Bool
    package var actor: PersonID?

    package init(
        file: String, mapping: String? = nil, isDryRun: Bool = false, skipsInvalid: Bool = false, actor: PersonID? = nil
    ) {
        self.file = file
        self.mapping = mapping
        self.isDryRun = isDryRun
        self.skipsInvalid = skipsInvalid
        self.actor = actor
    }
}

/// A register file that could not be taken in: what was found, and nothing was written.
package struct RefusedImport: Error, Sendable {
    package var report: ImportReport
}

extension Office {
    /// Loads a register: new shares are registered, changed rows become corrections, all else is untouched.
    ///
    /// All or nothing: where a row has an error, nothing is written unless sound rows are asked for. `progress` is called
    /// with the bytes read and the size of the file. Throws `RefusedImport`, or `Findings` where a file cannot be read.
    package func importRegister(
        _ request: ImportRequest, progress: @escaping (_ read: Int, _ size: Int) -> Void = { _, _ in }
    ) throws -> ImportReport {
        let mapping = try request.mapping.map { path in
            try RegisterMapping(parsing: Array(try ImportFile.data(of: path)), file: path)
        }
        let importer = try importer(request.actor)
        return try load(
            ImportFile(path: request.file, progress: progress), mapping: mapping, as: importer,
            isDryRun: request.isDryRun, skipsInvalid: request.skipsInvalid)
    }

    /// The same of files that the hub sends from a page.
    package func importRegister(
        sent register: SentFile, mapping: SentFile?, isDryRun: Bool, skipsInvalid: Bool, as actor: PersonID,
        once: OnceOnly? = nil
    ) throws -> ImportReport {
        let importer = try importer(actor)
        let mapping = try mapping.map { try RegisterMapping(parsing: $0.bytes, file: $0.plainName) }
        return try load(
            ImportFile(register), mapping: mapping, as: importer, isDryRun: isDryRun, skipsInvalid: skipsInvalid,
            once: isDryRun ? nil : once)
    }

    /// Throws `Refusal` for anybody but the hub.
    package func mayImport(_ id: PersonID) throws { _ = try importer(id) }

    private func load(
        _ file: ImportFile, mapping: RegisterMapping?, as importer: (actor: PersonID, role: RoleName), isDryRun: Bool,
        skipsInvalid: Bool, once: OnceOnly? = nil
    ) throws -> ImportReport {
        let rules = try rulebook()
        let departments = try departmentEditions.get()
        let (actor, role) = importer
        var report = ImportReport(file: file.name)
        report.isDryRun = isDryRun
        do {
            return try write(once: once, by: actor) { writer in
                let now = try now(in: writer.reader)
                var intake = Intake(
                    reader: RegisterReader(
                        reference: rules.reference, source: file.name, today: now.dayInLondon), writer: writer,
                    rules: rules, departments: departments, actor: actor, role: role, now: now, report: report)
                intake.known = try writer.reader.knownRows()
                let outcome = try RegisterFile(mapping: mapping).read(from: file.nextChunk) { row in
                    try intake.take(row)
                }
                intake.report.rows = outcome.records
                var findings = outcome.findings
                findings.append(intake.report.findings)
                intake.report.findings = findings.inOrder
                report = intake.report
                if findings.hasErrors && !skipsInvalid || !file.isSound(findings) {
                    throw RefusedImport(report: report)
                }
                if isDryRun { throw DryRun() }
                return report
            }
        } catch is DryRun {
            return report
        }
    }

    private func importer(_ id: PersonID?) throws -> (PersonID, RoleName) {
        guard let id else { return (.importer, "hub") }
        let person = try ledger.read { try self.person(id, in: $0) }
        guard person.roles.contains("hub") else {
            throw Refusal([
                Refusal.Reason(.who, rule: "not-your-role", "A register is imported by the hub; \(id) is not that.")
            ])
        }
        return (person.id, "hub")
    }
}

/// Ends a transaction that was only tried.
private struct DryRun: Error {}

/// One import as it goes on: rows in, events out.
private struct Intake {
    var reader: RegisterReader
    let writer: LedgerWriter
    let rules: Rulebook
    let departments: DepartmentEditions
    let actor: PersonID
    let role: RoleName
    let now: Instant
    var report: ImportReport
    var known: [ShareReference: KnownRow] = [:]

    mutating func take(_ row: RegisterRow) throws {
        let (entry, findings) = reader.read(row)
        guard let entry else {
            if try noteDraft(row, findings) { return }
            report.findings.append(findings)
            report.rejected.append(RejectedRow(row: row, errors: findings.errors))
            return
        }
        report.findings.append(findings)
        guard let before = known[entry.reference] else { return try register(entry) }
        guard before.digest != RowDigest.of(entry.origin) else {
            report.unchanged += 1
            return
        }
        try correct(entry)
    }

    /// A draft of ours lacks what it lacks in an export too: its row says nothing new and is no error. Whether it was that.
    private mutating func noteDraft(_ row: RegisterRow, _ findings: Findings) throws -> Bool {
        let wanting = Set(["title", "provider", "recipient"].map { "\($0)-missing" })
        let reference = ShareReference(TermsReader.normalised(row.fields["reference"] ?? ""))
        guard findings.errors.allSatisfy({ wanting.contains($0.rule) }), known[reference] != nil,
            let share = try writer.reader.share(reference), share.origin.kind == .proposed
        else { return false }
        report.findings.append(
            .warning(
                "proposed-here", at: .cell(row: row.firstRow, column: "reference"),
                "\(reference) was proposed here and is not complete: the row changes nothing."))
        report.unchanged += 1
        return true
    }

    private mutating func register(_ entry: RegisterEntry) throws {
        let rules = rules(for: entry)
        let event = entry.registration(by: actor, as: role, at: now, under: rules)
        guard let share = Share(first: event) else { throw NotARegistration() }
        try writer.append([event], making: share, definitions: rules.definitions)
        report.registered += 1
        if report.isDryRun {
            report.additions.append(
                ImportReport.Addition(
                    reference: entry.reference, terms: entry.terms, status: entry.entry.rawValue,
                    owner: entry.owner?.name))
        }
    }

    /// A new share runs on the edition of its department.
    private func rules(for entry: RegisterEntry) -> Rulebook {
        guard let edition = departments.edition(for: entry.terms) else { return rules }
        return Rulebook(definitions: edition.definitions, pin: edition.pin, reference: rules.reference)
    }

    /// A status is followed only while nothing has been decided here; where it is not, that is said.
    private mutating func noteStatus(_ entry: RegisterEntry, of share: Share) {
        let stage = Stage(share.configuration, under: rules.definitions)
        report.findings.append(
            .warning(
                "status-not-followed", at: .cell(row: entry.row, column: "status"),
                "The register calls \(entry.reference) \(entry.entry); here it stands at \(stage.label) by what was decided since, and stays there."
            ))
    }

    private mutating func correct(_ entry: RegisterEntry) throws {
        guard var share = try writer.reader.share(entry.reference) else {
            throw NoSuchShare(reference: entry.reference)
        }
        let event = entry.correction(of: share, by: actor, as: role, at: now, under: rules)
        if share.origin.kind == .inherited, entry.entry != share.entry, !(event?.followsStatus ?? false) {
            noteStatus(entry, of: share)
        }
        guard let event else {
            report.unchanged += 1
            return
        }
        if share.origin.kind == .proposed {
            report.findings.append(
                .warning(
                    "proposed-here", at: .cell(row: entry.row, column: "reference"),
                    "\(entry.reference) was proposed here: the row is noted and changes nothing."))
        }
        let before = share
        share.apply(event)
        try writer.append([event], making: share, definitions: rules.definitions)
        report.corrected += 1
        if case .corrected(let correction) = event.happening {
            report.corrections.append(
                ImportReport.Correction(
                    reference: entry.reference, changes: correction.changes,
                    status: correction.entry.map { (before.entry.rawValue, $0.rawValue) },
                    owner: correction.owner?.name,
                    isOnlyNoted: correction.terms == nil))
        }
    }
}

extension Event {
    /// Whether it takes over what a register calls the share's life.
    fileprivate var followsStatus: Bool {
        if case .corrected(let correction) = happening { correction.entry != nil } else { false }
    }
}

extension Findings {
    /// By row, so that a person goes through the file once; what concerns the whole file comes first.
    fileprivate var inOrder: Findings {
        let keyed = all.enumerated().map { index, finding -> (row: Int, index: Int, finding: Finding) in
            if case .cell(let row, _) = finding.place { return (row, index, finding) }
            return (0, index, finding)
        }
        return Findings(keyed.sorted { ($0.row, $0.index) < ($1.row, $1.index) }.map(\.finding))
    }
}
