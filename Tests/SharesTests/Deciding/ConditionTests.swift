@testable import Shares
import Testing
import Workflows

/// Conditions: before or after coming into force, met by somebody else, waived by whoever set them.
@Suite struct ConditionTests {
    private static func casebook(at approval: StateName = "signing-off") throws -> Casebook {
        try Casebook.share(at: [.proposal: "accepted", .dpia: "approved", .approval: approval])
    }

    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    private static let one = ["condition": "Train the staff", "owner": "security"]

    private static func set(_ changed: [String: String], by person: String = "dpo") throws -> Casebook {
        var casebook = try casebook()
        try casebook.give("set-condition", by: person, one.merging(changed) { $1 })
        return casebook
    }

    /// Whether it keeps the terms from coming into force on a day.
    @Test(arguments: [
        ([:], "2026-04-01", true), (["timing": "before", "due": "2026-05-01"], "2026-04-01", true),
        (["timing": "after", "due": "2026-05-01"], "2026-04-30", false),
        (["timing": "after", "due": "2026-05-01"], "2026-05-01", true), (["due": "2026-05-01"], "2026-04-01", false),
    ])
    func aConditionBlocksBeforehandOrWhenItIsDue(fields: [String: String], today: String, blocks: Bool) throws {
        let casebook = try Self.set(fields)
        let condition = try #require(casebook.share.approval.conditions.first)
        #expect(condition.blocks(on: try Self.day(today)) == blocks)
        var circumstances = casebook.circumstances
        circumstances.now = Instant(startOf: try Self.day(today))
        let wanting = Fact.conditionsMet.shortfalls(
            of: casebook.share, given: [:], in: circumstances, under: casebook.rules)
        #expect(wanting == (blocks ? ["Condition 1 is not met: Train the staff (security)."] : []))
    }

    @Test(arguments: [
        (["timing": "after"], "evidence-missing"), (["due": "2026-03-31"], "in-the-past"),
        (["timing": "before", "if-overdue": "suspend"], "nothing-to-suspend"),
        (["if-overdue": "suspend"], "nothing-to-suspend"), (["timing": "sometime"], "evidence-not-understood"),
        (["if-overdue": "shrug", "due": "2026-05-01"], "evidence-not-understood"),
    ])
    func aConditionThatCannotBeIsRefused(fields: [String: String], rule: String) throws {
        #expect(
            try Self.casebook().rules(against: "set-condition", by: "dpo", Self.one.merging(fields) { $1 }) == [rule])
    }

    @Test func nobodyCertifiesTheirOwnConditionAndTheRequesterNone() throws {
        var casebook = try Self.set([:])
        let met = ["reference": "1", "evidence": "Minutes"]
        #expect(try casebook.rules(against: "meet-condition", by: "security", met) == ["segregation-of-duties"])
        // Nor does whoever acts for its owner.
        var lent = casebook.circumstances
        lent.roster.apply(
            .delegated(
                Delegation(
                    number: 1, from: "security", to: "requester", roles: ["security"], first: casebook.now.day,
                    last: casebook.now.day, reason: "Leave")))
        casebook.share.duties = Duties()
        guard
            case .refused(let refusal) = casebook.share.decide(
                Order("meet-condition", fields: met), by: try Casebook.person("requester"), in: lent,
                under: casebook.rules)
        else {
            Issue.record("the delegate of the owner certified it")
            return
        }
        #expect(refusal.reasons.map(\.rule) == ["segregation-of-duties"])
        casebook.share.duties.note("submit", of: .proposal, by: ["hub"])
        #expect(try casebook.rules(against: "meet-condition", by: "hub", met) == ["segregation-of-duties"])
        #expect(
            try casebook.rules(against: "meet-condition", by: "legal", ["reference": "2", "evidence": "Minutes"])
                == ["unknown-condition"])
        try casebook.give("meet-condition", by: "legal", met)
        #expect(casebook.share.approval.conditions.map(\.metBy) == ["legal"])
        #expect(try casebook.rules(against: "meet-condition", by: "legal", met) == ["condition-settled"])
        #expect(
            casebook.share.approval.conditions[0].standing(on: casebook.now.day) == "met on 1 April 2026 (Minutes)")
    }

    @Test func onlyTheCapacityThatSetItDoesWithoutIt() throws {
        var casebook = try Self.set([:])
        let waived = ["reference": "1", "reason": "They are trained"]
        #expect(try casebook.rules(against: "waive-condition", by: "siro", waived) == ["not-your-condition"])
        #expect(try casebook.rules(against: "waive-condition", by: "dpo", ["reference": "1"]) == ["evidence-missing"])
        try casebook.give("waive-condition", by: "dpo", waived)
        #expect(casebook.share.approval.conditions.map(\.isOpen) == [false])
        #expect(
            casebook.share.approval.conditions[0].standing(on: casebook.now.day)
                == "waived by dpo on 1 April 2026: They are trained")
    }

    @Test func theShareIsSuspendedForAConditionThatSaysSoAndOnlyThen() throws {
        var casebook = try Self.set(["due": "2026-05-01", "if-overdue": "suspend"])
        casebook.share.standing[.approval] = Standing.Position("in-force", since: casebook.now)
        casebook.share.termsVersion = 1
        #expect(
            ShareDate.conditionDue.day(in: casebook.share.dates, machine: .approval, on: casebook.now.day)
                == (try Self.day("2026-05-01")))
        casebook.now = Instant(startOf: try Self.day("2026-05-01"))
        #expect(
            try casebook.rules(against: "suspend-on-condition", by: "system") == ["suspending-condition-overdue"])
        casebook.now = Instant(startOf: try Self.day("2026-05-02"))
        try casebook.give("suspend-on-condition", by: "system")
        guard case .acted(let act) = casebook.events.last?.happening else { return }
        #expect(act.evidence == ["reason": "Condition 1 is overdue: Train the staff (security)."])
        #expect(casebook.share.state(.approval) == "suspended")
        #expect(
            try casebook.rules(against: "reinstate", by: "owner", ["reason": "Enough"]) == ["conditions-met"])
        try casebook.give("meet-condition", by: "dpo", ["reference": "1", "evidence": "Minutes"])
        #expect(try casebook.rules(against: "reinstate", by: "owner", ["reason": "Trained"]) == [])
        #expect(ShareDate.conditionDue.day(in: casebook.share.dates, machine: .approval, on: casebook.now.day) == nil)
    }

    @Test func conditionsSetBeforeTheirKindWasAskedForMeanWhatTheyMeant() throws {
        let due = try Self.day("2026-05-01")
        let dated = Condition(number: 1, text: "Train", owner: "HMRC", due: due, setBy: "dpo")
        #expect(!dated.blocks(on: due.adding(days: -1)) && dated.blocks(on: due))
        #expect(Condition(number: 1, text: "Train", owner: "HMRC", due: nil, setBy: "dpo").blocks(on: due))
        #expect(!dated.suspends)
    }
}
