import Ledger
package import Shares
import Workflows

extension Office {
    /// Moves shares to another edition of the workflows, each that can be, in one transaction; the hub does that.
    package func relocate(_ request: RelocationRequest, as personID: PersonID) throws -> RelocationReport {
        _ = try departmentEditions.get()
        // What an edition can reach is explored before the transaction, so that nobody waits for it.
        var explored: [String: ReachableConfigurations] = [:]
        let preview = try read { reader in
            try relocations(request, by: hub(personID, may: Self.moving, in: reader), in: reader, &explored).report
        }
        if request.isPreview { return preview }
        return try write { writer in
            let person = try hub(personID, may: Self.moving, in: writer.reader)
            try request.mustSayWhy()
            let (report, shares) = try relocations(request, by: person, in: writer.reader, &explored)
            for (moved, (share, rules)) in zip(report.moved, shares) {
                try record(moved.plan.relocation, of: share, by: person, under: rules.definitions, in: writer)
            }
            return report
        }
    }

    /// Takes shares back to the edition and the states that they were moved from, where nothing has happened since.
    package func revertRelocation(_ request: RelocationRequest, as personID: PersonID) throws -> RelocationReport {
        func reverts(in reader: LedgerReader) throws -> (RelocationReport, [Share]) {
            var report = RelocationReport(isPreview: request.isPreview)
            var shares: [Share] = []
            for reference in try reader.summaries(where: request.filters).map(\.reference) {
                let events = try reader.events(of: reference).map(\.event)
                guard let share = Share(events: events),
                    events.contains(where: { $0.happening.kind == "relocated" })
                else {
                    report.untouched += 1
                    continue
                }
                guard let plan = Share.revert(of: events, reason: request.reason.map { "Taken back: \($0)" }) else {
                    report.kept.append(
                        RelocationReport.Kept(
                            share: reference,
                            refusal: Refusal([
                                Refusal.Reason(
                                    .possible, rule: "happened-since",
                                    "Something has happened to \(reference) since it was moved: move it explicitly.")
                            ])))
                    continue
                }
                report.moved.append(RelocationReport.Moved(share: reference, plan: plan))
                shares.append(share)
            }
            return (report, shares)
        }
        if request.isPreview {
            return try read { reader in
                _ = try hub(personID, may: Self.moving, in: reader)
                return try reverts(in: reader).0
            }
        }
        return try write { writer in
            let person = try hub(personID, may: Self.moving, in: writer.reader)
            try request.mustSayWhy()
            let (report, shares) = try reverts(in: writer.reader)
            for (moved, share) in zip(report.moved, shares) {
                let definitions = try definitions(for: moved.plan.relocation.to, in: writer.reader)
                try record(moved.plan.relocation, of: share, by: person, under: definitions, in: writer)
            }
            return report
        }
    }

    // MARK: -

    private static let moving = "moves shares to another edition of the workflows"

    private func relocations(
        _ request: RelocationRequest, by person: Person, in reader: LedgerReader,
        _ explored: inout [String: ReachableConfigurations]
    ) throws -> (report: RelocationReport, shares: [(Share, Rulebook)]) {
        var report = RelocationReport(isPreview: request.isPreview)
        var shares: [(Share, Rulebook)] = []
        let wanted = try chosen(request.target, in: reader)
        try relocations(
            of: request, to: { try wanted ?? rulebook(for: $0) }, in: reader, &explored, &report, &shares)
        return (report, shares)
    }

    /// `rules`: those that a share on the terms is to run on.
    func relocations(
        of request: RelocationRequest, to rules: (Terms) throws -> Rulebook, in reader: LedgerReader,
        _ explored: inout [String: ReachableConfigurations], _ report: inout RelocationReport,
        _ shares: inout [(Share, Rulebook)]
    ) throws {
        for reference in try reader.summaries(where: request.filters).map(\.reference) {
            let share = try existing(reference, in: reader)
            let rules = try rules(share.terms)
            let reachable = explored[rules.pin.digest] ?? ReachableConfigurations(of: rules.definitions)
            explored[rules.pin.digest] = reachable
            let old = try definitions(for: share.pin, in: reader)
            let events = try reader.events(of: reference).map(\.event)
            let shown = try ShownFacts(events) { try definitions(for: $0, in: reader) }
            do throws(Refusal) {
                let plan = try share.relocation(
                    to: rules, from: old, reachable: reachable, shown: shown, map: request.map, reason: request.reason)
                report.moved.append(RelocationReport.Moved(share: reference, plan: plan))
                shares.append((share, rules))
            } catch {
                if error.reasons.contains(where: { ["already-there", "ended"].contains($0.rule) }) {
                    report.untouched += 1
                } else {
                    report.kept.append(RelocationReport.Kept(share: reference, refusal: error))
                }
            }
        }
    }

    /// The rules of one edition for all; nil: each share's own department decides.
    private func chosen(_ target: RelocationRequest.Target, in reader: LedgerReader) throws -> Rulebook? {
        guard case .edition(let beginning) = target else { return nil }
        let found = try reader.editions().filter { $0.hasPrefix(beginning) }
        guard let digest = found.first, found.count == 1, !beginning.isEmpty else {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "unknown-edition",
                    found.isEmpty
                        ? "No edition “\(beginning)” of the workflows is published here."
                        : "Several editions begin with “\(beginning)”: give more of the digest.")
            ])
        }
        let current = try [currentEdition.get()] + departmentEditions.get().all.map(\.edition)
        if let one = current.first(where: { $0.pin.digest == digest }) {
            return Rulebook(definitions: one.definitions, pin: one.pin, reference: try reference())
        }
        let edition = Edition(try earlierEditions.definitions(digest, in: reader))
        return Rulebook(definitions: edition.definitions, pin: edition.pin, reference: try reference())
    }

    private func record(
        _ relocation: Relocation, of share: Share, by person: Person, under definitions: CheckedDefinitions,
        in writer: LedgerWriter
    ) throws {
        var share = share
        let event = Event(
            share: share.reference, version: share.version + 1, at: try now(in: writer.reader), actor: person.id,
            role: "hub",
            happening: .relocated(relocation))
        share.apply(event)
        try writer.append([event], making: share, definitions: definitions)
    }
}
