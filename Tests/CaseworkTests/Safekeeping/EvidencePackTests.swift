import Casework
import Foundation
import Ledger
import Shares
import Testing

/// An auditor checks the record with Python alone, by what the pack itself says.
struct EvidencePackTests {
    @Test func thePackIsCheckedByItsOwnWordsAndAnAlteredOneIsNot() throws {
        let desk = try Desk()
        try Life.inForce("DS-1", at: desk)
        try Life.propose("DS-2", at: desk)
        let folder = desk.path("evidence")
        try desk.office.writeEvidence(to: folder)
        #expect(try Self.check(folder) == "")
        let position = try desk.office.verifyAudit().position
        let lines = try Self.lines(of: "events.jsonl", in: folder)
        #expect(lines.count == position.size)
        #expect(
            try Self.lines(of: "hashes.csv", in: folder).last == "\(position.size),\(position.head.hexadecimal)")
        let found = try Self.text(of: "verification.json", in: folder)
        #expect(found.contains("\"head\": \"\(position.head.hexadecimal)\"") && found.contains("\"faults\": []"))

        // One letter of one event.
        let place = lines.count / 2
        let altered =
            lines[..<place] + [lines[place].replacing("\"at\":\"2026", with: "\"at\":\"2025")] + lines[(place + 1)...]
        #expect(altered[place] != lines[place])
        try (altered.joined(separator: "\n") + "\n").write(
            toFile: folder + "/events.jsonl", atomically: true, encoding: .utf8)
        #expect(try Self.check(folder).contains("AssertionError: \(place + 1)"))
    }

    @Test func aPackAboutOneShareHasItsEventsAndTextsAlone() throws {
        let desk = try Desk()
        try Life.inForce("DS-1", at: desk)
        try Life.propose("DS-2", at: desk)
        let folder = desk.path("evidence")
        try desk.office.writeEvidence(about: "DS-1", to: folder, as: PersonID("hub"))
        #expect(try Self.check(folder) == "")
        let lines = try Self.lines(of: "events.jsonl", in: folder)
        #expect(lines.count == (try desk.office.history(of: "DS-1").count))
        #expect(lines.allSatisfy { $0.contains("\"share\":\"DS-1\"") })
        let digest = try #require(desk.share("DS-1").approval.agreements[0].frozen?.text?.digest)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder + "/texts") == [digest])
        // Nothing of the other was signed.
        let other = desk.path("other")
        try desk.office.writeEvidence(about: "DS-2", to: other)
        #expect(try Self.check(other) == "")
        #expect(!FileManager.default.fileExists(atPath: other + "/texts"))
    }

    @Test func onlyTheHubAndAuditorsTakeItAwayAndNothingIsHalfWritten() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk)
        let folder = desk.path("evidence")
        let refusal = #expect(throws: Refusal.self) {
            try desk.office.writeEvidence(to: folder, as: PersonID("owner"))
        }
        #expect(refusal?.reasons.map(\.rule) == ["not-your-role"])
        #expect(throws: NoSuchShare.self) { try desk.office.writeEvidence(about: "NONE", to: folder) }
        #expect(!FileManager.default.fileExists(atPath: folder))
        #expect(!FileManager.default.fileExists(atPath: folder + ".partial"))
        try desk.office.writeEvidence(to: folder)
        let findings = #expect(throws: Findings.self) { try desk.office.writeEvidence(to: folder) }
        #expect(findings?.all.map(\.rule) == ["cannot-write"])
    }

    @Test func aRecordIsHeldAgainstAPositionThatSomebodyKept() throws {
        let desk = try Desk()
        try Life.propose("DS-1", at: desk)
        let kept = try desk.office.verifyAudit().position
        try Life.propose("DS-2", at: desk)
        #expect(try desk.office.recordHolds(kept))
        var other = kept
        other.head[0] ^= 1
        #expect(try !desk.office.recordHolds(other))
        #expect(try !desk.office.recordHolds(LedgerPosition(size: kept.size + 1000, head: kept.head)))
    }

    // MARK: -

    private static func text(of name: String, in folder: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    private static func lines(of name: String, in folder: String) throws -> [String] {
        try text(of: name, in: folder).split(separator: "\n").map(String.init)
    }

    /// Runs what the pack's own words say; empty where it finds nothing.
    private static func check(_ folder: String) throws -> String {
        let script = try text(of: "README.txt", in: folder).split(separator: "\n", omittingEmptySubsequences: false)
            .filter { $0.hasPrefix("    ") }.map { $0.dropFirst(4) }.joined(separator: "\n")
        #expect(script.hasPrefix("import hashlib, json"))
        let python = Process()
        let said = Pipe()
        python.executableURL = URL(fileURLWithPath: "/usr/bin/python3")
        python.arguments = ["-c", script]
        python.currentDirectoryURL = URL(fileURLWithPath: folder)
        python.standardError = said
        try python.run()
        let words = said.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        return String(decoding: words, as: UTF8.self)
    }
}
