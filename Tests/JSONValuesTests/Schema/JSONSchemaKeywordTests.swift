import JSONValues
import Testing

/// Each keyword of JSON Schema 2020-12 that is read, with values that it allows and values that it does not.
@Suite struct JSONSchemaKeywordTests {
    /// Schema, valid values and invalid ones, as JSON texts.
    struct Case: Sendable, CustomTestStringConvertible {
        let schema: String
        let valid: [String]
        let invalid: [String]

        init(_ schema: String, valid: [String], invalid: [String]) {
            self.schema = schema
            self.valid = valid
            self.invalid = invalid
        }

        var testDescription: String { schema }
    }

    static let cases = [
        Case("true", valid: ["1", "null", "{}"], invalid: []),
        Case("false", valid: [], invalid: ["1", "null", "{}"]),
        Case(#"{"type":"string"}"#, valid: [#""""#], invalid: ["1", "null", "[]", "{}", "true"]),
        Case(#"{"type":"integer"}"#, valid: ["1", "-0", "1.0", "1e300"], invalid: ["1.5", #""1""#]),
        Case(#"{"type":"number"}"#, valid: ["1", "1.5"], invalid: [#""1""#, "true"]),
        Case(#"{"type":["null","boolean"]}"#, valid: ["null", "false"], invalid: ["0", #""null""#]),
        Case(#"{"type":["array","object"]}"#, valid: ["[]", "{}"], invalid: ["0"]),
        Case(#"{"const":{"a":[1,"é"]}}"#, valid: [#"{"a":[1.0,"é"]}"#], invalid: [#"{"a":[1,"e"]}"#, "{}"]),
        Case(#"{"enum":["a",1,null]}"#, valid: [#""a""#, "1", "null"], invalid: [#""A""#, "2", "false", "0"]),
        Case(#"{"enum":[false]}"#, valid: ["false"], invalid: ["0", "null"]),
        Case(
            #"{"properties":{"a":{"type":"integer"}}}"#, valid: ["{}", #"{"a":1}"#, #"{"b":"x"}"#, "[]"],
            invalid: [#"{"a":"1"}"#]),
        Case(#"{"required":["a","b"]}"#, valid: [#"{"a":null,"b":1}"#, "1"], invalid: ["{}", #"{"a":1}"#]),
        Case(
            #"{"properties":{"a":true},"additionalProperties":false}"#, valid: ["{}", #"{"a":1}"#],
            invalid: [#"{"b":1}"#, #"{"a":1,"A":1}"#]),
        Case(
            #"{"properties":{"a":true},"additionalProperties":{"type":"string"}}"#, valid: [#"{"a":1,"b":"x"}"#],
            invalid: [#"{"b":1}"#]),
        Case(#"{"items":{"type":"integer"}}"#, valid: ["[]", "[1,2]", "{}"], invalid: [#"[1,"2"]"#]),
        Case(
            #"{"prefixItems":[{"type":"integer"},{"type":"string"}],"items":false}"#,
            valid: ["[]", "[1]", #"[1,"a"]"#], invalid: [#"["a"]"#, #"[1,"a",2]"#]),
        Case(#"{"contains":{"const":1}}"#, valid: ["[2,1]", "{}"], invalid: ["[]", "[2]"]),
        Case(#"{"minItems":1,"maxItems":2}"#, valid: ["[1]", "[1,2]", "1"], invalid: ["[]", "[1,2,3]"]),
        Case(#"{"uniqueItems":true}"#, valid: ["[]", #"[1,"1",[1]]"#], invalid: ["[1,1.0]", #"[{"a":1},{"a":1}]"#]),
        Case(#"{"uniqueItems":false}"#, valid: ["[1,1]"], invalid: []),
        // Lengths count scalars: a letter and its combining mark are two.
        Case(
            #"{"minLength":2,"maxLength":3}"#, valid: [#""ab""#, #""e\u0301""#, #""😀😀""#, "1"],
            invalid: [#""a""#, #""abcd""#]),
        Case(#"{"pattern":"^[a-z]+$"}"#, valid: [#""abc""#, "1"], invalid: [#""""#, #""aB""#, #""abc\n""#]),
        Case(#"{"minimum":1,"maximum":2.5}"#, valid: ["1", "2.5", #""0""#], invalid: ["0.9", "2.6", "-1"]),
        Case(#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, valid: ["1", "2"], invalid: ["0", "3"]),
        Case(#"{"anyOf":[{"type":"string"},{"minimum":5}]}"#, valid: [#""a""#, "5"], invalid: ["4"]),
        Case(#"{"oneOf":[{"minimum":1},{"maximum":5}]}"#, valid: ["0", "6"], invalid: ["3"]),
        Case(
            ##"{"$defs":{"word":{"type":"string"}},"properties":{"a":{"$ref":"#/$defs/word"}}}"##,
            valid: [#"{"a":"x"}"#], invalid: [#"{"a":1}"#]),
        Case(
            ##"{"properties":{"next":{"$ref":"#"}},"additionalProperties":false}"##,
            valid: [#"{"next":{"next":{}}}"#], invalid: [#"{"next":{"next":{"last":1}}}"#]),
        Case(#"{"format":"date","title":"t","description":"d","$comment":"c"}"#, valid: [#""no day""#], invalid: []),
    ]

    @Test(arguments: cases) func allowsWhatTheKeywordAllowsAndNothingElse(_ example: Case) throws {
        let schema = try JSONSchema(JSONValue(parsing: example.schema))
        for text in example.valid {
            #expect(schema.faults(in: try JSONValue(parsing: text)) == [], "\(text) against \(example.schema)")
        }
        for text in example.invalid {
            #expect(!schema.faults(in: try JSONValue(parsing: text)).isEmpty, "\(text) against \(example.schema)")
        }
    }

    @Test func everyFaultIsGivenWithItsPlace() throws {
        let schema = try JSONSchema(
            JSONValue(
                parsing: #"""
                    {"type":"object","required":["name"],"additionalProperties":false,"properties":
                     {"name":{"type":"string"},"items":{"items":{"enum":["a","b"]}}}}
                    """#))
        let faults = schema.faults(in: try JSONValue(parsing: #"{"items":["a","c"],"x/y":1}"#))
        #expect(
            faults.map(\.description) == [
                #"At /items/1: This must be one of: "a", "b"."#,
                "At /name: This is missing.",
                "At /x~1y: A member of this name is not allowed.",
            ])
    }

    /// The Kelvin sign is canonically the letter K, and Swift's dictionaries take one for the other.
    @Test func aNameThatIsOnlyEquivalentIsNotTheName() throws {
        let schema = try JSONSchema(
            JSONValue(parsing: #"{"properties":{"K":true},"required":["K"],"additionalProperties":false}"#))
        let faults = schema.faults(in: try JSONValue(parsing: #"{"\u212A":1}"#))
        #expect(faults.map(\.message) == ["This is missing.", "A member of this name is not allowed."])
        let constant = try JSONSchema(JSONValue(parsing: #"{"const":"K"}"#))
        #expect(!constant.faults(in: "\u{212A}").isEmpty)
    }

    @Test func aThousandFaultsAreEnough() throws {
        let schema = try JSONSchema(["items": ["type": "string"]])
        let faults = schema.faults(in: .array(Array(repeating: 1, count: 5_000)))
        #expect(faults.count == 1_000)
    }
}
