package import JSONValues

/// The shape of what is answered and sent, under the name that the description gives it.
package struct APISchema: Hashable, Sendable {
    package let name: String
    /// JSON Schema 2020-12.
    package let schema: JSONValue

    init(_ name: String, _ schema: JSONValue) {
        self.name = name
        self.schema = schema
    }

    var link: JSONValue { ["$ref": .string("#/components/schemas/" + name)] }

    /// Every shape that an address answers or takes.
    static var all: [APISchema] {
        let named = APIRoute.all.flatMap { route in
            route.answer.schemas + (route.body?.types.compactMap(\.schema) ?? [])
        }
        return Set(named + [.problem, .tokenProblem]).sorted { $0.name < $1.name }
    }

    static let description = APISchema("Description", ["type": "object"])

    package static let problem = APISchema(
        "Problem",
        Shape.object(
            [
                "type": Shape.text, "title": Shape.text, "status": Shape.whole, "detail": Shape.text,
                "reasons": Shape.list(reason), "findings": Shape.list(finding),
            ], optional: ["detail", "reasons", "findings"]))

    /// Why somebody may not do something now.
    static let reason = Shape.object(
        ["rule": Shape.text, "question": Shape.text, "says": Shape.text, "field": Shape.text], optional: ["field"])

    /// What was noticed in what was sent, with its place.
    static let finding = Shape.object([
        "rule": Shape.text, "severity": Shape.oneOf(["error", "warning"]), "at": Shape.text, "says": Shape.text,
    ])
}
