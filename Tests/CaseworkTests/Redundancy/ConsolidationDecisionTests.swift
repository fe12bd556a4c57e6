import Casework
import Ledger
import Redundancy
import Shares
import Testing
import Workflows

/// What a board decides about redundant shares is recorded, holds until the facts change, and begins the casework.
@Suite struct ConsolidationDecisionTests {
    private static let items = "National Insurance number; Date of birth; Full name; Address; Postcode"

    /// Two shares of a register that are the same but for one item.
    private static func inherited(_ second: [String: String] = [:]) throws -> Desk {
        let desk = try Desk()
        try desk.importing(rows(second))
        return desk
    }

    private static func rows(_ second: [String: String]) -> [Row] {
        let common = ["title": "Earnings check", "data_items": items]
        return [Row("A", common), Row("B", common.merging(second) { $1 })]
    }

    /// The same, in force here; B has an item more.
    private static func inForce() throws -> Desk {
        let desk = try Desk()
        try Life.inForce("A", at: desk, ["data_items": items])
        try Life.inForce("B", at: desk, ["data_items": items + "; Sort code"])
        return desk
    }

    private static let pair = ConsolidationOrder.Target.shares([ShareReference("A"), ShareReference("B")])

    private static func order(
        _ verdict: RedundancyVerdict, survivor: String? = nil, on day: String? = nil, seen: Int? = nil
    ) -> ConsolidationOrder {
        ConsolidationOrder(
            pair, verdict, reason: "Two teams asked for one feed", survivor: survivor.map { ShareReference($0) },
            on: day.flatMap { Day(iso: $0) }, seen: seen)
    }

    /// The rules of the refusal; empty where it was done.
    private static func refusal(_ order: ConsolidationOrder, by person: String, at desk: Desk) throws -> [String] {
        do {
            _ = try desk.office.decideConsolidation(order, as: PersonID(person))
            return []
        } catch let refusal as Refusal {
            return refusal.reasons.map(\.rule)
        }
    }

    private static func pairs(_ desk: Desk) throws -> [[String]] {
        try desk.office.redundancy().map { [$0.a.rawValue, $0.b.rawValue].sorted() }
    }

    // MARK: - What stands still

    @Test func whatIsSuspendedIsNotProposedAndIsToldOfWhereItIsChosen() throws {
        let desk = try Desk()
        // B, which began later, would come first otherwise.
        try desk.importing(Self.rows(["start_date": "2023-05-01"]))
        try desk.act("suspend", on: "B", by: "siro", ["reason": "The files were late"])
        let cluster = try #require(try desk.office.redundancyClusters().clusters.first)
        #expect(cluster.survivor == ShareReference("A"))
        let caution = "B is suspended: no data flows under it, as it does under A."
        let order = Self.order(.consolidate, survivor: "B")
        let preview = try desk.office.previewConsolidation(order, as: PersonID("board"))
        #expect(preview.decision.caution == caution)
        #expect(preview.shares.first { $0.reference == ShareReference("B") }?.says.first == caution)
        _ = try desk.office.decideConsolidation(order, as: PersonID("board"))
        let recorded = try #require(try desk.office.redundancyDecisions().first?.recorded.decision)
        #expect(recorded.caution == caution)
    }

    // MARK: - Keep, and not the same

