import JSONValues
import Shares

/// The parts that shapes are made of, as JSON Schema 2020-12.
enum Shape {
    static let text: JSONValue = ["type": "string"]
    static let whole: JSONValue = ["type": "integer"]
    static let yesOrNo: JSONValue = ["type": "boolean"]
    /// Texts by names that are not known before.
    static let texts: JSONValue = ["type": "object", "additionalProperties": text]
    /// Of the terms, by the names that registers and commands use.
    static let terms = texts(named: TermsField.allCases.map { ($0.rawValue, $0.label) })
    /// What a command takes: the fields of the terms where it takes them, and its own.
    static let commandFields = texts(
        named: TermsField.allCases.map { ($0.rawValue, $0.label) }
            + EvidenceField.allCases.map { ($0.rawValue, "\($0.label): the command says in `actions` what it takes") })
    /// The address of the next page; missing on the last.
    static let next: JSONValue = ["type": "string", "description": "The address of the next page"]
    /// `2026-04-01`
    static let day: JSONValue = ["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]

    /// Texts by names of which these are known; others may come.
    private static func texts(named names: [(name: String, label: String)]) -> JSONValue {
        [
            "type": "object", "additionalProperties": text,
            "properties": .object(
                Dictionary(uniqueKeysWithValues: names.map { ($0.name, said(text, $0.label)) })),
        ]
    }

    static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    static func oneOf(_ texts: some Sequence<String>) -> JSONValue {
        ["type": "string", "enum": .array(texts.map { .string($0) })]
    }

    static func said(_ shape: JSONValue, _ says: String) -> JSONValue {
        .object((shape.object ?? [:]).merging(["description": .string(says)]) { $1 })
    }

    /// Closed; all members are required but those named.
    static func object(_ members: [String: JSONValue], optional: Set<String> = []) -> JSONValue {
        [
            "type": "object", "properties": .object(members), "additionalProperties": false,
            "required": .array(members.keys.filter { !optional.contains($0) }.sorted().map { .string($0) }),
        ]
    }
}

extension JSONValue {
    /// An object of those members that are known.
    static func known(_ members: [String: JSONValue?]) -> JSONValue { .object(members.compactMapValues { $0 }) }

    static func texts(_ texts: some Sequence<String>) -> JSONValue { .array(texts.map { .string($0) }) }
}
