/// A schema or one of its parts, compiled; other parts are referred to by their number.
struct JSONSchemaNode: Sendable {
    /// The types of JSON, with whole numbers as their own.
    struct Types: OptionSet, Sendable {
        let rawValue: Int

        static let null = Types(rawValue: 1)
        static let boolean = Types(rawValue: 2)
        static let integer = Types(rawValue: 4)
        static let number = Types(rawValue: 8)
        static let string = Types(rawValue: 16)
        static let array = Types(rawValue: 32)
        static let object = Types(rawValue: 64)

        static let named: [(name: String, type: Types)] = [
            ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string),
            ("array", .array), ("object", .object),
        ]
    }

    /// A property keeps its name: a dictionary would also find it under a name that is only equivalent in Unicode.
    struct Property: Sendable {
        let name: String
        let node: Int
        var isRequired = false
    }

    /// The schema `false`: nothing is valid.
    var allowsNothing = false
    var types: Types?
    var constant: JSONValue?
    var choices: [JSONValue]?

    var properties: [String: Property] = [:]
    var required: [String] = []
    var additionalProperties: Int?

    var prefixItems: [Int] = []
    var items: Int?
    var contains: Int?
    var minItems: Int?
    var maxItems: Int?
    var uniqueItems = false

    /// Lengths count Unicode scalars, as the standard does.
    var minLength: Int?
    var maxLength: Int?
    var pattern: JSONPattern?

    var minimum: Double?
    var maximum: Double?

    var reference: Int?
    var allOf: [Int] = []
    var anyOf: [Int] = []
    var oneOf: [Int] = []

    /// The parts that apply to the same value as this one: a circle of these would never end.
    var inPlace: [Int] {
        (reference.map { [$0] } ?? []) + allOf + anyOf + oneOf
    }
}

/// A part of a compiled schema, which many validations read and none copies.
final class JSONSchemaPart: Sendable {
    let node: JSONSchemaNode
    /// By name: the order in which faults are told.
    let properties: [JSONSchemaNode.Property]
    /// Members that must be there and of which nothing more is asked.
    let requiredOnly: [String]

    init(_ node: JSONSchemaNode) {
        self.node = node
        let required = Set(node.required)
        properties = node.properties.values.sorted { $0.name < $1.name }.map { property in
            var property = property
            property.isRequired = required.contains(property.name)
            return property
        }
        requiredOnly = node.required.filter { node.properties[$0] == nil }
    }
}