    @Test(arguments: [RedundancyVerdict.keep, .notTheSame])
    func whatWasDecidedIsNotAskedAgainUntilAFactChanges(verdict: RedundancyVerdict) throws {
        let desk = try Self.inherited()
        #expect(try Self.pairs(desk) == [["A", "B"]])
        let cluster = try #require(try desk.office.redundancyClusters().clusters.first)
        #expect(cluster.reference == RedundancyCluster.reference(of: [ShareReference("B"), ShareReference("A")]))
        let before = try desk.position().size
        let outcome = try desk.office.decideConsolidation(
            ConsolidationOrder(
                .cluster(cluster.reference.lowercased()), verdict, reason: "Different teams",
                on: Day(iso: "2026-03-30")), as: PersonID("board"))
        #expect(outcome.number == 1)
        #expect(outcome.shares.map(\.part) == [.kept, .kept])
        // One event, and no share has moved.
        #expect(try desk.position().size == before + 1)
        #expect(try desk.share("A").version == 1)
        #expect(try Self.pairs(desk) == [])
        #expect(try desk.office.redundancyClusters().clusters == [])
        #expect(try desk.office.redundancy(of: ShareReference("A")) == [])
        let left = try desk.office.redundancyLeftOut()
        #expect(left.map { $0.decision.number } == [1])
        #expect(left.map { $0.decision.decision.reason } == ["Different teams"])
        #expect(try desk.office.verifyAudit().faults == [])

        // Another word for the same changes nothing; another item does.
        try desk.importing(Self.rows(["data_items": Self.items.replacing("Date of birth", with: "DOB")]))
        #expect(try Self.pairs(desk) == [])
        try desk.importing(Self.rows(["data_items": Self.items + "; Sort code"]))
        let again = try #require(try desk.office.redundancy().first)
        #expect(
            again.again
                == "Decided on 30 March 2026 \(verdict.asDecided) (decision 1); facts changed since: B: data items (added Bank sort code)."
        )
        #expect(again.told.hasSuffix(again.again ?? "none"))
        #expect(try desk.office.redundancyLeftOut() == [])
    }

    @Test func whatIsNotTheSameIsLearnedForTheReportAlone() throws {
        let desk = try Self.inherited()
        let scored = try #require(try desk.office.redundancy().first)
        _ = try desk.office.decideConsolidation(Self.order(.notTheSame), as: PersonID("hub"))
        let learned = try desk.office.report().learned
        #expect(learned.map(\.decision) == [1])
        #expect(learned.map(\.shares) == [[ShareReference("A"), ShareReference("B")]])
        #expect(learned.map(\.reason) == ["Two teams asked for one feed"])
        // Neither the score nor the vocabulary knows of it.
        #expect(try desk.office.redundancyLeftOut().map(\.finding) == [scored])
        // The report of the day before does not.
        let dayBefore = try #require(Day(iso: "2026-03-31"))
        #expect(try desk.office.report(asAt: dayBefore).learned == [])
        // A later decision takes its place.
        _ = try desk.office.decideConsolidation(Self.order(.keep), as: PersonID("hub"))
        #expect(try desk.office.report().learned == [])
        #expect(
            try desk.office.redundancyDecisions().map { $0.shares.map(\.stage) } == [
                [.unchanged, .unchanged], [.replaced, .replaced],
            ])
    }

    @Test func aNewShareOfADecidedClusterIsAskedAbout() throws {
        let desk = try Self.inherited()
        _ = try desk.office.decideConsolidation(Self.order(.keep), as: PersonID("board"))
        try desk.importing([Row("C", ["title": "Earnings check", "data_items": Self.items])], as: "more.csv")
        #expect(try Self.pairs(desk).sorted { $0[0] < $1[0] } == [["A", "C"], ["B", "C"]])
        #expect(try desk.office.redundancyClusters().clusters.map { $0.members.map(\.rawValue) } == [["A", "B", "C"]])
    }

    @Test func theWarningWhileDraftingLeavesOutWhatWasDecided() throws {
        let desk = try Self.inherited()
        try Life.propose("NEW", at: desk, ["data_items": Self.items])
        #expect(
            try desk.office.similar(to: ShareReference("NEW")).shares.map(\.reference.rawValue).sorted() == ["A", "B"])
        _ = try desk.office.decideConsolidation(
            ConsolidationOrder(
                .shares([ShareReference("A"), ShareReference("NEW")]), .keep, reason: "Another population"),
            as: PersonID("board"))
        #expect(try desk.office.similar(to: ShareReference("NEW")).shares.map(\.reference.rawValue) == ["B"])
    }

    // MARK: - Who

    @Test func onlyTheBoardAndTheHubDecideAndNobodyAboutTheirOwnRequest() throws {
        let desk = try Self.inherited()
        let before = try desk.position()
        for person in ["requester", "owner", "dpo", "partner", "nobody"] {
            let rules = try Self.refusal(Self.order(.keep), by: person, at: desk)
            #expect(rules == [person == "nobody" ? "unknown-person" : "not-your-role"], "\(person)")
        }
        #expect(try desk.position() == before)
        #expect(try !desk.office.mayDecideOnRedundancy(PersonID("owner")))
        #expect(try desk.office.mayDecideOnRedundancy(PersonID("board")))

        try desk.office.keep(
            Person(id: PersonID("both"), name: "Both", roles: ["requester", "board"], organisation: "DWP"))
        for reference in ["C", "D"] {
            _ = try desk.office.propose(
                reference: ShareReference(reference), fields: Life.proposal, as: PersonID("both"))
        }
        let own = ConsolidationOrder(
            .shares([ShareReference("C"), ShareReference("D")]), .keep, reason: "Both are needed")
        #expect(
            try Self.refusal(own, by: "both", at: desk) == ["segregation-of-duties", "segregation-of-duties"])
        #expect(try Self.refusal(own, by: "board", at: desk) == [])

        // A board of another body than the parties'.
        try desk.office.keep(
            Person(id: PersonID("elsewhere"), name: "Elsewhere", roles: ["board"], organisation: "MoJ"))
        #expect(try Self.refusal(Self.order(.keep), by: "elsewhere", at: desk) == ["not-your-share", "not-your-share"])
    }

    @Test func aDelegateDecidesForTheBoardAndIsBoundAsItIs() throws {
        let desk = try Self.inherited()
        let first = try #require(Day(iso: "2026-04-01"))
        let last = try #require(Day(iso: "2026-04-30"))
        _ = try desk.office.delegate(
            Delegation(
                number: 0, from: PersonID("board"), to: PersonID("siro"), roles: ["board"], first: first, last: last,
                reason: "Cover"), as: PersonID("board"))
        let outcome = try desk.office.decideConsolidation(Self.order(.keep), as: PersonID("siro"))
        #expect(outcome.decision.onBehalfOf == PersonID("board"))
        let recorded = try #require(try desk.office.redundancyDecisions().first?.recorded)
        #expect(recorded.actor == PersonID("siro") && recorded.role == "board")

        // Whoever lends the role asked for the shares.
        var board = try #require(try desk.office.people().first { $0.id == PersonID("board") })
        board.roles.append("requester")
        try desk.office.keep(board)
        for reference in ["C", "D"] {
            _ = try desk.office.propose(
                reference: ShareReference(reference), fields: Life.proposal, as: PersonID("board"))
        }
        let own = ConsolidationOrder(
            .shares([ShareReference("C"), ShareReference("D")]), .keep, reason: "Both are needed")
        #expect(
            try Self.refusal(own, by: "siro", at: desk) == ["segregation-of-duties", "segregation-of-duties"])
        try desk.set("2026-05-01")
        #expect(try Self.refusal(own, by: "siro", at: desk) == ["not-your-role"])
    }

    @Test func thePackOfTheBoardHoldsWhatItDecided() async throws {
        let desk = try Self.inForce()
        let cluster = try #require(try desk.office.redundancyClusters().clusters.first)
        func pack() async throws -> String {
            String(
                decoding: try await desk.office.boardPack(.whole, annexes: .none, format: .html).bytes, as: UTF8.self)
        }
        #expect(
            try await pack().contains(
                "<th scope=\"row\">\(cluster.reference)</th><td>B, Earnings check</td><td>A, Earnings check</td>"))
        _ = try desk.office.decideConsolidation(
            Self.order(.consolidate, on: "2026-03-31"), as: PersonID("board"))
        let decided = try await pack()
        #expect(
            decided.contains(
                "<th scope=\"row\">1</th><td>31 March 2026</td><td>Consolidate</td><td>Two teams asked for one feed</td><td>A: being retired; B: stays as it is</td>"
            ))
        #expect(decided.contains("<th scope=\"row\">In progress</th><td>1</td><td>1</td><td>5</td>"))
        #expect(decided.contains("No further shares are to be decided on."))
    }

    @Test func everyReasonIsGivenAtOnce() throws {
        let desk = try Self.inherited(["status": "Closed", "end_date": "2025-01-01"])
        let order = ConsolidationOrder(
            Self.pair, .keep, reason: " ", survivor: ShareReference("Z"), on: Day(iso: "2026-04-02"))
        #expect(
            try Self.refusal(order, by: "board", at: desk)
                == ["has-ended", "reason-missing", "in-the-future", "no-survivor"])
        #expect(
            try Self.refusal(
                ConsolidationOrder(.cluster("C-00000000"), .keep, reason: "x"), by: "board", at: desk)
                == ["no-such-cluster"])
        #expect(throws: NoSuchShare.self) {
            try desk.office.decideConsolidation(
                ConsolidationOrder(.shares([ShareReference("A"), ShareReference("NOWHERE")]), .keep, reason: "x"),
                as: PersonID("board"))
        }
        #expect(
            try Self.refusal(
                ConsolidationOrder(.shares([ShareReference("A"), ShareReference("A")]), .keep, reason: "x"),
                by: "board", at: desk) == ["one-share"])
    }

    @Test func whatChangedSinceItWasLookedAtIsRefused() throws {
        let desk = try Self.inherited()
        let preview = try desk.office.previewConsolidation(Self.order(.keep), as: PersonID("board"))
        try desk.act("appoint-owner", on: "B", by: "hub", ["owner": "owner"])
        #expect(
            try Self.refusal(Self.order(.keep, seen: preview.position), by: "board", at: desk) == ["changed-since"])
        let second = try desk.office.previewConsolidation(Self.order(.keep), as: PersonID("board"))
        _ = try desk.office.decideConsolidation(Self.order(.notTheSame), as: PersonID("hub"))
        #expect(
            try Self.refusal(Self.order(.keep, seen: second.position), by: "board", at: desk) == ["decided-since"])
    }

    // MARK: - Consolidate

    @Test func theHubBeginsTheAmendmentWithItsDraftAndTheRetirementInOneAct() throws {
        let desk = try Self.inForce()
        let order = Self.order(.consolidate, survivor: "A")
        let before = try desk.position()
        let preview = try desk.office.previewConsolidation(order, as: PersonID("hub"))
        #expect(preview.shares.map(\.commands) == [["begin-amendment", "edit"], ["propose-retirement"]])
        #expect(preview.refused == 0)
        #expect(try desk.position() == before)

        let outcome = try desk.office.decideConsolidation(order, as: PersonID("hub"))
        #expect(outcome.shares == preview.shares)
        #expect(outcome.decision.additions == SurvivorAdditions(items: ["Bank sort code"]))
        let survivor = try desk.share("A")
        #expect(survivor.state(.proposal) == "amending")
        #expect(survivor.amendment?.items.count == survivor.terms.items.count + 1)
        #expect(survivor.terms.items.count == 5)
        let going = try desk.share("B")
        #expect(going.state(.retirement) == "proposed")
        #expect(going.retirement.successor == ShareReference("A"))
        #expect(try desk.office.superseded(by: ShareReference("A")) == [ShareReference("B")])
        #expect(try Self.pairs(desk) == [])
        #expect(try desk.office.verifyAudit().faults == [])

        let progress = try #require(try desk.office.redundancyDecisions().first)
        #expect(progress.shares.map(\.stage) == [.amending, .retiring])
        #expect(progress.shares.map(\.isLinked) == [false, true])
        #expect(progress.overdue == 0)
        // The data owner has ten working days: until 17 April, with Good Friday and Easter Monday between.
        #expect(progress.shares[1].due == Day(iso: "2026-04-17"))
        try desk.set("2026-04-18")
        #expect(try desk.office.redundancyDecisions()[0].shares[1].isOverdue)
    }

    @Test func theBoardBeginsTheAmendmentAndLeavesTheDraftToOthers() throws {
        let desk = try Self.inForce()
        let outcome = try desk.office.decideConsolidation(
            Self.order(.consolidate, survivor: "A"), as: PersonID("board"))
        #expect(outcome.shares.map(\.commands) == [["begin-amendment"], ["propose-retirement"]])
        #expect(try desk.share("A").amendment?.items.count == 5)
        let event = try #require(try desk.office.history(of: ShareReference("A")).last?.event)
        guard case .acted(let act) = event.happening else { return #expect(Bool(false), "it was acted on") }
        #expect(
            act.evidence["reason"]
                == "Decision 1 on redundant shares: to take over from B. To add: data items Bank sort code. Two teams asked for one feed"
        )
    }

    @Test func theProposedSurvivorIsTheOneThatCarriesAllAndIsLeftAsItIs() throws {
        let desk = try Self.inForce()
        let outcome = try desk.office.decideConsolidation(Self.order(.consolidate), as: PersonID("board"))
        #expect(outcome.decision.survivor == ShareReference("B"))
        #expect(outcome.shares.map(\.commands) == [["propose-retirement"], []])
        #expect(try desk.office.redundancyDecisions()[0].shares.map(\.stage) == [.retiring, .unchanged])
    }

    @Test func aShareThatRefusesKeepsAllOfItFromBeingDone() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk, ["data_items": Self.items])
        try Life.propose("B", at: desk, ["data_items": Self.items + "; Sort code"])
        let order = Self.order(.consolidate, survivor: "A")
        let before = try desk.position()
        let preview = try desk.office.previewConsolidation(order, as: PersonID("hub"))
        #expect(preview.shares.map { $0.refusal?.reasons.map(\.rule) } == [nil, ["position"]])
        #expect(preview.refused == 1)
        do {
            _ = try desk.office.decideConsolidation(order, as: PersonID("hub"))
            Issue.record("It was done.")
        } catch let refusal as Refusal {
            #expect(refusal.reasons.map(\.rule) == ["position"])
            #expect(refusal.reasons[0].says.hasPrefix("B: "))
        }
        #expect(try desk.position() == before)
        #expect(try desk.office.redundancyDecisions() == [])
    }

    @Test func anInheritedSurvivorIsConfirmedBeforeItIsAmended() throws {
        let desk = try Self.inherited(["data_items": Self.items + "; Sort code"])
        let outcome = try desk.office.decideConsolidation(Self.order(.consolidate, survivor: "A"), as: PersonID("hub"))
        #expect(outcome.shares.map(\.commands) == [[], ["propose-retirement"]])
        #expect(
            outcome.shares[0].says == [
                "Its inherited terms have to be confirmed before they can be amended; then to add: data items Bank sort code."
            ])
        #expect(try desk.share("A").version == 1)
        #expect(try desk.office.redundancyDecisions()[0].shares.map(\.stage) == [.toAmend, .retiring])
    }

    @Test func whatIsSavedIsCountedFromTheDecisionToTheEnd() throws {
        let desk = try Self.inForce()
        _ = try desk.office.decideConsolidation(Self.order(.consolidate), as: PersonID("board"))
        func figures() throws -> [[Int]] {
            let figures = try desk.office.report().consolidation
            return [figures.decided, figures.inProgress, figures.done, figures.notGoneOnWith]
                .map { [$0.shares, $0.feeds, $0.items] }
        }
        #expect(try figures() == [[1, 1, 5], [1, 1, 5], [0, 0, 0], [0, 0, 0]])
        // The data owner keeps it: the board is asked again.
        try desk.act("reject-retirement", on: "A", by: "owner", ["reason": "Needed until June"])
        #expect(try figures() == [[1, 1, 5], [0, 0, 0], [0, 0, 0], [1, 1, 5]])
        #expect(
            try desk.office.redundancy().map(\.again) == [
                "Decided on 1 April 2026 to consolidate them (decision 1), but the retirement of A was not gone on with."
            ])
        #expect(try desk.office.redundancyDecisions()[0].shares.map(\.stage) == [.kept, .unchanged])
        _ = try desk.office.decideConsolidation(Self.order(.consolidate), as: PersonID("board"))
        #expect(try desk.office.redundancyDecisions().map { $0.shares[0].stage } == [.retiring, .replaced])
        try Life.live(Array(Life.retirement.dropFirst()), "A", at: desk)
        #expect(try figures() == [[1, 1, 5], [0, 0, 0], [1, 1, 5], [0, 0, 0]])
        let done = try desk.office.redundancyDecisions()[0].shares[0]
        #expect(done.stage == .retired)
        #expect(done.isLinked)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func theSurvivorIsFollowedUntilItsAmendmentIsInForce() throws {
        let desk = try Self.inForce()
        _ = try desk.office.decideConsolidation(Self.order(.consolidate, survivor: "A"), as: PersonID("hub"))
        try desk.act("abandon-amendment", on: "A", by: "hub", ["reason": "Not now"])
        #expect(try desk.office.redundancyDecisions()[0].shares[0].stage == .amendmentGivenUp)
        try Life.live(Life.amendment, "A", at: desk)
        #expect(try desk.office.redundancyDecisions()[0].shares[0].stage == .amended)
    }
}
