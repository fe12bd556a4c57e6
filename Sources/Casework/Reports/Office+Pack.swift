import Documents
import Ledger
import Redundancy
package import Shares
import Workflows

extension Office {
    /// The governance board's pack, as the portfolio stands today, for whoever answers for the whole register: the paper for a
    /// meeting, or with annexes every long list whole, and every open share. Throws `Refusal` for anybody else, `Findings`
    /// where there is no such spoke or partner.
    package func boardPack(
        _ scope: PackScope, annexes: PackAnnexes, as format: NativeFormat, for person: Person
    ) throws -> MadeDocument {
        guard person.reach == .everything else {
            throw Refusal([
                Refusal.Reason(
                    .who, rule: "whole-register",
                    "Only the hub, the board and auditors take the board’s pack, which is about the whole register.")
            ])
        }
        let pack = try boardPack(scope, annexes: annexes)
        return try made(try documentTemplates.get().document(of: pack), as: format)
    }

    /// The same for whoever works at the machine itself, in any format.
    package func boardPack(
        _ scope: PackScope, annexes: PackAnnexes, format: DocumentFormat
    ) async throws -> MadeDocument {
        try await made(
            try documentTemplates.get().document(of: try boardPack(scope, annexes: annexes)), as: format)
    }

    private func boardPack(_ scope: PackScope, annexes: PackAnnexes) throws -> BoardPack {
        let reference = try reference()
        let (all, position) = try read { (try $0.summaries(), try $0.position()) }
        let known = try KnownScope(scope, reference: reference, shares: all)
        let shares = all.filter { known.includes($0) && $0.stage != .ended }
        let references = Set(shares.map(\.reference))
        let report = try report(where: known.includes)
        let look = try redundancyLook()
        // A partner's or a spoke's pack names no share beyond its scope.
        let inScope = Set(all.lazy.filter { known.includes($0) }.map(\.reference))
        let asked = look.groups()
        let touching = asked.groups.filter { cluster in cluster.members.contains { references.contains($0) } }
        let clusters = touching.filter { cluster in
            (cluster.members + cluster.findings.compactMap(\.feed)).allSatisfy(inScope.contains)
        }
        var builder = PackBuilder(
            shares: shares, report: report, clusters: clusters,
            orphans: try orphans().filter { references.contains($0.reference) }, reference: reference, today: today)
        builder.annexes = annexes
        builder.clustersBeyond = touching.count - clusters.count
        builder.overlapsLater = asked.later.count { inScope.contains($0.a) && inScope.contains($0.b) }
        builder.consolidations = try redundancyDecisions().filter { progress in
            progress.recorded.decision.shares.allSatisfy(inScope.contains)
        }
        builder.decisions = try decisions(of: shares)
        return BoardPack(
            title: "Data-sharing governance board: portfolio pack", scope: known.name, marking: builder.marking,
            day: today, ledgerPosition: position.size, sections: builder.sections)
    }

    /// The shares on which somebody has to sign off now, with whom they wait for.
    private func decisions(of shares: [ShareSummary]) throws -> [(share: ShareSummary, state: String, waitsFor: String)]
    {
        try read { reader in
            let circumstances = try circumstances(reader)
            return try shares.compactMap { share in
                let rules = try rulebook(for: WorkflowPin(versions: [:], digest: share.edition), in: reader)
                let approval = rules.definitions[.approval]
                guard approval.members(of: "signing-off").contains(share.configuration.approval),
                    let state = approval.state(share.configuration.approval)
                else { return nil }
                let whole = try existing(share.reference, in: reader)
                let present = circumstances.present(whole.awaited(at: .approval, under: rules), on: whole)
                return (share, state.title, present.roles.map(\.asPeopleSay).joined(separator: ", "))
            }
        }
    }
}
