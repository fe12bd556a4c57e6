import JSONValues

/// The description of the addresses for programs, in OpenAPI 3.1, made from the list that the router is made from.
enum OpenAPIDocument {
    static var json: JSONValue {
        let paths = APIRoute.allCases.map { route in
            (route.rawValue, JSONValue.object([route.isChange ? "post" : "get": operation(route)]))
        }
        let schemas = APISchema.allCases.map { ($0.rawValue, $0.schema) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Concordat", "version": "1",
                "description": """
                The register of data-sharing agreements, for programs. What you may see and do is what you may see and \
                do on the pages. Refusals are problem details (RFC 9457).
                """,
            ],
            "paths": .object(Dictionary(uniqueKeysWithValues: paths)),
            "components": [
                "schemas": .object(Dictionary(uniqueKeysWithValues: schemas)),
                "securitySchemes": [
                    "session": [
                        "type": "apiKey", "in": "cookie", "name": "concordat",
                        "description": "The session that signing in begins; __Host-concordat behind TLS.",
                    ]
                ],
            ],
            "security": [["session": []]],
        ]
    }

    private static func operation(_ route: APIRoute) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(route.operation), "summary": .string(route.summary),
            "parameters": .array(route.parameters.map(\.json)), "responses": responses(route),
        ]
        if route == .description { members["security"] = [] }
        if let body = route.body {
            members["requestBody"] = [
                "required": true, "content": ["application/json": ["schema": body.link]],
            ]
        }
        return .object(members)
    }

    private static func responses(_ route: APIRoute) -> JSONValue {
        var responses: [String: JSONValue] = [
            route == .propose ? "201" : "200": [
                "description": .string(route.summary),
                "content": .object(
                    Dictionary(
                        uniqueKeysWithValues: route.mediaTypes.map { type in
                            (type, type.hasSuffix("json") ? ["schema": route.answer.link] : [:])
                        })),
            ]
        ]
        if route == .share || route.isPublished { responses["304"] = ["description": "It is as you hold it"] }
        let signedOut = route == .description ? [] : [(status: 401, when: "Nobody has signed in")]
        for refusal in signedOut + route.refusals {
            responses[String(refusal.status)] = [
                "description": .string(refusal.when),
                "content": ["application/problem+json": ["schema": APISchema.problem.link]],
            ]
        }
        return .object(responses)
    }
}
