package import Interchange
import Ledger
package import Shares
import Workflows

/// Two registers held against each other, and what the partner's side was.
package struct ReconciliationReport: Sendable {
    package var partner: Organisation
    package var reconciliation: Reconciliation
    /// How many shares between the two each side has.
    package var here: Int
    package var there: Int
    /// How many each side has that name the partner, or us, and are not between the two: they are not compared.
    package var othersHere: Int
    package var othersThere: Int
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
        let theirs =
            try register.map { try manifests(inRegister: $0, mapping: mapping, of: partner, &findings) }
            ?? mirrors(of: partner)
        let ours = try manifests(naming: partner, issuer: department, &findings)
        func areBetween(_ manifest: Manifest) -> Bool {
            manifest.names(partner, in: reference) && manifest.names(department, in: reference)
        }
        let (here, there) = (ours.filter(areBetween), theirs.filter(areBetween))
        return ReconciliationReport(
            partner: partner,
            reconciliation: Reconciliation(
                ours: here.map { ReconciledShare($0, understoodBy: reference) },
                theirs: there.map { ReconciledShare($0, understoodBy: reference) }),
            here: here.count, there: there.count, othersHere: ours.count - here.count,
            othersThere: theirs.count - there.count, findings: findings)
    }

    /// Our shares of whose parties one is the partner or an agency of its.
    private func manifests(
        naming partner: Organisation, issuer: Organisation, _ findings: inout Findings
    ) throws -> [Manifest] {
        let reference = try reference()
        let moment = surroundings.now()
        var found = Findings()
        var manifests: [Manifest] = []
        try read { reader in
            let position = RegisterPosition(size: 0, head: "", at: moment)
            try reader.forEachShare { share in
                do throws(Findings) {
                    let manifest = try Manifest(
                        share: share, reference: reference, issuer: issuer, at: moment, ledger: position)
                    if manifest.names(partner, in: reference) { manifests.append(manifest) }
                } catch {
                    found.append(error)
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
    /// Whether a body, or an agency that acts in its name, takes part.
    func names(_ body: Organisation, in reference: ReferenceData) -> Bool {
        (providers + recipients + processors).compactMap(\.id).compactMap { reference.organisations[$0] }
            .contains { Shares.Gateway.Party.organisation(body.id).covers($0) }
    }
}
