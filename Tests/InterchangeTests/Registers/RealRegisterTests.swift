import Foundation
import Interchange
import Shares
import Testing

/// The public registers stand beside the project where it is built, not in it: without them these tests are skipped.
struct RealRegisterTests {
    private static let registers = RegisterSamples.root.deletingLastPathComponent().appending(path: "shared/registers")
    private static let areThere = FileManager.default.fileExists(atPath: registers.path)

    private struct Import {
        var rows: [RegisterRow] = []
        var entries: [RegisterEntry] = []
        var findings = Findings()
        var records = 0
    }

    private func load(_ file: String, by mapping: String) throws -> Import {
        var reader = RegisterReader(
            reference: try RegisterSamples.reference(), source: file, today: try #require(Day(iso: "2026-04-01")))
        var made = Import()
        let bytes = try RegisterSamples.bytes(Self.registers.appending(path: file))
        let outcome = try RegisterFile(mapping: try RegisterSamples.mapping(mapping)).read(
            from: RegisterSamples.chunks(bytes)
        ) {
            let read = reader.read($0)
            made.findings.append(read.findings)
            made.rows.append($0)
            if let entry = read.entry { made.entries.append(entry) }
        }
        made.findings.append(outcome.findings)
        made.records = outcome.records
        return made
    }

    @Test(.enabled(if: areThere, "../shared/registers is not there"))
    func noRowOfNHSDigitalsReleasesIsLost() throws {
        let made = try load("nhs-digital-data-releases-2017.csv", by: "nhs-digital-data-releases")
        #expect(made.records == 5776)
        #expect(made.findings.errors.map(\.description) == [])
        #expect(made.rows.flatMap(\.rows).sorted() == Array(2...5777))
        #expect(made.entries.count == 568)
        let share = try #require(made.entries.first { $0.reference.rawValue == "DARS-NIC-17875-X7K1V-v1.4" })
        #expect(share.terms.recipients.map(\.organisation.text) == ["UNIVERSITY OF BRISTOL"])
        #expect(
            share.terms.items.map(\.name.text).prefix(2) == [
                "Hospital Episode Statistics Admitted Patient Care", "Hospital Episode Statistics Outpatients",
            ])
        #expect(share.terms.gateways.map(\.term) == ["hsca-2012"])
        #expect(share.terms.other["Sensitive or Non-Sensitive"] == "Non Sensitive")
    }

    @Test(.enabled(if: areThere, "../shared/registers is not there"))
    func theThreeAgreementsUnderTheDigitalEconomyActComeInWithEveryWord() throws {
        let made = try load("dea-information-sharing-agreements-2019.tsv", by: "dea-information-sharing-agreements")
        #expect(made.records == 3)
        #expect(made.findings.errors.map(\.description) == [])
        #expect(made.entries.map(\.reference.rawValue) == ["DEA-2", "DEA-3", "DEA-4"])
        #expect(
            made.entries.map { $0.terms.providers.map(\.organisation.text) } == [
                ["HM Revenue and Customs"], ["Cabinet Office"], ["HMRC/VOA", "BEIS", "DWP"],
            ])
        #expect(
            made.entries.map { $0.terms.recipients.map(\.organisation.text) } == [
                ["Homes England"], ["HM Revenue and Customs"], ["BEIS", "DWP"],
            ])
        #expect(
            made.entries.map { $0.terms.gateways.map(\.term) } == [
                ["dea-2017-s56"], ["dea-2017-s56"], ["dea-2017-s35"],
            ])
        #expect(
            made.entries[1].terms.items.map(\.name.text) == [
                "Employed and self-employed earnings", "Household composition", "Property ownership",
            ])
        #expect(made.entries.map { $0.terms.retention?.duration } == ["P3M", "P2Y", "P3Y11M"])
        #expect(made.findings.all.filter { $0.rule == "fallback-used" }.count == 3)

        // Every word of the file stands in its share's record of the row.
        let lines = try String(
            contentsOf: Self.registers.appending(path: "dea-information-sharing-agreements-2019.tsv"), encoding: .utf8
        ).split(separator: "\n").dropFirst()
        for (line, entry) in zip(lines, made.entries) {
            let kept = entry.origin.row.values.joined(separator: " ")
            let words = line.split { $0 == "\t" || $0 == " " || $0 == ";" || $0 == "\"" || $0 == "●" }
            for word in words { #expect(kept.contains(word), "\(word)") }
        }
    }
}
