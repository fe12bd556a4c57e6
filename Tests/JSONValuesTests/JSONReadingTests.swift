import JSONValues
import Testing

/// What the reader accepts, after RFC 8259.
@Suite struct JSONReadingTests {
    @Test func everyKindOfValueIsRead() throws {
        let value = try JSONValue(
            parsing: """
                 {"a": [null, true, false, -1, 2.5, "é😀"], "b": {}, "c": [] }

                """)
        #expect(value == ["a": [.null, true, false, -1, 2.5, "é😀"], "b": [:], "c": []])
        #expect(value["a"]?[3]?.int == -1)
        #expect(value["a"]?[4]?.double == 2.5)
        #expect(value["a"]?[4]?.int == nil)
        #expect(value["a"]?[6] == nil)
        #expect(value["a"]?[-1] == nil)
        #expect(value["b"]?.object == [:])
        #expect(value["c"]?.array == [])
        #expect(value["d"]?.string == nil)
    }

    @Test(arguments: [
        (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
        (#""\u00e9\u00C9""#, "éÉ"),
        (#""\ud83d\ude02""#, "😂"),
        (#""a\u0000b""#, "a\u{0}b"),
        (#""\uFFFF\u007f""#, "\u{FFFF}\u{7F}"),
        ("\"\u{7F}\u{10FFFF}\"", "\u{7F}\u{10FFFF}"),
    ])
    func escapesAreRead(text: String, expected: String) throws {
        #expect(try JSONValue(parsing: text) == .string(expected))
    }

    @Test(
        arguments: [
            ("-0", 0), ("0", 0), ("-0.0", 0), ("1E2", 100), ("1.0", 1), ("9007199254740991", 9_007_199_254_740_991),
            ("-9007199254740991", -9_007_199_254_740_991), ("9007199254740991.0", 9_007_199_254_740_991),
        ] as [(String, Int)])
    func wholeNumbersAreIntegersHoweverTheyAreWritten(text: String, expected: Int) throws {
        #expect(try JSONValue(parsing: text).int == expected)
    }

    @Test(arguments: [
        ("0.1", 0.1), ("1e-7", 1e-7), ("5e-324", Double.leastNonzeroMagnitude), ("1E30", 1e30), ("-1.5e+300", -1.5e300),
    ])
    func fractionsAreTheNearestDouble(text: String, expected: Double) throws {
        #expect(try JSONValue(parsing: text).double == expected)
    }

    @Test func largeIntegersAreReadExactlyWhereTheCallerAsks() throws {
        let limits = JSONLimits(size: 100, readsLargeIntegers: true)
        let integer = try JSONValue(parsing: "9223372036854775807", limits: limits)
        #expect(integer.int == 9_223_372_036_854_775_807)
        #expect(integer.compact == "9223372036854775807")
        #expect(try JSONValue(parsing: "9223372036854775808", limits: limits).double == 9_223_372_036_854_775_808)
    }

    @Test func nestingIsReadUpToTheLimitAndNoFurther() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(64)) }
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: nested(65)) }
        #expect(fault?.reason == .tooDeep(limit: 64))
        #expect(fault?.offset == 64)
    }

    @Test func aHundredThousandNestedListsAreRefused() {
        for (opening, depth) in [("[", 100_000), (#"{"a":"#, 100_000), (#"[{"a":"#, 50_000)] {
            let text = String(repeating: opening, count: depth)
            let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
            #expect(fault?.reason == .tooDeep(limit: 64))
            let generous = JSONLimits(size: 1_000_000, depth: .max)
            let laterFault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text, limits: generous) }
            #expect(laterFault?.reason == .tooDeep(limit: 512))
        }
    }

    @Test func aTextLongerThanTheLimitIsRefusedUnread() {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: "[1,2,]", limits: JSONLimits(size: 5)) }
        #expect(fault?.reason == .tooLarge(limit: 5))
    }
}
