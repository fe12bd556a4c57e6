import Casework
import Foundation
import Interchange
import Ledger
import Shares
import Testing

/// A register comes in once, says what changed when it comes again, and never writes over what was decided here.
@Suite struct ImportTests {
    @Test func aSamplePortfolioImportedTwiceChangesNothing() throws {
        let desk = try Desk()
        var bytes: [UInt8] = []
        try desk.office.writeSample(shares: 120, seed: 7) { bytes += $0 }
        let file = try desk.write(String(decoding: bytes, as: UTF8.self), to: "portfolio.csv")
        let first = try desk.office.importRegister(ImportRequest(file: file, skipsInvalid: true))
        #expect(first.rows == 120)
        #expect(first.registered + first.rejected.count == 120)
        let position = try desk.position()
        let second = try desk.office.importRegister(ImportRequest(file: file, skipsInvalid: true))
        #expect(second.changesNothing)
        #expect(second.unchanged == first.registered)
        #expect(try desk.position() == position)
        #expect(try desk.office.verifyAudit().faults == [])
    }

    @Test func aChangedRowIsACorrectionThatShowsWhatChanged() throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B")])
        let report = try desk.importing([Row("A"), Row("B", ["purpose": "Arrears", "frequency": "Weekly"])])
        #expect(report.registered == 0 && report.corrected == 1 && report.unchanged == 1)
        #expect(
            report.corrections.first?.changes == [
                TermsChange(.purpose, from: "Checking earnings against awards", to: "Arrears"),
                TermsChange(.frequency, from: "Daily", to: "Weekly"),
            ])
        #expect(try desk.share("B").terms.purpose == "Arrears")
        let history = try desk.office.history(of: ShareReference("B"))
        #expect(history.map(\.event.happening.kind) == ["registered", "corrected"])
    }

    @Test func aShareThatALaterFileLeavesOutIsUntouched() throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B")])
        let before = try desk.share("B")
        #expect(try desk.importing([Row("A")]).changesNothing)
        #expect(try desk.share("B") == before)
    }

    @Test func aDryRunTellsTheSameAndWritesNothing() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        let position = try desk.position()
        let rows = [Row("A", ["purpose": "Arrears"]), Row("B")]
        let dry = try desk.importing(rows, dry: true)
        #expect(dry.registered == 1 && dry.corrected == 1 && dry.isDryRun)
        #expect(try desk.position() == position)
        #expect(try desk.office.shares().count == 1)
        let real = try desk.importing(rows)
        #expect(real.registered == 1 && real.corrected == 1)
    }

    @Test func aTrialListsEachShareAndFieldThatWouldChange() throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("C")])
        let changed = Row("A", ["purpose": "=Arrears"])
        let report = try desk.importing([changed, Row("B", ["title": "Bus passes"]), Row("C")], dry: true)
        #expect(report.additions.map { [$0.reference.rawValue, $0.title] } == [["B", "Bus passes"]])
        #expect(
            report.changesCSV == """
                reference,what,field,from,to
                B,new,Status,,live
                B,new,Data owner,,Head of Fraud Data
                B,new,Title,,Bus passes
                B,new,Provider,,HMRC
                B,new,Recipient,,DWP
                B,new,Purpose,,Checking earnings against awards
                B,new,Legal gateway,,Welfare Reform Act 2012 s.127
                B,new,Lawful basis (Article 6),,Public task
                B,new,Data items,,National Insurance number; Date of birth
                B,new,Data subjects,,Benefit claimants
                B,new,Frequency,,Daily
                B,new,Transfer method,,API
                B,new,Classification,,OFFICIAL
                B,new,Start date,,2023-04-01
                B,new,End date,,2028-03-31
                B,new,Review date,,2026-12-01
                A,changed,Purpose,Checking earnings against awards,'=Arrears

                """)
        #expect(try desk.importing([Row("B")]).additions.isEmpty)
    }

    @Test func whatNobodySeesIsLeftOutAndSaid() throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        let report = try desk.importing([
            Row(
                "A\u{200B}",
                ["title": "Check", "recipient": "DW\u{2060}P", "data_items": "Date of\u{AD} birth; \u{FEFF}Full name"])
        ])
        #expect(report.registered == 0 && report.corrected == 1)
        #expect(
            report.findings.all.filter { $0.rule == "invisible-character" }.map { "\($0.place): \($0.message)" } == [
                "row 2, column data_items: The text holds the invisible character U+00AD: it is left out.",
                "row 2, column recipient: The text holds the invisible character U+2060: it is left out.",
                "row 2, column reference: The text holds the invisible character U+200B: it is left out.",
            ])
        let terms = try desk.share("A").terms
        #expect(terms.items.map(\.name.text) == ["Date of birth", "Full name"])
        #expect(terms.recipients.map(\.organisation.text) == ["DWP"])
    }

    /// The lines of the native register, as “shares --format csv” writes them.
    private static func exported(_ desk: Desk) throws -> String {
        var text = NativeRegister.header()
        try desk.office.forEachRegisterLine(where: []) { text += $0 }
        return text
    }

    @Test func anExportComesInAgainAndChangesNothing() throws {
        let desk = try Desk()
        var bytes: [UInt8] = []
        try desk.office.writeSample(shares: 400, seed: 7) { bytes += $0 }
        _ = try desk.office.importRegister(
            ImportRequest(file: try desk.write(String(decoding: bytes, as: UTF8.self), to: "sample.csv")))
        try desk.importing([Row("B", ["lawful_basis": "6(1)(e);9(2)(j);10", "special_category_condition": ""])])
        // A draft that lacks both sides.
        _ = try desk.office.propose(fields: ["title": "To be said"], as: PersonID("requester"))
        let text = try Self.exported(desk)
        #expect(text.contains("6(1)(e); 9(2)(j); 10"))
        let export = try desk.write(text, to: "export.csv")
        let again = try desk.office.importRegister(ImportRequest(file: export, isDryRun: true))
        #expect(again.corrections.map(\.reference) == [])
        #expect(again.changesNothing && again.findings.errors == [] && again.rejected.isEmpty)
        #expect(again.unchanged == 402)

        let other = try Desk()
        let taken = try other.office.importRegister(ImportRequest(file: export, skipsInvalid: true))
        #expect(taken.registered == 401)
        #expect(try other.share("B").terms.lawfulBases == desk.share("B").terms.lawfulBases)
        #expect(try other.share("B").terms.lawfulBases.count == 3)
        for share in try other.office.shares() {
            let mine = try desk.share(share.reference.rawValue).terms.lawfulBases
            #expect(
                try Set(other.share(share.reference.rawValue).terms.lawfulBases.map(\.basis.term))
                    == Set(mine.map(\.basis.term)))
        }
    }

    @Test func oneErrorKeepsTheWholeFileOut() throws {
        let desk = try Desk()
        let rows = [Row("A"), Row("B", ["start_date": "31/02/2023"]), Row("C", ["title": ""])]
        let position = try desk.position()
        do {
            try desk.importing(rows)
            Issue.record("the file came in")
        } catch let refused as RefusedImport {
            #expect(refused.report.findings.errors.map(\.rule) == ["impossible-date", "title-missing"])
            #expect(
                refused.report.findings.errors.map(\.place.description) == [
                    "row 3, column start_date", "row 4, column title",
                ])
        }
        #expect(try desk.position() == position)
        let report = try desk.importing(rows, skipping: true)
        #expect(report.registered == 1)
        #expect(report.rejected.map { $0.row.fields["reference"] } == ["B", "C"])
        #expect(try desk.office.shares().map(\.reference.rawValue) == ["A"])
    }

    @Test(arguments: ["", "no,header,here\n1,2,3\n"])
    func aFileWithoutItsHeaderIsRefusedEvenWhereRowsAreSkipped(text: String) throws {
        let desk = try Desk()
        let file = try desk.write(text, to: "register.csv")
        for skips in [false, true] {
            #expect(throws: RefusedImport.self) {
                try desk.office.importRegister(ImportRequest(file: file, skipsInvalid: skips))
            }
        }
        #expect(try desk.office.shares() == [])
    }

    @Test(arguments: ["no-such-file.csv", "."])
    func aFileThatIsNotThereIsBadInput(name: String) throws {
        let desk = try Desk()
        #expect(throws: Findings.self) { try desk.office.importRegister(ImportRequest(file: desk.path(name))) }
    }

    @Test func onlyTheHubImportsByName() throws {
        let desk = try Desk()
        let file = try desk.write(Row.csv([Row("A")]), to: "register.csv")
        #expect(throws: Refusal.self) {
            try desk.office.importRegister(ImportRequest(file: file, actor: PersonID("owner")))
        }
        _ = try desk.office.importRegister(ImportRequest(file: file, actor: PersonID("hub")))
        #expect(try desk.office.history(of: ShareReference("A")).first?.event.actor.rawValue == "hub")
    }

    @Test func termsInForceAreNotOverwritten() throws {
        let desk = try Desk()
        try Life.regularised("A", at: desk)
        let before = try desk.share("A")
        let report = try desk.importing([Row("A", ["purpose": "Arrears", "status": "Closed"])])
        #expect(report.corrections.map(\.isOnlyNoted) == [true])
        let after = try desk.share("A")
        #expect(after.terms == before.terms)
        #expect(after.states == before.states)
        #expect(after.registerDifferences.map(\.field) == [.purpose])
        #expect(try desk.importing([Row("A", ["purpose": "Arrears", "status": "Closed"])]).changesNothing)
    }

    @Test func aShareProposedHereIsNotTakenOverByARegister() throws {
        let desk = try Desk()
        _ = try desk.office.propose(
            reference: ShareReference("A"), fields: ["title": "Mine"], as: PersonID("requester"))
        let report = try desk.importing([Row("A")])
        #expect(report.findings.all.map(\.rule).contains("proposed-here"))
        #expect(try desk.share("A").terms.title == "Mine")
        #expect(try desk.stage("A") == .proposal)
        #expect(try desk.importing([Row("A")]).changesNothing)
    }

    @Test func aRegisterExportedComesInAgainAsItWas() throws {
        let desk = try Desk()
        try desk.importing([
            Row("A"), Row("B", ["title": "=1+1 \"quoted\", with a comma\nand a line", "status": "Lapsed"]),
        ])
        var lines = RegisterRow.nativeColumns.joined(separator: ",") + "\n"
        try desk.office.forEachRegisterLine(where: []) { lines += $0 }
        let other = try Desk()
        let file = try other.write(lines, to: "export.csv")
        #expect(try other.office.importRegister(ImportRequest(file: file)).registered == 2)
        for reference in ["A", "B"] {
            #expect(try other.share(reference).terms == desk.share(reference).terms)
            #expect(try other.stage(reference) == desk.stage(reference))
        }
    }

    /// Two imports of one file at once: each share is registered once.
    @Test func twoImportsAtOnceRegisterEachShareOnce() async throws {
        let desk = try Desk()
        let file = try desk.write(Row.csv((1...50).map { Row("DWP-\($0)") }), to: "register.csv")
        let other = Office(ledger: try Ledger.open(file: desk.path("register.sqlite")))
        let office = desk.office
        async let first = Task { try office.importRegister(ImportRequest(file: file)).registered }.value
        async let second = Task { try other.importRegister(ImportRequest(file: file)).registered }.value
        #expect(try await first + second == 50)
        #expect(try office.shares().count == 50)
        #expect(try office.verifyAudit().faults == [])
    }
}
