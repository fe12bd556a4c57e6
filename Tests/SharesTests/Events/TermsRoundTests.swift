import Foundation
@testable import Shares
import Testing
import Workflows

/// Which version was put forward, what it changed, and what became of it.
@Suite struct TermsRoundTests {
    private static func amending() throws -> Casebook {
        var casebook = try Casebook.share(
            entry: "live", at: [.proposal: "accepted", .dpia: "approved", .approval: "in-force"])
        try casebook.give("begin-amendment", by: "hub", ["reason": "More items"])
        return casebook
    }

    private static func told(_ round: TermsRound) -> [[String]] {
        round.submissions.map { one in
            ["\(one.number) by \(one.by)"] + one.changes.map { "\($0.field): \($0.inWords)" }
                + one.sinceLast.map { "since: \($0.field): \($0.inWords)" } + one.decisions.map(\.inWords)
        }
    }

    @Test func anAmendmentIsReturnedWithItsReasonAndSubmittedAgain() throws {
        var casebook = try Self.amending()
        let items = "National Insurance number; Date of birth; Address"
        try casebook.give("edit", by: "hub", ["data_items": items, "purpose": "Checking all"])
        try casebook.give("submit-amendment", by: "hub")
        try casebook.give("return-amendment", by: "owner", ["reason": "Why the address?"])
        try casebook.give("edit", by: "hub", ["data_items": "Date of birth; Postcode"])
        try casebook.give("submit-amendment", by: "hub")
        try casebook.give("accept-amendment", by: "owner")
        let rounds = TermsRound.rounds(in: casebook.events)
        #expect(rounds.map(\.kind) == [.amendment])
        #expect(rounds[0].reason == "More items" && rounds[0].begunBy == "hub" && !rounds[0].isOver)
        #expect(
            Self.told(rounds[0]) == [
                [
                    "1 by hub", "purpose: “Checking earnings against awards” → “Checking all”",
                    "dataItems: + Address", "returned by owner (data-owner) on 1 April 2026: Why the address?",
                ],
                [
                    "2 by hub", "purpose: “Checking earnings against awards” → “Checking all”",
                    "dataItems: + Postcode − National Insurance number",
                    "since: dataItems: + Postcode − National Insurance number − Address",
                    "accepted by owner (data-owner) on 1 April 2026",
                ],
            ])
        #expect(rounds[0].submissions.map(\.shareVersion) == [4, 7])
    }

    @Test func aRoundThatIsOverIsKeptAndTheNextIsCounted() throws {
        var casebook = try Self.amending()
        try casebook.give("edit", by: "hub", ["purpose": "Checking all"])
        try casebook.give("submit-amendment", by: "hub")
        try casebook.give("refuse-amendment", by: "owner", ["reason": "Too much"])
        try casebook.give("begin-amendment", by: "hub", ["reason": "Less"])
        try casebook.give("abandon-amendment", by: "hub", ["reason": "Not needed"])
        let rounds = TermsRound.rounds(in: casebook.events)
        #expect(rounds.map(\.number) == [1, 2])
        #expect(rounds.map(\.isOver) == [true, true])
        #expect(rounds[0].submissions[0].decisions.map(\.outcome) == [.refused])
        #expect(rounds[1].decisions.map(\.inWords) == ["abandoned by hub (hub) on 1 April 2026: Not needed"])
    }

    @Test func aRequestIsARoundFromItsProposalUntilItIsInForce() throws {
        var casebook = try Casebook.share()
        try casebook.give("submit", by: "requester")
        try casebook.give("return", by: "owner", ["reason": "Say why daily"])
        try casebook.give("edit", by: "requester", ["frequency": "Weekly"])
        try casebook.give("resubmit", by: "requester")
        try casebook.give("accept", by: "owner")
        casebook.share.standing[.dpia] = Standing.Position("approved", since: casebook.now)
        try casebook.give("open", by: "owner")
        for person in ["owner", "dpo", "security"] { try casebook.give("sign-off", by: person) }
        try casebook.give("prepare-agreement", by: "legal")
        try casebook.give("void-agreement", by: "legal", ["reason": "A clause is missing"])
        for person in ["owner", "dpo", "security"] { try casebook.give("sign-off", by: person) }
        try casebook.give("return-agreement", by: "dpo", ["reason": "Weekly is too often"])
        let rounds = TermsRound.rounds(in: casebook.events)
        #expect(rounds.count == 1 && rounds[0].kind == .request && rounds[0].begunBy == "requester")
        #expect(
            Self.told(rounds[0]) == [
                ["1 by requester", "returned by owner (data-owner) on 1 April 2026: Say why daily"],
                [
                    "2 by requester", "since: frequency: “Daily” → “Weekly”",
                    "accepted by owner (data-owner) on 1 April 2026",
                    "frozen for signature by legal (legal) on 1 April 2026",
                    "frozen text given up by legal (legal) on 1 April 2026: A clause is missing",
                    "returned by dpo (dpo) on 1 April 2026: Weekly is too often",
                ],
            ])
    }

    @Test func anInheritedShareHasNoRoundUntilSomethingIsPutForwardHere() throws {
        #expect(TermsRound.rounds(in: try Casebook.share(entry: "live").events) == [])
    }

    @Test(arguments: [
        (TermsField.dataItems, "A; B", "B; C", ["C"], ["A"], "+ C − A"),
        (.dataItems, "", "C", ["C"], [], "+ C"), (.purpose, "A; B", "B", [], [], "“A; B” → “B”"),
        // The order alone.
        (.dataItems, "A; B", "B; A", [], [], "“A; B” → “B; A”"),
    ])
    func aChangeSaysWhatCameInAndWhatIsGone(
        field: TermsField, from: String, to: String, added: [String], removed: [String], words: String
    ) {
        let change = TermsChange(field, from: from, to: to)
        #expect(change.added == added)
        #expect(change.removed == removed)
        #expect(change.inWords == words)
    }
}
