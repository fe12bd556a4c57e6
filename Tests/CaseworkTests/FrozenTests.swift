import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// What was approved is kept as it stood, byte for byte; conditions are watched as time passes.
@Suite struct FrozenTests {
    @Test func theFrozenTermsAreThoseOfTheirDigest() throws {
        let desk = try Desk()
        try Life.inForce("DS-1", at: desk)
        let frozen = try desk.office.frozenTerms(of: "DS-1", agreement: 1)
        let digest = try Self.digest(of: frozen.bytes, at: desk)
        #expect(frozen.digest == digest)
        #expect(try desk.share("DS-1").approval.agreements[0].frozen?.termsDigest == digest)
        #expect(String(decoding: frozen.bytes, as: UTF8.self).hasPrefix(#"{"channel":{"#))
        // An amendment changes the terms, and nothing of what was frozen before.
        try Life.live(Life.amendment, "DS-1", at: desk)
        #expect(try desk.office.frozenTerms(of: "DS-1", agreement: 1).digest == digest)
        #expect(try desk.office.frozenTerms(of: "DS-1", agreement: 2).digest != digest)
        #expect(throws: Refusal.self) { try desk.office.frozenTerms(of: "DS-1", agreement: 3) }
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func anAmendmentIsSignedOffByNobodyBeforeItIsOpened() throws {
        let desk = try Desk()
        try Life.inForce("DS-1", at: desk)
        let before = try desk.office.signOffs(of: "DS-1")
        #expect(before.basis == .approved && before.version == 1 && before.inForce == [])
        try Life.live(Array(Life.amendment.prefix(6)), "DS-1", at: desk)
        let accepted = try desk.office.signOffs(of: "DS-1")
        #expect(accepted.basis == .notOpened && accepted.given == [])
        #expect(accepted.lines.map(\.missing) == ["the data owner", "the DPO", "the security officer"])
        #expect(accepted.inForce == [before])
        try desk.act("open-amendment", on: "DS-1", by: "hub")
        try desk.act("sign-off", on: "DS-1", by: "dpo")
        let opened = try desk.office.signOffs(of: "DS-1")
        #expect(opened.basis == .policy && opened.given.map(\.capacity) == ["dpo"])
        #expect(opened.lines.compactMap(\.missing) == ["the data owner", "the security officer"])
        #expect(opened.inForce == [before])
        // What is given up is signed off by nobody, and what is in force stays as it was.
        try desk.act("return-agreement", on: "DS-1", by: "dpo", ["reason": "Too many items"])
        let returned = try desk.office.signOffs(of: "DS-1")
        #expect(returned.basis == .notOpened && returned.given == [] && returned.inForce == [before])
        try desk.act("abandon-amendment", on: "DS-1", by: "owner", ["reason": "Not needed"])
        #expect(try desk.office.signOffs(of: "DS-1") == before)
    }

    private static func reviewChanges(of event: Event?) -> [TermsChange] {
        guard case .acted(let act) = event?.happening else { return [] }
        return act.changes.filter { $0.field == .reviewDate }
    }

    /// The text, the terms in force and the record of the freezing say one date, and no coming into force another.
    @Test func withoutAReviewDateTheTextIsFrozenWithTheOneOfPolicy() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk, ["review_date": ""])
        #expect(
            try desk.office.foretold(of: "DS-1").review
                == "No review date is given: policy sets the review at 1 April 2027 (12 months at medium risk), and it is put into the text before that is frozen."
        )
        #expect(try desk.office.foretold(of: "DS-1").freezing.allSatisfy { $0.wants != .reviewDate })
        let freezing = try #require(Life.proposed.firstIndex { $0.command == "prepare-agreement" })
        try Life.live(Array(Life.proposed[...freezing]), "DS-1", at: desk)
        let day = Day(iso: "2027-04-01")
        #expect(try desk.share("DS-1").terms.reviewDate?.day == day)
        #expect(try desk.office.foretold(of: "DS-1").review == nil)
        let changes = Self.reviewChanges(of: try desk.office.history(of: "DS-1").last?.event)
        #expect(changes.map(\.to) == ["2027-04-01"])
        let text = String(decoding: try desk.office.frozenText(of: "DS-1", agreement: 1).bytes, as: UTF8.self)
        #expect(text.contains("1 April 2027"))
        let frozen = try desk.office.frozenTerms(of: "DS-1", agreement: 1)
        #expect(try Self.digest(of: frozen.bytes, at: desk) == frozen.digest)
        #expect(String(decoding: frozen.bytes, as: UTF8.self).contains("2027-04-01"))
        // Signed late: what was signed is what holds.
        try desk.set("2026-06-01")
        try Life.live(Array(Life.proposed[(freezing + 1)...]), "DS-1", at: desk)
        #expect(try desk.share("DS-1").terms.reviewDate?.day == day)
        #expect(try desk.share("DS-1") == Share(events: desk.office.history(of: "DS-1").map(\.event)))
    }

    @Test func aReviewLaterThanPolicyAllowsIsFoundAndOpensNoSignOffs() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk, ["review_date": "2027-11-01", "start_date": "2026-05-01"])
        let says =
            "The review, 1 November 2027, is later than 12 months at medium risk allow, from 1 May 2026 on: give a review_date by 1 May 2027, or none."
        #expect(try desk.office.foretold(of: "DS-1").opening.map(\.says) == [says])
        let found = try desk.office.check("DS-1").first { $0.rule == "reviewed-too-late" }
        #expect(found?.severity == .error && found?.message == says)
        let opening = try #require(Life.proposed.firstIndex { $0.command == "open" })
        try Life.live(Array(Life.proposed[..<opening]), "DS-1", at: desk)
        #expect(try desk.refusal("open", on: "DS-1", by: "hub") == ["terms-consistent"])
    }

    /// Nothing of the terms in force moves until the amendment is in force.
    @Test func anAmendmentIsFrozenWithItsReviewAsWell() throws {
        let desk = try Desk()
        try Life.inForce("DS-1", at: desk)
        var steps = Life.amendment
        steps[1] = LifeStep("requester", "edit", ["review_date": "", "frequency": "Monthly"])
        let freezing = try #require(steps.firstIndex { $0.command == "prepare-agreement" })
        try Life.live(Array(steps[...freezing]), "DS-1", at: desk)
        let (before, after) = (Day(iso: "2026-12-01"), Day(iso: "2027-04-01"))
        #expect(try desk.share("DS-1").terms.reviewDate?.day == before)
        #expect(try desk.share("DS-1").amendment?.reviewDate?.day == after)
        #expect(try desk.office.shares().map(\.reviewDate) == [before])
        let text = String(decoding: try desk.office.frozenText(of: "DS-1", agreement: 2).bytes, as: UTF8.self)
        #expect(text.contains("1 April 2027") && !text.contains("1 December 2026"))
        try Life.live(Array(steps[(freezing + 1)...]), "DS-1", at: desk)
        #expect(try desk.share("DS-1").terms.reviewDate?.day == after)
        #expect(try desk.office.shares().map(\.reviewDate) == [after])
    }

    /// As the tool says that everybody has.
    private static func digest(of bytes: [UInt8], at desk: Desk) throws -> String {
        let file = desk.path("terms.json")
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        let tool = Process()
        let output = Pipe()
        tool.executableURL = URL(fileURLWithPath: "/usr/bin/sha256sum")
        tool.arguments = [file]
        tool.standardOutput = output
        try tool.run()
        tool.waitUntilExit()
        return String(decoding: output.fileHandleForReading.readDataToEndOfFile().prefix(64), as: UTF8.self)
    }

    @Test func aConditionThatIsOverdueIsWrittenAboutFoundAndActedOn() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk)
        let signingOff = Life.proposed.firstIndex { $0.command == "prepare-agreement" } ?? 0
        try Life.live(Array(Life.proposed[..<signingOff]), "DS-1", at: desk)
        try desk.act(
            "set-condition", on: "DS-1", by: "dpo",
            ["condition": "Train the staff", "owner": "security", "due": "2026-05-01", "if-overdue": "suspend"])
        try Life.live(Array(Life.proposed[signingOff...]), "DS-1", at: desk)
        func letters(on day: String) throws -> [String] {
            try desk.set(day)
            return try desk.office.tick().letters.filter { $0.kind.hasPrefix("condition") }
                .map { "\($0.kind) \($0.recipient)" }
        }
        #expect(try letters(on: "2026-04-23") == [])
        // Five working days before 1 May.
        #expect(try letters(on: "2026-04-24") == ["condition-due:1 security"])
        #expect(try letters(on: "2026-04-27") == [])
        #expect(try !desk.office.check("DS-1").contains { $0.rule == "condition-overdue" })
        #expect(try letters(on: "2026-05-02") == ["condition-overdue:1 dpo", "condition-overdue:1 security"])
        #expect(try desk.stage("DS-1") == .suspended)
        #expect(
            try desk.office.check("DS-1").filter { $0.rule == "condition-overdue" }.map(\.message) == [
                "Condition 1, “Train the staff” (security), is not met, after coming into force, overdue since 1 May 2026; the share is suspended if it is overdue."
            ])
        #expect(try desk.office.report().conditionsOverdue == 1)
        #expect(try desk.office.report(asAt: Day(iso: "2026-05-01")).conditionsOverdue == 0)
        #expect(try desk.office.history(of: "DS-1").last?.event.actor == .system)
    }
}
