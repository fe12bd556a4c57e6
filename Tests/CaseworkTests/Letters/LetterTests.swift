import Casework
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// Letters follow from what is done, and from time; each once, each to whom it concerns.
@Suite struct LetterTests {
    private static func letters(_ desk: Desk, _ kind: String) throws -> [String] {
        try desk.office.letters().filter { $0.kind.hasPrefix(kind) }.map(\.recipient).sorted()
    }

    @Test func aDecisionIsTold() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix(3)), "A", at: desk)
        #expect(try Self.letters(desk, "appointment:") == ["owner"])
        #expect(try Self.letters(desk, "request:") == ["owner"])
        let returned = try #require(try desk.office.letters().first { $0.kind.hasPrefix("return:") })
        #expect(returned.recipient == "requester")
        #expect(returned.subject == "A comes back to you")
        #expect(
            returned.body
                == "The owner has returned “Earnings check” (A) with this to be put right:\n\nSay why daily")
        // A refused order writes none.
        let before = try desk.position()
        #expect(try desk.refusal("accept", on: "A", by: "owner") != [])
        #expect(try desk.position() == before)
    }

    @Test func whatAFieldSaysIsNoField() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk, ["title": "The {reason} {title} check"])
        try Life.live(Array(Life.proposed.prefix(3)), "A", at: desk)
        let returned = try #require(try desk.office.letters().first { $0.kind.hasPrefix("return:") })
        #expect(returned.body.contains("“The {reason} {title} check”"))
    }

    @Test func anExpiryIsToldToBothSides() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.set("2028-04-01")
        _ = try desk.office.tick()
        #expect(try desk.stage("A") == .expired)
        #expect(try Self.letters(desk, "expiry:") == ["owner", "partner"])
        let findings = try desk.office.check(ShareReference("A")).map(\.rule)
        #expect(findings.contains("flows-after-expiry"))
        #expect(try desk.office.report().expiredNotStopped == 1)
        _ = try desk.office.tick()
        #expect(try Self.letters(desk, "expiry:") == ["owner", "partner"])
    }

    @Test func theEndIsRemindedOfThreeTimesAndWhoComesLateIsToldOnce() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        func told(on day: String) throws -> [String] {
            try desk.set(day)
            return try desk.office.tick().letters.filter { $0.kind == "remind:approval:in-force" }
                .map { "\($0.recipient) \($0.due)" }.sorted()
        }
        // Sixty, thirty and seven days before 31 March 2028.
        #expect(try told(on: "2028-01-30") == [])
        #expect(try told(on: "2028-01-31") == ["owner 2028-01-31", "partner 2028-01-31"])
        #expect(try told(on: "2028-02-29") == [])
        #expect(try told(on: "2028-03-01") == ["owner 2028-03-01", "partner 2028-03-01"])
        #expect(try told(on: "2028-03-24") == ["hub 2028-03-24", "owner 2028-03-24", "partner 2028-03-24"])
        let late = try Desk()
        try Life.inForce("A", at: late)
        try late.set("2028-03-30")
        #expect(
            try late.office.tick().letters.filter { $0.kind == "remind:approval:in-force" }.map(\.recipient).sorted()
                == ["hub", "owner", "partner"])
    }

    // MARK: - Delivery

    private static func address(_ id: String, _ role: RoleName, of organisation: String, at desk: Desk) throws {
        try desk.office.keep(
            Person(
                id: PersonID(id), name: "The \(id)", roles: [role], organisation: organisation,
                email: "\(id)@example.gov.uk"))
    }

    @Test func remindersThatWaitTogetherAreADigest() throws {
        let desk = try Desk()
        try Self.address("owner", "data-owner", of: "DWP", at: desk)
        try Life.inForce("A", at: desk)
        try Life.inForce("B", at: desk, ["data_items": "Vehicle registration"])
        try desk.set("2028-01-31")
        _ = try desk.office.tick()
        let sender = try #require(MailAddress("concordat@example.gov.uk"))
        let report = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: sender), digests: true)
        let reminders = report.delivered.filter { $0.letter.kind.hasPrefix("remind:") }
        #expect(reminders.count > 1)
        let files = try FileManager.default.contentsOfDirectory(atPath: desk.path("mail"))
        // Each other letter is a file of its own, the reminders are one.
        #expect(files.count == report.delivered.count - reminders.count + 1)
        let texts = try files.map { try String(contentsOfFile: desk.path("mail") + "/" + $0, encoding: .utf8) }
        #expect(texts.count { $0.contains("Subject: \(reminders.count) reminders\r\n") } == 1)
    }

    @Test func aLetterToARoleGoesToWhoeverHoldsItByThen() throws {
        let desk = try Desk()
        try desk.importing([Row("A", ["provider": "Home Office", "end_date": "2026-04-10"])])
        try desk.set("2026-04-11")
        _ = try desk.office.tick()
        #expect(try Self.letters(desk, "expiry:") == ["role:data-owner", "role:partner"])
        let sender = try #require(MailAddress("concordat@example.gov.uk"))
        #expect(try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: sender)).delivered == [])
        try Self.address("home", "partner", of: "Home Office", at: desk)
        let report = try desk.office.deliverLetters(by: .folder(desk.path("mail"), from: sender))
        #expect(
            report.delivered.contains { $0.letter.kind.hasPrefix("expiry:") && $0.letter.recipient == "role:partner" })
        #expect(report.kept.allSatisfy { $0.letter.letter.recipient != "role:partner" })
    }
}
