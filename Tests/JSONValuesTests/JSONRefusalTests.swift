import JSONValues
import Testing

/// What the reader refuses, why and where.
@Suite struct JSONRefusalTests {
    @Test(
        arguments: [
            ("", .endOfText, 0), ("  ", .endOfText, 2), ("[1", .endOfText, 2), (#"{"a""#, .endOfText, 4),
            (#"{"a":"#, .endOfText, 5), (#""a"#, .endOfText, 2), (#""a\"#, .endOfText, 3), (#""\u00"#, .endOfText, 5),
            ("tru", .endOfText, 3), ("trux", .unexpectedCharacter, 3), ("nul]", .unexpectedCharacter, 3),
            ("1 2", .textAfterTheValue, 2), ("{} x", .textAfterTheValue, 3), ("[1]]", .textAfterTheValue, 3),
            ("[1,]", .trailingComma, 3), (#"{"a":1,}"#, .trailingComma, 7), ("[,1]", .unexpectedCharacter, 1),
            ("[1 2]", .unexpectedCharacter, 3), ("{a:1}", .unexpectedCharacter, 1),
            (#"{"a" 1}"#, .unexpectedCharacter, 5),
            ("{'a':1}", .unexpectedCharacter, 1), ("// c\n1", .unexpectedCharacter, 0),
            ("NaN", .unexpectedCharacter, 0),
            ("Infinity", .unexpectedCharacter, 0), ("\u{A0}1", .unexpectedCharacter, 0),
            ("\u{0}", .unexpectedCharacter, 0),
            ("\u{C}1", .unexpectedCharacter, 0), ("{1:2}", .unexpectedCharacter, 1),
            ("\"a\nb\"", .controlCharacter, 2), ("\"a\u{0}b\"", .controlCharacter, 2),
            ("\"\\n\u{1F}\"", .controlCharacter, 3),
            (#""\x""#, .invalidEscape, 1), (#""\u12g4""#, .invalidEscape, 1), (#""\U0041""#, .invalidEscape, 1),
            (#""\ud800""#, .loneSurrogate, 1), (#""\udc00\ud800""#, .loneSurrogate, 1),
            (#""\ud800\u0041""#, .loneSurrogate, 1),
            (#""\ud800\n""#, .loneSurrogate, 1),
            ("\u{FEFF}1", .byteOrderMark, 0),
        ] as [(String, JSONFault.Reason, Int)])
    func malformedTextIsRefusedAtItsPlace(text: String, reason: JSONFault.Reason, offset: Int) {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
        #expect(fault?.reason == reason)
        #expect(fault?.offset == offset)
    }

    @Test(
        arguments: [
            ("01", .invalidNumber), ("-01", .invalidNumber), ("00", .invalidNumber), ("1.", .endOfText),
            ("1.]", .invalidNumber),
            ("-", .endOfText), ("-a", .invalidNumber), ("1e", .endOfText), ("1e+ ", .invalidNumber),
            ("1.e1", .invalidNumber),
            (".5", .unexpectedCharacter), ("+1", .unexpectedCharacter), ("0x1", .textAfterTheValue),
            ("1_0", .textAfterTheValue),
            ("-Infinity", .invalidNumber), ("1e400", .numberOutOfRange), ("-1e400", .numberOutOfRange),
            ("9007199254740992", .integerOutOfRange), ("-9007199254740992", .integerOutOfRange),
            ("9007199254740993", .integerOutOfRange), ("9223372036854775808", .integerOutOfRange),
            ("1000000000000000000000000000000", .integerOutOfRange), ("9007199254740992.0", .integerOutOfRange),
            ("1e20", .integerOutOfRange),
        ] as [(String, JSONFault.Reason)])
    func numbersThatJSONDoesNotKnowOrReadersLoseAreRefused(text: String, reason: JSONFault.Reason) {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
        #expect(fault?.reason == reason)
        #expect(fault?.offset == (reason == .textAfterTheValue ? 1 : 0))
    }

    /// Overlong forms, halves of surrogate pairs, beyond U+10FFFF, cut short, and a stray byte (RFC 3629).
    @Test(
        arguments: [
            [0xC0, 0x80], [0xE0, 0x80, 0xAF], [0xF0, 0x80, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xC3], [0xE2, 0x82], [0x80], [0xFF],
        ] as [[UInt8]])
    func bytesThatAreNotUTF8AreRefusedWhereTheyStand(bytes: [UInt8]) {
        let text = [0x5B, 0x22, 0xC3, 0xA9] + bytes + [0x22, 0x5D]
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
        #expect(fault?.reason == .invalidUTF8)
        #expect(fault?.offset == 4)
        #expect(fault?.column == 4)
        #expect(fault?.pointer == JSONPointer(["0"]))
    }

    @Test func utf16IsRefused() {
        for bytes: [UInt8] in [[0xFF, 0xFE, 0x31, 0x00], [0x00, 0x31], [0x31, 0x00]] {
            #expect(throws: JSONFault.self) { try JSONValue(parsing: bytes) }
        }
    }

    @Test(arguments: [
        (#"{"a":1,"a":1}"#, "a"), (#"{"a":1,"\u0061":2}"#, "a"), ("{\"\u{E9}\":1,\"e\u{301}\":2}", "é"),
        (#"{"":1,"":2}"#, ""),
    ])
    func aKeyTwiceIsRefusedAlsoWhenEscapedOrInTheOtherNormalForm(text: String, key: String) {
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
        #expect(fault?.reason == .duplicateKey(key))
        #expect(fault?.pointer == JSONPointer([key]))
    }

    @Test func theSameKeyInTwoObjectsIsNoDuplicate() throws {
        #expect(throws: Never.self) { try JSONValue(parsing: #"{"a":{"a":1},"b":{"a":1},"A":1}"#) }
    }

    @Test func aFaultSaysLineColumnAndPointer() {
        let text = """
            {
              "é/x": [
                {"step": "ok"},
                {"step": "äö", "n": 01}
              ]
            }
            """
        let fault = #expect(throws: JSONFault.self) { try JSONValue(parsing: text) }
        #expect(fault?.line == 4)
        #expect(fault?.column == 25)
        #expect(fault?.pointer.description == "/é~1x/1/n")
        #expect(
            fault?.description == "Line 4, column 25 at /é~1x/1/n: This is not a number as JSON writes them.")
    }
}
