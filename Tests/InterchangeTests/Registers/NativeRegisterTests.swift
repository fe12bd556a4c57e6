import Interchange
import Shares
import Testing

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
