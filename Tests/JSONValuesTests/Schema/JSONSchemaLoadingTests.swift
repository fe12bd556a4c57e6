@testable import JSONValues
import Testing

/// What is wrong with a schema is found when it is loaded, and never passed over.
@Suite struct JSONSchemaLoadingTests {
    /// A schema that is refused, and where it is wrong.
    static let refused: [(String, [String])] = [
        (#"{"minimun":1}"#, ["/minimun"]),
        (#"{"properties":{"a":{"dependentRequired":{}}}}"#, ["/properties/a/dependentRequired"]),
        (#"{"not":{}}"#, ["/not"]),
        (#"{"type":"text"}"#, ["/type"]),
        (#"{"type":["string",1]}"#, ["/type"]),
        (#"{"enum":[]}"#, ["/enum"]),
        (#"{"required":["a","a"]}"#, ["/required"]),
        (#"{"required":[1]}"#, ["/required"]),
        (#"{"properties":[]}"#, ["/properties"]),
        (#"{"items":[]}"#, ["/items"]),
        (#"{"minItems":-1,"maxLength":1.5,"minimum":"1"}"#, ["/maxLength", "/minItems", "/minimum"]),
        (#"{"uniqueItems":1}"#, ["/uniqueItems"]),
        (#"{"pattern":"(?=a)"}"#, ["/pattern"]),
        (#"{"anyOf":[]}"#, ["/anyOf"]),
        (#"{"$schema":"http://json-schema.org/draft-07/schema#"}"#, ["/$schema"]),
        (##"{"$ref":"#/$defs/a"}"##, ["/$ref"]),
        (#"{"$ref":"https://example.org/other.json"}"#, ["/$ref"]),
        (##"{"$ref":"#"}"##, [""]),
        (##"{"$defs":{"a":{"anyOf":[{"$ref":"#/$defs/b"}]},"b":{"allOf":[{"$ref":"#/$defs/a"}]}}}"##, [""]),
        ("1", [""]),
    ]

    @Test(arguments: refused) func aSchemaThatCannotBeReadInFullIsRefused(_ text: String, _ places: [String]) throws {
        let document = try JSONValue(parsing: text)
        let faults = #expect(throws: JSONSchemaFaults.self) { try JSONSchema(document) }
        #expect(faults?.faults.map(\.pointer.description).sorted() == places)
    }
}

/// The part of regular expressions that patterns may use.
@Suite struct JSONPatternTests {
    static let matches: [(String, [String], [String])] = [
        ("b", ["abc", "b"], ["ac", ""]),
        ("^b", ["bc"], ["abc"]),
        ("b$", ["ab"], ["abc", "ab\n"]),
        ("^$", [""], ["a"]),
        ("", ["", "a"], []),
        ("^a|b$", ["ac", "cb"], ["ca", "bc"]),
        ("^(?:a|bc)+$", ["abca", "bc"], ["", "ab"]),
        ("^a{2}$", ["aa"], ["a", "aaa"]),
        ("^a{2,}$", ["aa", "aaaa"], ["a"]),
        ("^a{0,2}$", ["", "aa"], ["aaa"]),
        ("^a?b*c+$", ["c", "abbcc"], ["ab", "aac"]),
        ("^[^a-c-]$", ["d", "é"], ["a", "-", ""]),
        ("^[a-c.]$", [".", "b"], ["d"]),
        ("^\\d\\w\\.$", ["1_."], ["a_.", "1-.", "1_x"]),
        ("^.$", ["a", "\u{1F600}"], ["\n", "e\u{301}", ""]),
        ("^[\\u0041-\\u0043]$", ["B"], ["D"]),
        ("^(a*)*$", ["", "aaa"], ["b"]),
    ]

    @Test(arguments: matches)
    func matchesWhatItSays(_ source: String, _ matching: [String], _ other: [String]) throws {
        let pattern = try JSONPattern(source)
        for text in matching { #expect(pattern.matches(text), "\(source) on \(text)") }
        for text in other { #expect(!pattern.matches(text), "\(source) on \(text)") }
    }

    /// A pattern of many steps has no table of where each character leads, and is run step by step.
    @Test(arguments: matches)
    func matchesTheSameWhereItIsLarge(_ source: String, _ matching: [String], _ other: [String]) throws {
        let pattern = try JSONPattern("(?:\(source))|^!{400}$")
        #expect(!pattern.hasTable)
        for text in matching { #expect(pattern.matches(text), "\(source) on \(text)") }
        for text in other { #expect(!pattern.matches(text), "\(source) on \(text)") }
        #expect(pattern.matches(String(repeating: "!", count: 400)))
    }

    @Test func tableAndStepsAgreeOnRandomTexts() throws {
        let seed = UInt64.random(in: 0...UInt64.max)
        var random = SeededGenerator(seed: seed)
        for (source, _, _) in Self.matches {
            let (small, large) = (try JSONPattern(source), try JSONPattern("(?:\(source))|^!{400}$"))
            #expect(small.hasTable && !large.hasTable)
            for _ in 0..<200 {
                let length = Int.random(in: 0...6, using: &random)
                let text = String((0..<length).map { _ in "abc-1_.B\né".randomElement(using: &random) ?? "a" })
                #expect(small.matches(text) == large.matches(text), "seed \(seed): \(source) on \(text)")
            }
        }
    }

    @Test(arguments: [
        "(", ")", "a**", "*a", "a{2", "a{3,2}", "a{1001}", "[a", "[b-a]", "\\", "\\b", "\\p{L}", "a+?", "(?!a)",
        "(?<n>a)",
        "\\1", "((a{100}){100}){100}",
    ])
    func whatItDoesNotKnowIsRefused(_ source: String) {
        #expect(throws: JSONPattern.Fault.self) { try JSONPattern(source) }
    }

    /// A backtracking matcher would need 2^5000 steps for it.
    @Test(.timeLimit(.minutes(1))) func noTextMakesItSlow() throws {
        let pattern = try JSONPattern("^(a|a)*(a*)*b$")
        #expect(!pattern.matches(String(repeating: "a", count: 5_000)))
    }
}
