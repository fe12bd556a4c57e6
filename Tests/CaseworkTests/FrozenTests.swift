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
