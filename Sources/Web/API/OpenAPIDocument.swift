import JSONValues
import Shares

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
                    ],
                    "key": [
                        "type": "http", "scheme": "bearer",
                        "description": "An API key itself, or a token for it (RFC 6750).",
                    ],
                    "clientCredentials": [
                        "type": "oauth2",
                        "description": "A short-lived token for an API key: key_7 is the client, the key its secret.",
                        "flows": [
                            "clientCredentials": [
                                "tokenUrl": .string(APIRoute.token.rawValue),
                                "scopes": .object(
                                    Dictionary(
                                        uniqueKeysWithValues: APIScope.allCases.map { ($0.rawValue, .string($0.says)) })
                                ),
                            ]
                        ],
                    ],
                ],
            ],
        ]
    }

    private static func operation(_ route: APIRoute) -> JSONValue {
        var members: [String: JSONValue] = [
            "operationId": .string(route.operation), "summary": .string(route.summary),
            "parameters": .array(route.parameters.map(\.json)), "responses": responses(route),
        ]
        members["security"] = .array(
            route.scopes.isEmpty
                ? []
                : [["session": []]]
                    + ["key", "clientCredentials"].map { [$0: .array(route.scopes.map { .string($0.rawValue) })] })
        if let body = route.body {
            members["requestBody"] = [
                "required": true, "content": .object([route.bodyType: ["schema": body.link]]),
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
        let outside: [(status: Int, when: String)] =
            route.scope == nil
            ? [] : [(401, "Nobody has signed in, and no key is good"), (403, "The key has not the scope")]
        for refusal in outside + route.refusals {
            responses[String(refusal.status)] = [
                "description": .string(refusal.when),
                "content": route == .token && refusal.status < 402
                    ? ["application/json": ["schema": APISchema.tokenProblem.link]]
                    : ["application/problem+json": ["schema": APISchema.problem.link]],
            ]
        }
        return .object(responses)
    }
}
