import Interchange
import Testing

struct CSVReaderTests {
    private func records(
        _ text: String, delimiter: UInt8 = UInt8(ascii: ","), chunk: Int = 65_536, limits: CSVLimits = .standard
    ) throws -> [CSVRecord] {
        try records(Array(text.utf8), delimiter: delimiter, chunk: chunk, limits: limits)
    }

    private func records(
        _ bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ","), chunk: Int = 65_536, limits: CSVLimits = .standard
    ) throws -> [CSVRecord] {
        var reader = CSVReader(
            delimiter: delimiter, limits: limits, nextChunk: RegisterSamples.chunks(bytes, of: chunk))
        var records: [CSVRecord] = []
        while let record = try reader.next() { records.append(record) }
        return records
    }

    @Test(arguments: ["a,b\nc,d\n", "a,b\r\nc,d\r\n", "a,b\rc,d\r", "a,b\nc,d", "\u{FEFF}a,b\n\n\nc,d\n\n"])
    func everyLineEndEndsARow(text: String) throws {
        for chunk in 1...8 { #expect(try records(text, chunk: chunk).map(\.cells) == [["a", "b"], ["c", "d"]]) }
    }

    @Test(arguments: [
        ("\"a,b\",c", ["a,b", "c"]), ("\"say \"\"no\"\"\",", ["say \"no\"", ""]),
        ("\"two\nlines\",x", ["two\nlines", "x"]),
        ("5\" disk,x", ["5\" disk", "x"]), ("\"\",\"\"", ["", ""]), (" a , b ", [" a ", " b "]),
        ("a\u{0},b", ["a\u{0}", "b"]), ("\"\"\"\",x", ["\"", "x"]), ("é,\u{1F3DB}", ["é", "\u{1F3DB}"]),
    ])
    func quotedAndUnquotedCellsAreRead(text: String, cells: [String]) throws {
        for chunk in 1...text.utf8.count {
            let found = try records(text, chunk: chunk)
            #expect(found.map(\.cells) == [cells])
            #expect(found.allSatisfy { $0.faults.isEmpty })
        }
    }

    @Test func aCarriageReturnAloneIsTextWhereRowsEndWithLineFeeds() throws {
        for chunk in 1...12 {
            let found = try records("a\tb\nc\r\td\r\n", delimiter: UInt8(ascii: "\t"), chunk: chunk)
            #expect(found.map(\.cells) == [["a", "b"], ["c\r", "d"]])
        }
    }

    @Test func rowsAreCountedWithoutBlankLinesAndLinesWithThem() throws {
        let found = try records("a\n\n\"b\nb\"\nc\n")
        #expect(found.map(\.row) == [1, 2, 3])
        #expect(found.map(\.line) == [1, 3, 5])
    }

    @Test func aQuotationMarkLeftOpenIsNamedWhereItOpens() throws {
        let found = try records("a,b\nc,\"d\ne,f\n")
        #expect(found.map(\.row) == [1, 2])
        #expect(found[1].faults == [CSVFault(reason: .quoteOpen, column: 2, offset: 6, line: 2)])
    }

    @Test func textAfterAClosingQuotationMarkSpoilsItsRowAlone() throws {
        for chunk in 1...12 {
            let found = try records("\"a\"x,b\nc,d\n", chunk: chunk)
            #expect(found[0].faults == [CSVFault(reason: .textAfterQuote, column: 1, offset: 3, line: 1)])
            #expect(found[1].cells == ["c", "d"])
            #expect(found[1].faults.isEmpty)
        }
    }

    @Test(arguments: [
        ([0x61, 0x2C, 0x62, 0xE9, 0x0A], 2, 3), ([0x61, 0xC0, 0x80, 0x2C, 0x62], 1, 1),
        ([0x22, 0x61, 0x22, 0x22, 0xFF, 0x22, 0x2C, 0x62], 1, 4), ([0xED, 0xA0, 0x80], 1, 0),
        ([0x61, 0xE2, 0x82], 1, 1),
        ([0xF5, 0x80, 0x80, 0x80], 1, 0), ([0xE0, 0x9F, 0xBF], 1, 0),
    ])
    func bytesThatAreNotUTF8AreNamedByTheirOffset(bytes: [UInt8], column: Int, offset: Int) throws {
        for chunk in 1...bytes.count {
            let found = try records(bytes, chunk: chunk)
            #expect(found[0].faults == [CSVFault(reason: .notUTF8, column: column, offset: offset, line: 1)])
        }
    }

    @Test func aCellOfFiftyMegabytesIsAFaultAndTheNextRowIsRead() throws {
        let piece = [UInt8](repeating: UInt8(ascii: "x"), count: 1_000_000)
        var pieces = [Array("a,b\nc,\"".utf8)] + [[UInt8]](repeating: piece, count: 50) + [Array("\"\nd,e\n".utf8)]
        pieces.reverse()
        var reader = CSVReader(nextChunk: { pieces.popLast() })
        #expect(try reader.next()?.cells == ["a", "b"])
        let long = try #require(try reader.next())
        #expect(long.faults.map(\.reason) == [.cellTooLong(limit: 1024 * 1024)])
        #expect(long.faults.map(\.column) == [2])
        #expect(try reader.next()?.cells == ["d", "e"])
        #expect(try reader.next() == nil)
    }

    @Test func limitsOfARowAreKept() throws {
        var limits = CSVLimits()
        limits.cell = 4
        limits.row = 6
        limits.columns = 3
        let found = try records("abcd,ef\nabcd,efg\nabcde\na,b,c\na,b,c,d,e\nx\n", limits: limits)
        #expect(
            found.map { $0.faults.map(\.reason) } == [
                [], [.rowTooLong(limit: 6)], [.cellTooLong(limit: 4)], [], [.tooManyColumns(limit: 3)], [],
            ])
    }
}
