@testable import Casework
import Redundancy
import Shares
import Testing

/// Which groups a board is asked about.
@Suite struct GroupsTests {
    private func finding(_ a: String, _ b: String, _ kind: RedundancyKind, _ score: Double) -> RedundancyFinding {
        RedundancyFinding(a: .init(a), b: .init(b), kind: kind, score: score, explanation: "")
    }

    /// Else a board would be told to keep a share by one group, and to retire it by another.
    @Test func noShareIsInTwoGroupsAndWhatIsLeftIsAskedLater() throws {
        let portfolio = try Desk().office.portfolio()
        let clusters = portfolio.clusters([finding("A", "B", .duplicate, 0.9)])
        let asked = AskedGroups(
            clusters: clusters,
            overlaps: [
                finding("A", "B", .overlap, 0.9), finding("B", "C", .overlap, 0.8), finding("C", "D", .overlap, 0.7),
                finding("D", "E", .overlap, 0.6), finding("E", "F", .overlap, 0.5),
            ]
        ) { portfolio.cluster(of: [$0.a, $0.b], findings: [$0]) }
        #expect(asked.groups.map { $0.members.map(\.rawValue) } == [["A", "B"], ["C", "D"], ["E", "F"]])
        #expect(asked.later.map(\.a.rawValue) == ["B", "D"])
        let members = asked.groups.flatMap(\.members)
        #expect(Set(members).count == members.count)
    }

    /// Three shares that overlap, each with each.
    private static func overlapping() throws -> Desk {
        let desk = try Desk()
        let common = "Rent; Surname; Date of birth; Postcode; Award amount; Capital; Marital status"
        let rows = [
            ("A", "Personal Independence Payment", "Sort code"),
            ("B", "Blue Badge", "Prison admission date; Disability"),
            ("C", "Help to Save", "Prison admission date; Passport number"),
        ]
        try desk.importing(
            rows.map { name, scheme, own in
                Row(
                    name,
                    [
                        "title": "Data share: \(scheme) claims processing",
                        "purpose": "To verify entitlement to \(scheme)", "data_items": "\(common); \(own)",
                    ])
            })
        return desk
    }

    private static func order(_ reference: String) -> ConsolidationOrder {
        ConsolidationOrder(.cluster(reference), .keep, reason: "Both are needed")
    }

    @Test func aPairIsDecidedOnByTheNameThatThePageShows() throws {
        let desk = try Self.overlapping()
        let hub = try desk.office.currentRoster()[PersonID("hub")]
        let overview = try desk.office.redundancyOverview(for: #require(hub))
        #expect(overview.groups.map { $0.findings.map(\.kind) } == [[.overlap]] && overview.later == 2)
        let group = try #require(overview.groups.first)
        let waiting = RedundancyCluster.reference(
            of: try #require(desk.office.redundancyLook().groups().later.map { [$0.a, $0.b] }.first))
        let refusal = #expect(throws: Refusal.self) {
            _ = try desk.office.decideConsolidation(Self.order(waiting), as: PersonID("board"))
        }
        #expect(refusal?.reasons.map(\.rule) == ["asked-later"])
        #expect(refusal?.reasons.first?.says.contains(group.reference) == true)
        // As it was typed, and what waited for it is asked then.
        for reference in [group.reference.lowercased(), waiting] {
            _ = try desk.office.decideConsolidation(Self.order(reference), as: PersonID("board"))
        }
        #expect(try desk.office.redundancyDecisions().count == 2)
    }
}
