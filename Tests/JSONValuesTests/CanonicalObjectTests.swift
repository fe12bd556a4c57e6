import JSONValues
import Testing

/// An object put together from members that were written before.
@Suite struct CanonicalObjectTests {
    @Test func aMemberThatIsSetStandsWhereItsNameBelongs() {
        var object = CanonicalObject(["b": 1, "d": "x"])
        object.set("c", to: [true])
        object.set("d", to: .null)
        object.set("a", to: ["z": 2, "y": 1])
        object.set("e", to: 0.5)
        let expected = #"{"a":{"y":1,"z":2},"b":1,"c":[true],"d":null,"e":0.5}"#
        #expect(String(decoding: object.bytes, as: UTF8.self) == expected)
    }

    @Test func whatWasWrittenIsTakenAsItIs() {
        let object = CanonicalObject(["b": 1, "a": 2], written: ["a": Array("[7]".utf8)])
        #expect(String(decoding: object.bytes, as: UTF8.self) == #"{"a":[7],"b":1}"#)
        #expect(CanonicalObject([:]).bytes == Array("{}".utf8))
    }

    /// RFC 8785, section 3.2.3: what lies beyond U+FFFF is written with surrogates, which come before U+E000.
    @Test func namesStandInTheOrderOfUTF16() {
        let ordered = [
            "1", "a", "ab", "\u{80}", "\u{F6}", "\u{20AC}", "\u{10000}", "\u{1F600}", "\u{E000}", "\u{FB33}",
        ]
        let object = Dictionary(uniqueKeysWithValues: ordered.map { ($0, JSONValue.null) })
        let text = "{" + ordered.map { "\"\($0)\":null" }.joined(separator: ",") + "}"
        #expect(CanonicalObject(object).bytes == Array(text.utf8))
        #expect(JSONValue.object(object).canonical() == Array(text.utf8))
    }
}
