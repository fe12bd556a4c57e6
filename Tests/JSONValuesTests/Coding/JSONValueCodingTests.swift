import Foundation
import JSONValues
import Testing

/// Values become JSON and come back, as they do through Foundation's own coders.
@Suite struct JSONValueCodingTests {
    enum Colour: String, Codable, Hashable { case red, green }

    struct Inner: Codable, Hashable {
        var number: Int
        var share: Double
        var isOpen: Bool
        var colour: Colour
        var none: String?
    }

    struct Outer: Codable, Hashable {
        var text: String
        var inner: [Inner]
        var byName: [String: Inner]
        var byColour: [Colour: Int]
        var nested: [[UInt8]]
        var optional: Inner?
        var empty: [String]
    }

    static let value = Outer(
        text: "“Why not?”\n\u{1F600}",
        inner: [Inner(number: -7, share: 0.5, isOpen: true, colour: .green, none: nil)],
        byName: ["a": Inner(number: 9_007_199_254_740_991, share: 2, isOpen: false, colour: .red, none: "")],
        byColour: [.red: 1], nested: [[0, 255], []], optional: nil, empty: [])

    @Test func aValueIsWhatItsTypeSays() throws {
        let json = try JSONValueEncoder.encode(Self.value)
        #expect(
            json == [
                "text": "“Why not?”\n\u{1F600}",
                "inner": [["number": -7, "share": 0.5, "isOpen": true, "colour": "green"]],
                "byName": [
                    "a": ["number": 9_007_199_254_740_991, "share": 2, "isOpen": false, "colour": "red", "none": ""]
                ],
                "byColour": ["red", 1], "nested": [[0, 255], []], "empty": [],
            ])
    }

    @Test func itIsWhatFoundationWritesToo() throws {
        let foundation = try JSONValue(parsing: Array(try JSONEncoder().encode(Self.value)))
        #expect(try JSONValueEncoder.encode(Self.value).compact == foundation.compact)
    }

    @Test func itComesBackAsItWas() throws {
        let json = try JSONValueEncoder.encode(Self.value)
        #expect(try JSONValueDecoder.decode(Outer.self, from: json) == Self.value)
        #expect(try JSONValueDecoder.decode(Outer.self, from: try JSONValue(parsing: json.canonical())) == Self.value)
    }

    @Test(arguments: [
        ("{}", "number"), (#"{"number":"7","share":1,"isOpen":true,"colour":"red"}"#, "text"),
        (#"{"number":7.5,"share":1,"isOpen":true,"colour":"red"}"#, "whole number"),
        (#"{"number":7,"share":1,"isOpen":1,"colour":"red"}"#, "true or false"),
        (#"{"number":7,"share":1,"isOpen":true,"colour":"blue"}"#, "blue"), ("[]", "object"), ("null", "object"),
    ])
    func whatDoesNotFitSaysWhy(text: String, word: String) throws {
        let json = try JSONValue(parsing: text)
        let error = #expect(throws: DecodingError.self) { try JSONValueDecoder.decode(Inner.self, from: json) }
        #expect(String(describing: error).contains(word))
    }

    @Test func aNumberThatJSONCannotSayIsRefused() {
        #expect(throws: EncodingError.self) { try JSONValueEncoder.encode([Double.nan]) }
        #expect(throws: EncodingError.self) { try JSONValueEncoder.encode([UInt64.max]) }
    }
}
