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
}
