import Foundation
import Interchange
import Shares
import Testing

struct BrokenRegisterTests {
    private static let names =
        (try? FileManager.default.contentsOfDirectory(atPath: RegisterSamples.broken.path))?
        .filter { $0.hasSuffix(".csv") }.sorted() ?? []

    @Test func thereAreBrokenRegisters() {
        #expect(Self.names.count > 20)
    }

    @Test(arguments: names)
    func aBrokenRegisterGivesItsFindings(name: String) throws {
        let file = RegisterSamples.broken.appending(path: name)
        let expected = try String(
            contentsOf: file.deletingPathExtension().appendingPathExtension("findings"), encoding: .utf8)
        var reader = RegisterReader(
            reference: try RegisterSamples.reference(), source: name,
            today: try #require(Day(iso: "2026-04-01")))
        var findings = Findings()
        var kept = 0
        let outcome = try RegisterFile().read(from: RegisterSamples.chunks(try RegisterSamples.bytes(file), of: 7)) {
            let read = reader.read($0)
            findings.append(read.findings)
            if read.entry != nil { kept += 1 }
        }
        findings.append(outcome.findings)
        let lines = findings.all.map { "\($0.severity.rawValue): \($0.place): … [\($0.rule)]" }.sorted()
        #expect(lines.joined(separator: "\n") == expected.trimmingCharacters(in: .newlines))
        // A row is in the register or is named: nothing is lost between the two.
        let named = Set(
            findings.all.compactMap { finding -> Int? in
                guard case .cell(let row, _) = finding.place, row > 1 else { return nil }
                let keepsOut = finding.severity == .error || finding.rule == "blank-row"
                return keepsOut ? row : nil
            })
        #expect(kept + named.count == outcome.records)
    }
}
