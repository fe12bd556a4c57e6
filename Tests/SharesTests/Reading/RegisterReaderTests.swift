import Shares
import Testing
import Workflows

/// A legacy register is loaded as it stands and told the truth about: errors keep a row out, warnings come in with it.
@Suite struct RegisterReaderTests {
    static let sound: [String: String] = [
        "reference": "DWP-DS-00001", "title": "Blue Badge eligibility", "provider": "DWP",
        "recipient": "Leeds City Council", "purpose": "Blue Badges", "legal_gateway": "Welfare Reform Act 2012 s.131",
        "lawful_basis": "Public task", "data_items": "National Insurance number", "data_subjects": "Benefit claimants",
        "frequency": "Daily", "transfer_method": "Searchlight", "classification": "OFFICIAL",
        "start_date": "2023-04-01", "end_date": "2027-03-31", "review_date": "2026-09-30",
        "data_owner": "Head of Disability Data", "status": "Live",
    ]

    private func reader() throws -> RegisterReader {
        RegisterReader(
            reference: try RepositoryFolder.reference(), source: "register.csv",
            today: try #require(Day(iso: "2026-04-01")))
    }

    private func read(_ changed: [String: String]) throws -> (entry: RegisterEntry?, findings: [Finding]) {
        var reader = try reader()
        let row = RegisterRow(rows: [7], fields: Self.sound.merging(changed) { $1 })
        let (entry, findings) = reader.read(row)
        return (entry, findings.all)
    }

    @Test func aSoundRowComesInWithoutFindings() throws {
        let (entry, findings) = try read([:])
        #expect(findings == [])
        let known = try #require(entry)
        #expect(known.reference == "DWP-DS-00001")
        #expect(known.entry == "live")
        #expect(known.owner == DataOwner(name: "Head of Disability Data"))
        #expect(known.origin == Origin(.inherited, source: "register.csv", row: Self.sound))
        #expect(known.terms.suggestedSpoke == "disability")
        #expect(known.terms.spoke == nil)
    }

    @Test(arguments: [
        ("reference", "", "reference-missing"), ("reference", "  \t", "reference-missing"),
        ("title", "", "title-missing"), ("provider", " ; ", "provider-missing"), ("recipient", "", "recipient-missing"),
        ("start_date", "31/02/2022", "impossible-date"), ("end_date", "2027-13-01", "impossible-date"),
        ("review_date", "soon", "impossible-date"), ("title", "A\u{0}B", "forbidden-character"),
        ("purpose", "\u{202E}esrever", "forbidden-character"), ("reference", "DWP\u{2066}1", "forbidden-character"),
        ("data_owner", "\u{1B}[2J", "forbidden-character"),
    ])
    func anErrorKeepsTheRowOutAndNamesItsPlace(column: String, text: String, rule: String) throws {
        let (entry, findings) = try read([column: text])
        #expect(entry == nil)
        #expect(findings.filter { $0.severity == .error }.map(\.rule) == [rule])
        #expect(findings.first { $0.severity == .error }?.place == .cell(row: 7, column: column))
    }

    @Test(arguments: [
        ("recipient", "Wigan Widgets Ltd", "unknown-organisation"), ("end_date", "2022-01-01", "end-before-start"),
        ("frequency", "When it suits", "frequency-not-understood"), ("lawful_basis", "Because", "basis-not-understood"),
        ("legal_gateway", "The usual powers", "gateway-not-understood"),
        ("data_items", "Shoe size", "item-not-understood"),
        ("data_owner", "", "owner-missing"), ("review_date", "2025-09-30", "review-overdue"),
        ("end_date", "2026-03-31", "live-past-its-end"), ("status", "Fine", "status-not-understood"),
        ("status", "", "status-missing"), ("start_date", "TBC", "no-date"), ("start_date", "1/4/23", "doubtful-date"),
    ])
    func aWarningComesInWithItsRow(column: String, text: String, rule: String) throws {
        let (entry, findings) = try read([column: text])
        #expect(entry != nil)
        #expect(findings.map(\.severity).allSatisfy { $0 == .warning })
        #expect(findings.contains { $0.rule == rule && $0.place == .cell(row: 7, column: column) })
    }

    @Test func allErrorsOfARowAreToldAtOnce() throws {
        let (_, findings) = try read(["title": "", "provider": "", "purpose": "\u{7}"])
        #expect(Set(findings.map(\.rule)) == ["title-missing", "provider-missing", "forbidden-character"])
    }

    @Test func aReferenceTwiceIsAnErrorOfTheSecondRowThatNamesTheFirst() throws {
        var reader = try reader()
        let first = reader.read(RegisterRow(rows: [2], fields: Self.sound))
        // The same identifier in another Unicode form, and with white space.
        let second = reader.read(
            RegisterRow(rows: [3], fields: Self.sound.merging(["reference": " DWP-DS-00001 "]) { $1 }))
        #expect(first.entry != nil)
        #expect(second.entry == nil)
        #expect(second.findings.all.map(\.rule) == ["reference-twice"])
        #expect(second.findings.all.first?.message.contains("row 2") == true)
    }

    @Test func composedAndDecomposedReferencesAreOne() throws {
        var reader = try reader()
        let composed = reader.read(
            RegisterRow(rows: [2], fields: Self.sound.merging(["reference": "Caf\u{E9}"]) { $1 }))
        let decomposed = reader.read(
            RegisterRow(rows: [3], fields: Self.sound.merging(["reference": "Cafe\u{301}"]) { $1 }))
        #expect(Array(composed.entry?.reference.rawValue.utf8 ?? "".utf8) == Array("Caf\u{E9}".utf8))
        #expect(decomposed.findings.all.map(\.rule) == ["reference-twice"])
    }

    @Test(arguments: [
        ("Active", "live"), ("Current", "live"), ("live", "live"), ("Lapsed", "expired"),
        ("Pending DPIA", "pending-dpia"), ("Draft", "proposed"), ("On hold", "suspended"), ("Withdrawn", "withdrawn"),
        ("Rejected", "refused"), ("Terminated", "closed"), ("Awaiting signature", "pending-approval"), ("Fine", "live"),
    ])
    func theStatusDecidesHowAShareComesIn(text: String, entry: String) throws {
        #expect(try read(["status": text]).entry?.entry == EntryName(rawValue: entry))
    }

    @Test func aShareWithoutStatusThatHasEndedIsTakenAsExpired() throws {
        #expect(try read(["status": "", "end_date": "2024-03-31"]).entry?.entry == "expired")
        #expect(try read(["status": "", "end_date": ""]).entry?.entry == "live")
    }

    @Test func anEndedShareIsNotOverdueForReview() throws {
        #expect(try read(["status": "Closed", "review_date": "2020-01-01"]).findings == [])
    }
}
