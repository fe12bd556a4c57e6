import Interchange
import JSONValues
import Shares
import Testing
import Workflows

/// A manifest has a word for wherever a share can stand.
@Suite struct ManifestStatusTests {
    @Test func everyStateOfApprovalHasAStatus() throws {
        let definition = try JSONValue(parsing: ManifestSamples.bytes("Templates/workflows/approval.json"))
        let states = try #require(definition["states"]?.array).compactMap { $0["name"]?.string }
        #expect(states.count > 10)
        for state in states {
            let share = try ManifestSamples.share("1", ManifestSamples.sparse, approval: StateName(rawValue: state))
            #expect(Manifest.Status(of: share) != nil, "\(state)")
        }
    }

    static let statuses: [(StateName, StateName, Manifest.Status)] = [
        ("draft", "not-started", .proposed), ("refused", "not-started", .refused),
        ("withdrawn", "not-started", .withdrawn), ("accepted", "signing", .proposed), ("accepted", "agreed", .agreed),
        ("accepted", "in-force", .inForce), ("amending", "amendment-signing", .inForce),
        ("inherited", "inherited", .inherited), ("inherited", "inherited-suspended", .suspended),
        ("accepted", "expired", .expired), ("concluded", "ended", .ended),
    ]

    @Test(arguments: statuses)
    func theStatusFollowsApprovalAndProposal(_ proposal: StateName, _ approval: StateName, _ status: Manifest.Status)
        throws
    {
        var share = try ManifestSamples.share("1", ManifestSamples.sparse, approval: approval)
        share.standing.proposal.state = proposal
        #expect(Manifest.Status(of: share) == status)
    }

    @Test func aStateWithoutAStatusIsAFindingAndNotAGuess() throws {
        let share = try ManifestSamples.share("1", ManifestSamples.sparse, approval: "somewhere")
        let data = try ManifestSamples.reference()
        #expect(throws: Findings.self) { try ManifestSamples.manifest(of: share, data) }
    }
}
