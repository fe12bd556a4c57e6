import Casework
import Ledger
import Redundancy
import Shares
import Testing
import Workflows

/// What speaks against a consolidation is said before it is taken, and it is taken only by who insists.
@Suite struct ConsolidationDoubtTests {
    private static let items = "National Insurance number; Date of birth; Full name; Address; Postcode"

    private static func row(_ reference: String, from provider: String, to recipient: String) -> Row {
        Row(
            reference,
            ["title": "Earnings check", "data_items": items, "provider": provider, "recipient": recipient])
    }

    private static func order(
        _ shares: String..., survivor: String, insists: Bool = false
    ) -> ConsolidationOrder {
        ConsolidationOrder(
            .shares(shares.map { ShareReference($0) }), .consolidate, reason: "One feed is enough",
            survivor: ShareReference(survivor), insists: insists)
    }

    private static func refusal(_ order: ConsolidationOrder, by person: String = "hub", at desk: Desk) throws
        -> [Refusal.Reason]
    {
        do {
            _ = try desk.office.previewConsolidation(order, as: PersonID(person))
            return []
        } catch let refusal as Refusal {
            return refusal.reasons
        }
    }

    @Test func sharesThatAreNotFoundRedundantAreConsolidatedOnlyByWhoInsists() throws {
        let desk = try Desk()
        try desk.importing([Self.row("A", from: "HMRC", to: "DWP"), Self.row("B", from: "HMRC", to: "Home Office")])
        let says =
            "B is not found redundant with A. It has another recipient (Home Office, not Department for Work and Pensions). Insist to consolidate them all the same."
        let reasons = try Self.refusal(Self.order("A", "B", survivor: "A"), at: desk)
        #expect(reasons.map(\.rule) == ["not-found-redundant"])
        #expect(reasons.map(\.says) == [says])
        let outcome = try desk.office.decideConsolidation(
            Self.order("A", "B", survivor: "A", insists: true), as: PersonID("hub"))
        #expect(outcome.warnings == [says])
        #expect(try desk.office.redundancyDecisions()[0].recorded.decision.insisted == [says])
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func aFeedOnWhichAnotherFindingRestsIsNotRetiredByTheWay() throws {
        let desk = try Desk()
        try desk.importing([
            Self.row("SOURCE", from: "Ministry of Justice", to: "HMRC"),
            Self.row("FEED", from: "HMRC", to: "DWP"), Self.row("STRAIGHT", from: "Ministry of Justice", to: "DWP"),
            Self.row("ONWARD", from: "DWP", to: "Home Office"), Self.row("DIRECT", from: "HMRC", to: "Home Office"),
        ])
        let findings = try desk.office.redundancy().filter { $0.kind == .indirect }
        #expect(findings.first { $0.a.rawValue == "ONWARD" }?.feed?.rawValue == "FEED")
        #expect(findings.first { $0.a.rawValue == "FEED" }?.feed?.rawValue == "SOURCE")
        let order = Self.order("FEED", "STRAIGHT", survivor: "STRAIGHT")
        #expect(
            try Self.refusal(order, at: desk).map(\.says) == [
                "FEED is the feed on which it rests that ONWARD passes on what DIRECT brings from its source. Insist to retire it all the same."
            ])
        // Also once the other is decided.
        let first = Self.order("ONWARD", "DIRECT", survivor: "DIRECT")
        #expect(try Self.refusal(first, at: desk) == [])
        let outcome = try desk.office.decideConsolidation(first, as: PersonID("hub"))
        #expect(outcome.decision.shown.map(\.feed) == [ShareReference("FEED")])
        #expect(try Self.refusal(order, at: desk).map(\.rule) == ["feeds-others"])
        var insisting = order
        insisting.insists = true
        #expect(try Self.refusal(insisting, at: desk) == [])
    }

    @Test func aFeedMayGoIntoAnotherBetweenTheSameBodies() throws {
        let desk = try Desk()
        try desk.importing([
            Self.row("FEED", from: "HMRC", to: "DWP"), Self.row("TWIN", from: "HMRC", to: "DWP"),
            Self.row("ONWARD", from: "DWP", to: "Home Office"), Self.row("DIRECT", from: "HMRC", to: "Home Office"),
        ])
        #expect(try Self.refusal(Self.order("FEED", "TWIN", survivor: "TWIN"), at: desk) == [])
        #expect(try Self.refusal(Self.order("FEED", "TWIN", survivor: "FEED"), at: desk) == [])
    }

    @Test func aDraftIsNotProposedAsWhatTakesOver() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk, ["data_items": Self.items])
        try Life.propose("B", at: desk, ["data_items": Self.items + "; Sort code"])
        let cluster = try #require(try desk.office.redundancyClusters().clusters.first)
        #expect(cluster.members.map(\.rawValue) == ["A", "B"])
        #expect(cluster.survivor.rawValue == "A")
        #expect(cluster.additions.items == ["Bank sort code"])
    }

    @Test func whoeverHandedARequestOverHasAskedForItAllTheSame() throws {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: PersonID("both"), name: "Both", roles: ["requester", "board"], organisation: "DWP"))
        for reference in ["C", "D"] {
            _ = try desk.office.propose(
                reference: ShareReference(reference), fields: Life.proposal, as: PersonID("both"))
            try desk.act(
                "hand-over-request", on: reference, by: "hub", ["requester": "requester", "reason": "Moved on"])
        }
        let keep = ConsolidationOrder(.shares(["C", "D"]), .keep, reason: "Both are needed")
        #expect(
            try Self.refusal(keep, by: "both", at: desk).map(\.rule)
                == ["segregation-of-duties", "segregation-of-duties"])
    }

    @Test func aDecisionIsOfItsTimeAndAboutWhatWasLookedAt() throws {
        let desk = try Desk()
        try desk.importing([Self.row("A", from: "HMRC", to: "DWP"), Self.row("B", from: "HMRC", to: "DWP")])
        let keep = ConsolidationOrder(
            .shares(["A", "B"]), .keep, reason: "Two teams", on: Day(iso: "1066-10-14"), seen: 99_999)
        #expect(try Self.refusal(keep, at: desk).map(\.rule) == ["seen-nothing", "long-before"])
        let one = ConsolidationOrder(.cluster("A"), .keep, reason: "Two teams")
        #expect(try Self.refusal(one, at: desk).map(\.rule) == ["one-share"])
    }

    @Test func anotherWordForAFrequencyIsNoChange() throws {
        let desk = try Desk()
        func rows(_ frequency: String) -> [Row] {
            [Self.row("A", from: "HMRC", to: "DWP"), Self.row("B", from: "HMRC", to: "DWP")].map { row in
                var row = row
                row.fields["frequency"] = row.fields["reference"] == "B" ? frequency : "Monthly"
                return row
            }
        }
        try desk.importing(rows("Monthly"))
        let keep = ConsolidationOrder(.shares(["A", "B"]), .keep, reason: "Two teams")
        _ = try desk.office.decideConsolidation(keep, as: PersonID("hub"))
        try desk.importing(rows("P1M"))
        #expect(try desk.office.redundancy() == [])
        try desk.importing(rows("Weekly"))
        #expect(
            try desk.office.redundancy().map(\.again) == [
                "Decided on 1 April 2026 to keep them all (decision 1); facts changed since: B: frequency (was monthly, now weekly)."
            ])
    }
}
