import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Testing

/// Both sides' registers, held against each other on SQLite.
@Suite struct ReconcileTests {
    private static let day = Instant(milliseconds: 1_775_001_600_000)  // 2026-04-01

    /// Ours: one as the partner has it, one that differs, one under another reference, one that only we take for live, one of
    /// which the partner knows nothing, and one with somebody else.
    static let ours = [
        Row("DS-1"), Row("DS-2"), Row("DS-3", ["title": "Tax credit awards", "purpose": "Paying tax credit awards"]),
        Row("DS-4"), Row("DS-5", ["data_items": "Postcode", "title": "Streets", "purpose": "Planning offices"]),
        Row("DS-6", ["provider": "Home Office"]),
    ]
    static let theirs = [
        Row("DS-1", ["provider": "HM Revenue and Customs", "data_items": "NINO; DoB", "start_date": "01/04/2023"]),
        Row(
            "DS-2",
            [
                "title": "Earnings check DS-2", "data_items": "National Insurance number; Postcode",
                "end_date": "2029-03-31", "frequency": "Weekly",
            ]),
        Row("HMRC-3", ["title": "Tax credit awards", "purpose": "Paying tax credit awards"]),
        Row("DS-4", ["status": "Closed"]),
        Row(
            "HMRC-9",
            ["data_items": "Bank account number", "title": "Accounts", "purpose": "Refunds", "recipient": "DWP"]),
        Row("HMRC-10", ["recipient": "Home Office"]),
    ]

    @Test func mirrorsSayWhatIsLiveForOneSideOnlyAndWhatDiffers() async throws {
        let desk = try Desk(on: "2026-04-02")
        let partners = try Partners(in: desk.folder)
        try desk.importing(Self.ours)
        let folder = try partners.hmrcSends(
            Self.theirs.filter { $0.fields["reference"] != "HMRC-10" }, on: Self.day, to: "sent")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map { "\(folder)/\($0)" }
        _ = try await desk.office.importManifests(at: files, trust: partners.trust)
        try expectDifferences(try desk.office.reconcile(with: "HMRC"))
    }

    @Test func aRegisterFileOfThePartnersIsHeldAgainstOursInTheSameWay() throws {
        let desk = try Desk(on: "2026-04-02")
        try desk.importing(Self.ours)
        let file = try desk.write(Row.csv(Self.theirs), to: "theirs.csv")
        let position = try desk.position()
        try expectDifferences(try desk.office.reconcile(with: "hm-revenue-customs", register: file))
        #expect(try desk.position() == position)
    }

    private func expectDifferences(_ report: ReconciliationReport) throws {
        let all = report.reconciliation
        #expect(report.here == 5)
        #expect(report.there == 5)
        #expect(report.othersHere == 0)
        #expect(all.pairs.map(\.ours.reference.rawValue) == ["DS-1", "DS-2", "DS-3", "DS-4"])
        #expect(all.pairs.map(\.theirs.reference.rawValue) == ["DS-1", "DS-2", "HMRC-3", "DS-4"])
        #expect(all.pairs[0].agrees)
        #expect(all.pairs[0].match == .reference)
        #expect(all.pairs[2].match == .content(100))
        let second = all.pairs[1].differences
        #expect(second.map(\.field) == [.dataItems, .frequency, .endDate])
        #expect(second.first?.onlyHere == ["Date of birth"])
        #expect(second.first?.onlyThere == ["Postcode"])
        #expect(second.last?.here == ["2028-03-31"])
        #expect(second.last?.there == ["2029-03-31"])
        #expect(all.liveHereOnly.map(\.reference.rawValue) == ["DS-4", "DS-5"])
        #expect(all.liveThereOnly.map(\.reference.rawValue) == ["HMRC-9"])
        #expect(!all.agrees)
    }

    @Test func aPartnerOfWhomThereIsNothingIsSaid() throws {
        let desk = try Desk()
        #expect(throws: Findings.self) { try desk.office.reconcile(with: "HMRC") }
        #expect(throws: Findings.self) { try desk.office.reconcile(with: "DWP") }
        #expect(throws: Findings.self) { try desk.office.reconcile(with: "Nobody in particular") }
    }

    @Test func aRowThatCannotBeReadIsSaidAndTheOthersAreCompared() throws {
        let desk = try Desk()
        try desk.importing([Row("DS-1")])
        let file = try desk.write(Row.csv([Row("DS-1"), Row("DS-2", ["title": ""])]), to: "theirs.csv")
        let report = try desk.office.reconcile(with: "HMRC", register: file)
        #expect(report.reconciliation.agrees)
        #expect(report.findings.all.map(\.rule) == ["title-missing"])
    }
}
