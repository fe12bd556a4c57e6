import Interchange
import Shares
import Testing
import Workflows

struct NativeRegisterTests {
    @Test(arguments: [
        "=1+1", "+44 20 7946 0000", "-", "@SUM(A1)", "\t=1", "\r=1", " =1", "'=1", "''@x", "'", "'quoted'",
        "=\u{301}1+1",
        "\u{FF1D}1", "plain", "", "a=b", "two\nlines", "a,\"b\"", "\u{FEFF}x",
    ])
    func aCellComesBackFromASpreadsheetExportAsItWas(text: String) throws {
        let line = CSVWriter.line([text, "x"])
        var reader = CSVReader(nextChunk: RegisterSamples.chunks(Array("h,i\n".utf8) + Array(line.utf8)))
        _ = try reader.next()
        let cells = try #require(try reader.next()).cells
        #expect(cells.count == 2)
        #expect(Array(FormulaGuard.undone(in: cells[0]).utf8) == Array(text.utf8))
        let first = cells[0].unicodeScalars.first { !$0.properties.isWhitespace }
        #expect(first.map { !"=+-@\u{FF1D}".unicodeScalars.contains($0) } ?? true)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func anyTableIsReadAsItWasWritten(seed: UInt64) throws {
        var state = seed
        func random(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % bound
        }
        let pieces = ["a", "\"", ",", "\n", "\r", "'", "=", "-", " ", "é", "\u{301}", "\u{1F3DB}", ";", "\u{0}", "\t"]
        let rows = (0...random(6)).map { _ in
            (0...random(5)).map { _ in (0..<random(8)).map { _ in pieces[random(pieces.count)] }.joined() }
        }
        let bytes = Array(rows.map { CSVWriter.line($0) }.joined().utf8)
        var reader = CSVReader(nextChunk: RegisterSamples.chunks(bytes, of: 1 + random(9)))
        var found: [[String]] = []
        while let record = try reader.next() {
            #expect(record.faults.isEmpty, "seed \(seed)")
            found.append(record.cells.map(FormulaGuard.undone))
        }
        #expect(found.map { $0.map { Array($0.utf8) } } == rows.map { $0.map { Array($0.utf8) } }, "seed \(seed)")
    }

    @Test func onlyCellsThatCouldBeFormulasAreGuarded() {
        #expect(CSVWriter.line(["=1", "'a", "b-c", "a b "]) == "'=1,'a,b-c,\"a b \"\n")
        #expect(CSVWriter.line([""]) == "\"\"\n")
    }

    @Test func theHeaderIsTheOneOfTheContract() {
        #expect(
            NativeRegister.header()
                == "reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,"
                + "frequency,transfer_method,classification,start_date,end_date,review_date,data_owner,status\n")
        #expect(Set(NativeRegister.allColumns) == RegisterRow.knownColumns)
    }
}

/// A share leaves as a line of the native register and comes in again as it was.
struct NativeRoundTripTests {
    private func entries(_ text: String) throws -> [RegisterEntry] {
        var reader = RegisterReader(
            reference: try RegisterSamples.reference(), source: "register.csv",
            today: try #require(Day(iso: "2026-04-01")))
        var entries: [RegisterEntry] = []
        let outcome = try RegisterFile().read(from: RegisterSamples.chunks(Array(text.utf8))) {
            if let entry = reader.read($0).entry { entries.append(entry) }
        }
        #expect(outcome.findings.isEmpty)
        return entries
    }

    private func share(_ entry: RegisterEntry) throws -> Share {
        let event = Event(
            share: entry.reference, version: 1, at: Instant(milliseconds: 0),
            actor: .importer,
            role: "hub",
            happening: .registered(
                Registration(
                    entry: entry.entry, origin: entry.origin, pin: WorkflowPin(versions: [:], digest: ""),
                    standing: [:],
                    terms: entry.terms, owner: entry.owner, requester: nil)))
        return try #require(Share(first: event))
    }

    @Test func aShareIsTheSameAfterAnExportAndAnImport() throws {
        let columns =
            RegisterRow.nativeColumns + ["public_benefit", "retention", "special_category_condition", "contact"]
        let cells = [
            "DWP-DS-00001", "=Blue Badge, \"eligibility\"", "DWP", "Leeds City Council; Wigan Council",
            "- to check\n- to pay", "Welfare Reform Act 2012 s.131; The usual powers", "Public task; Because we may",
            "National Insurance number; Shoe size", "Benefit claimants", "Daily", "Searchlight", "OFFICIAL",
            "01/04/2023",
            "TBC", "2026-09-30", "@Head of Disability Data", "Live", "'=quoted", "P2Y", "9(2)(g)", "+44 20 7946 0000",
        ]
        let first = try #require(try entries(CSVWriter.line(columns) + CSVWriter.line(cells)).first)
        #expect(first.terms.title == "=Blue Badge, \"eligibility\"")
        #expect(first.terms.publicBenefit == "'=quoted")
        let all = NativeRegister.allColumns
        let export =
            NativeRegister.header(all) + NativeRegister.line(for: try share(first), status: "Live", columns: all)
        let second = try #require(try entries(export).first)
        #expect(second.terms == first.terms)
        #expect(second.owner == first.owner)
        #expect(second.entry == first.entry)
        #expect(second.reference == first.reference)
    }
}
