import Interchange
import Shares
import Testing

struct RegisterFileTests {
    private static let header = RegisterRow.nativeColumns.joined(separator: ",") + "\n"

    private func read(_ text: String) throws -> (rows: [RegisterRow], outcome: RegisterFile.Outcome) {
        var rows: [RegisterRow] = []
        let outcome = try RegisterFile().read(from: RegisterSamples.chunks(Array(text.utf8))) { rows.append($0) }
        return (rows, outcome)
    }

    @Test func columnsComeInAnyOrderAndCaseAndOptionalOnesMayBeMissing() throws {
        let made = try read("Recipient, TITLE ,provider,reference,retention,Team\nDWP,T,HMRC,R1,P2Y,\u{A0}4\u{A0}\n")
        #expect(
            made.rows == [
                RegisterRow(
                    rows: [2],
                    fields: [
                        "recipient": "DWP", "title": "T", "provider": "HMRC", "reference": "R1", "retention": "P2Y",
                    ],
                    other: ["Team": "4"])
            ])
        #expect(made.outcome.findings.all.map(\.rule) == ["unknown-column"])
    }

    /// Sent by mistake, a spreadsheet is answered with what to do and not with the number of a byte.
    @Test(
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], "XLSX, ODS"), ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "XLSX, ODS"),
            (Array("%PDF-1.7\n".utf8), "PDF"),
        ] as [([UInt8], String)])
    func aFileOfAnotherFormatIsNamed(_ bytes: [UInt8], _ format: String) throws {
        let outcome = try RegisterFile().read(from: RegisterSamples.chunks(bytes)) { _ in }
        #expect(outcome.findings.all.map { "\($0.place) [\($0.rule)]" } == ["the input [not-csv]"])
        #expect(outcome.findings.all[0].message.contains(format))
        #expect(outcome.findings.all[0].message.contains("CSV UTF-8"))
        #expect(outcome.records == 0)
    }

    @Test func fiftyThousandItemsKeepTheirRowOutAndFiveThousandDoNot() throws {
        func line(_ items: Int) -> String {
            "R\(items),T,HMRC,DWP,,,,\((1...items).map { "i\($0)" }.joined(separator: ";")),,,,,,,,,\n"
        }
        let made = try read(Self.header + line(50_000) + line(5_000))
        #expect(made.rows.map { $0.fields["reference"] } == ["R5000"])
        #expect(
            made.outcome.findings.all.map { "\($0.severity.rawValue): \($0.place) [\($0.rule)]" } == [
                "error: row 2, column data_items [too-many-items]"
            ])
    }

    @Test func aHundredThousandRowsAreGivenOneByOne() throws {
        // The source is asked for more only when the rows before are used up: nothing is gathered.
        let header = Array("reference,title,provider,recipient\n".utf8)
        let lines = Array("R,T,HMRC,DWP\n".utf8)
        var given = 0
        var asked = 0
        var wereGathered = false
        let outcome = try RegisterFile().read(
            from: {
                defer { asked += 1 }
                if asked > 0, given < asked - 1 { wereGathered = true }
                return asked == 0 ? header : asked <= 100_000 ? lines : nil
            },
            forEach: { _ in given += 1 })
        #expect(given == 100_000)
        #expect(!wereGathered)
        #expect(outcome.records == 100_000)
        #expect(outcome.findings.isEmpty)
    }

    @Test func whatTheSourceThrowsIsThrown() {
        struct Broken: Error {}
        #expect(throws: Broken.self) { try RegisterFile().read(from: { throw Broken() }, forEach: { _ in }) }
    }
}
