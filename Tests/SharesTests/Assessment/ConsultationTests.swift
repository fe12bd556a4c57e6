@testable import Shares
import Testing
import Workflows

/// The Commissioner's time: eight weeks, six more, and days that do not count (Article 36(2)).
@Suite struct ConsultationTests {
    private static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    @Test func theDayIsComputed() throws {
        var consultation = ICOConsultation(reference: "ICO-1", on: try Self.day("2026-01-05"))
        let today = try Self.day("2026-02-20")
        #expect(consultation.due(on: today) == Day(iso: "2026-03-02"))
        consultation.waits = [
            ICOConsultation.Wait(from: try Self.day("2026-02-01"), to: try Self.day("2026-02-11"), reason: "Logs")
        ]
        #expect(consultation.due(on: today) == Day(iso: "2026-03-12"))
        consultation.extended = "Complex"
        #expect(consultation.due(on: today) == Day(iso: "2026-04-23"))
        // A wait that goes on is counted up to the day.
        consultation.waits.append(
            ICOConsultation.Wait(from: try Self.day("2026-02-15"), to: nil, reason: "A diagram"))
        #expect(consultation.due(on: today) == Day(iso: "2026-04-28"))
        #expect(consultation.isWaiting)
    }

    private static func consulted() throws -> Casebook {
        var casebook = try Casebook.share(at: [.proposal: "accepted", .dpia: "assessing"])
        try casebook.give("screen", by: "dpo", ["outcome": "required", "reason": "Health data"])
        try casebook.give(
            "assess", by: "owner", ["likelihood": "probable", "severity": "severe", "measures": "Encryption"])
        try casebook.give("submit-assessment", by: "owner", ["reason": "The paper answers them"])
        try casebook.give("advise", by: "dpo", ["advice": "Consult the ICO"])
        #expect(
            try casebook.rules(against: "approve-dpia", by: "siro", ["advice-accepted": "yes"]) == [
                "residual-risk-acceptable"
            ])
        try casebook.give("refer-to-ico", by: "dpo", ["reference": "ICO-1"])
        return casebook
    }

    @Test func theCommissionerAsksExtendsAndAnswers() throws {
        var casebook = try Self.consulted()
        #expect(casebook.share.dpia.consultation?.on == casebook.now.day)
        #expect(try casebook.rules(against: "resume-ico", by: "dpo", ["evidence": "Sent"]) == ["does-not-wait"])
        try casebook.give("pause-ico", by: "dpo", ["reason": "A data flow diagram"])
        #expect(try casebook.rules(against: "pause-ico", by: "dpo", ["reason": "More"]) == ["waits-already"])
        casebook.now = Instant(startOf: casebook.now.day.adding(days: 5))
        #expect(
            try casebook.rules(against: "resume-ico", by: "dpo", ["evidence": "Sent", "effective": "2026-03-31"])
                == ["before-it-began"])
        try casebook.give("resume-ico", by: "dpo", ["evidence": "Sent"])
        try casebook.give("extend-ico", by: "dpo", ["reason": "Complex processing"])
        #expect(try casebook.rules(against: "extend-ico", by: "dpo", ["reason": "Again"]) == ["extended-already"])
        // 1 April 2026, fifty-six days, forty-two more, and five that do not count.
        #expect(casebook.share.dpia.consultation?.due(on: casebook.now.day) == Day(iso: "2026-07-13"))
        #expect(
            ShareDate.icoAnswerDue.day(in: casebook.share.dates, machine: .dpia, on: casebook.now.day)
                == Day(iso: "2026-07-13"))
        try casebook.give(
            "record-ico-answer", by: "dpo",
            [
                "outcome": "may-proceed", "answers": "With a shorter retention", "reference": "ICO-1",
                "measures": "Shorten retention", "owner": "owner", "due": "2026-08-01",
            ])
        // A condition of the answer is an action from then on.
        #expect(casebook.share.dpia.actions.map(\.text) == ["Shorten retention"])
        try casebook.give("approve-dpia", by: "siro", ["advice-accepted": "yes"])
        #expect(casebook.share.state(.dpia) == "approved")
    }
}
