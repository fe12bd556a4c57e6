import JSONValues
import Testing

/// The canonical form of RFC 8785.
@Suite struct JSONCanonicalTests {
    /// RFC 8785 appendix B, whole; nil where the RFC says that the number is an error.
    @Test(
        arguments: [
            (0x0000_0000_0000_0000, "0"),
            (0x8000_0000_0000_0000, "0"),
            (0x0000_0000_0000_0001, "5e-324"),
            (0x8000_0000_0000_0001, "-5e-324"),
            (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
            (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
            (0x4340_0000_0000_0000, "9007199254740992"),
            (0xc340_0000_0000_0000, "-9007199254740992"),
            (0x4430_0000_0000_0000, "295147905179352830000"),
            (0x7fff_ffff_ffff_ffff, nil),
            (0x7ff0_0000_0000_0000, nil),
            (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"),
            (0x44b5_2d02_c7e1_4af6, "1e+23"),
            (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
            (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"),
            (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
            (0x444b_1ae4_d6e2_ef50, "1e+21"),
            (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
            (0x3eb0_c6f7_a0b5_ed8d, "0.000001"),
            (0x41b3_de43_5555_5553, "333333333.3333332"),
            (0x41b3_de43_5555_5554, "333333333.33333325"),
            (0x41b3_de43_5555_5555, "333333333.3333333"),
            (0x41b3_de43_5555_5556, "333333333.3333334"),
            (0x41b3_de43_5555_5557, "333333333.33333343"),
            (0xbecb_f647_612f_3696, "-0.0000033333333333333333"),
            (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
        ] as [(UInt64, String?)])
    func numbersAreWrittenAsInAppendixB(bits: UInt64, expected: String?) {
        #expect(JSONNumber(Double(bitPattern: bits))?.canonical == expected)
    }

    /// ECMA-262, Number::toString, at the edges of its four layouts.
    @Test(
        arguments: [
            (100, "100"), (0.5, "0.5"), (123.456, "123.456"), (1e-6, "0.000001"), (1e-7, "1e-7"), (1.25e-7, "1.25e-7"),
            (-0.00001, "-0.00001"), (1e22, "1e+22"), (1.5e300, "1.5e+300"), (9_007_199_254_740_991, "9007199254740991"),
        ] as [(Double, String)])
    func numbersAreWrittenAsECMAScriptDoes(number: Double, expected: String) {
        #expect(JSONNumber(number)?.canonical == expected)
    }

    @Test func everyReadableDoubleSurvivesItsCanonicalText() throws {
        var generator = SeededGenerator(seed: 8785)
        for _ in 0..<20_000 {
            guard let number = JSONNumber(Double(bitPattern: generator.next())) else { continue }
            let limits = JSONLimits(size: 100, readsLargeIntegers: true)
            let again = try JSONValue(parsing: number.canonical, limits: limits)
            #expect(again.double == number.double, "seed 8785, \(number.canonical)")
        }
    }

    @Test func stringsEscapeWhatTheRFCNamesAndNothingElse() {
        let value: JSONValue = "\u{8}\t\n\u{C}\r\"\\/\u{0}\u{1F}\u{7F}\u{80}\u{2028}é😀<"
        #expect(value.compact == #""\b\t\n\f\r\"\\/\u0000\u001f"# + "\u{7F}\u{80}\u{2028}é😀<\"")
    }

    /// RFC 8785 section 3.2.3: U+1F602 is D83D DE02 in UTF-16, before U+FB33, though UTF-8 and scalars put it after.
    @Test func keysAreInTheOrderOfUTF16() throws {
        let value = try JSONValue(
            parsing: #"""
                {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
                "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
                """#)
        let expected =
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
            + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
            + "\"😀\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        #expect(value.canonical() == Array(expected.utf8))
    }

    @Test func normalFormsAreLeftAlone() throws {
        #expect(try JSONValue(parsing: #""A\u030a""#).canonical() == [0x22, 0x41, 0xCC, 0x8A, 0x22])
    }

    @Test func prettyIsForPeopleAndReadsBackTheSame() throws {
        let value: JSONValue = ["b": [1, ["c": .null]], "a": [:], "é": []]
        let expected = """
            {
              "a": {},
              "b": [
                1,
                {
                  "c": null
                }
              ],
              "é": []
            }
            """
        #expect(value.pretty() == expected)
        #expect(try JSONValue(parsing: value.pretty()) == value)
        #expect(value.compact == #"{"a":{},"b":[1,{"c":null}],"é":[]}"#)
    }
}
