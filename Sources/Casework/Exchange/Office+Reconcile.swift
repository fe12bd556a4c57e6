package import Interchange
import Ledger
package import Shares
import Workflows

/// Two registers held against each other, and what the partner's side was.
package struct ReconciliationReport: Sendable {
    package var partner: Organisation
    package var reconciliation: Reconciliation
    /// How many shares each side has with the other.
    package var here: Int
    package var there: Int
    /// What was wrong with a register file of the partner's; rows with errors are not compared.
    package var findings = Findings()
}

extension Office {
    /// Holds our shares with a partner against the partner's: against the mirrors of its manifests, or against its register as a file.
    ///
    /// It only looks. Throws `Findings` where the partner, or its file, is not to be had.
    package func reconcile(
        with partner: String, register: String? = nil, mapping: String? = nil
    ) throws -> ReconciliationReport {
        let partner = try named(partner)
        let department = try department().organisation
        guard partner.id != department.id else {
            throw Findings([.error("partner-own", at: .whole, "\(partner.name) keeps this register.")])
        }
        let reference = try reference()
        var findings = Findings()
        let theirs: [Manifest]
        if let register {
            theirs = try manifests(inRegister: register, mapping: mapping, of: partner, &findings)
                .filter { $0.names(department) }
        } else {
            theirs = try mirrors(of: partner)
        }
        let ours = try ownManifests(with: partner, issuer: department, &findings)
        let reconciliation = Reconciliation(
            ours: ours.map { ReconciledShare($0, understoodBy: reference) },
            theirs: theirs.map { ReconciledShare($0, understoodBy: reference) })
        return ReconciliationReport(
            partner: partner, reconciliation: reconciliation, here: ours.count, there: theirs.count,
            findings: findings)
    }

    private func ownManifests(
        with partner: Organisation, issuer: Organisation, _ findings: inout Findings
    ) throws -> [Manifest] {
        let reference = try reference()
        var found = Findings()
        let manifests = try read { reader in
            let position = RegisterPosition(size: 0, head: "", at: Instant(milliseconds: 0))
            let involving = try reader.summaries(where: [.own(organisation: partner.id, person: PersonID("\u{1F}"))])
            return try involving.compactMap { summary -> Manifest? in
                let share = try existing(summary.reference, in: reader)
                do throws(Findings) {
                    return try Manifest(
                        share: share, reference: reference, issuer: issuer, at: surroundings.now(), ledger: position)
                } catch {
                    found.append(error)
                    return nil
                }
            }
        }
        findings.append(found)
        return manifests
    }

    private func mirrors(of partner: Organisation) throws -> [Manifest] {
        let exchange = try ledger.read { try recentExchange.exchange(in: $0) }
        let received = exchange.mirrors.values.map(\.manifest).filter { $0.issuer == partner.id }
        guard !received.isEmpty else {
            throw Findings([
                .error(
                    "no-mirrors", at: .whole,
                    "There is no manifest of \(partner.name) here: import what it sent with “manifest import”, or give its register with --register."
                )
            ])
        }
        return try received.map { try mirrored($0) }
    }

    /// The shares of a register file as though their own register had stated them.
    private func manifests(
        inRegister path: String, mapping: String?, of partner: Organisation, _ findings: inout Findings
    ) throws -> [Manifest] {
        let mapping = try mapping.map {
            try RegisterMapping(parsing: Array(try ImportFile.data(of: $0)), file: $0)
        }
        let rules = try rulebook()
        let file = try ImportFile(path: path, progress: { _, _ in })
        let now = surroundings.now()
        var reader = RegisterReader(reference: rules.reference, source: file.name, today: now.dayInLondon)
        var manifests: [Manifest] = []
        var errors = Findings()
        let outcome = try RegisterFile(mapping: mapping).read(from: file.nextChunk) { row in
            let (entry, found) = reader.read(row)
            errors.append(Findings(found.errors))
            guard let entry,
                let share = Share(first: entry.registration(by: .importer, as: "hub", at: now, under: rules))
            else { return }
            manifests.append(
                try Manifest(
                    share: share, reference: rules.reference, issuer: partner, at: now,
                    ledger: RegisterPosition(size: 0, head: "", at: now)))
        }
        errors.append(Findings(outcome.findings.errors))
        guard file.isSound(errors) else { throw errors }
        findings.append(errors)
        return manifests
    }
}

extension Manifest {
    fileprivate func names(_ organisation: Organisation) -> Bool {
        (providers + recipients + processors).contains { $0.id == organisation.id }
    }
}
