/// A JSON Schema (draft 2020-12), compiled once and used from anywhere.
///
/// It knows the keywords that our own schemas use, and no others: `type`, `enum`, `const`; `properties`, `required`,
/// `additionalProperties`; `prefixItems`, `items`, `contains`, `minItems`, `maxItems`, `uniqueItems`; `minLength`,
/// `maxLength`, `pattern` (as `JSONPattern` reads it); `minimum`, `maximum`; `allOf`, `anyOf`, `oneOf`; `$ref` to `#` or
/// `#/$defs/…`, and `$defs`. `format` and what describes (`title`, `description`, `examples` and the like) checks nothing.
/// Any other keyword is a fault of the schema, so that no rule is ever silently passed over.
package struct JSONSchema: Sendable {
    /// The schema and all its parts; the first is the whole.
    let parts: [JSONSchemaPart]

    /// Compiles a schema that has been read, or throws every fault in it.
    package init(_ document: JSONValue) throws(JSONSchemaFaults) {
        var compiler = JSONSchemaCompiler(document)
        parts = try compiler.compile().map(JSONSchemaPart.init)
    }

    /// Everything in the value that the schema does not allow, a thousand faults at most; empty where it is valid.
    package func faults(in value: JSONValue) -> [JSONSchemaFault] {
        var validation = JSONSchemaValidation(parts: parts)
        validation.check(value, against: 0)
        return validation.faults
    }
}
