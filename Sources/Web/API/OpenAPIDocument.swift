import Hummingbird
import JSONValues
import Shares

/// The description of the addresses for programs, in OpenAPI 3.1, made from the list that the router is made from.
enum OpenAPIDocument {
    static var json: JSONValue {
        let paths = Dictionary(grouping: APIRoute.all, by: \.path).mapValues { routes in
            JSONValue.object(
                Dictionary(uniqueKeysWithValues: routes.map { ($0.method.rawValue.lowercased(), operation($0)) }))
        }
        let schemas = APISchema.all.map { ($0.name, $0.schema) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Concordat", "version": "1",
                "description": """
                The register of data-sharing agreements, for programs. What you may see and do is what you may see and \
                do on the pages. Refusals are problem details (RFC 9457).
                """,
            ],
            "paths": .object(paths),
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
                                "tokenUrl": .string(APIRoute.token.path),
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
            members["requestBody"] = ["required": true, "content": content(body.types)]
        }
        return .object(members)
    }

    private static func content(_ types: [(name: String, schema: APISchema?)]) -> JSONValue {
        .object(
            Dictionary(
                uniqueKeysWithValues: types.map { type in (type.name, type.schema.map { ["schema": $0.link] } ?? [:]) })
        )
    }

    private static func responses(_ route: APIRoute) -> JSONValue {
        var responses: [String: JSONValue] = [
            String(route.answer.status): [
                "description": .string(route.summary), "content": content(route.answer.types),
            ]
        ]
        if route.parameters.contains(where: { $0.name == APIParameter.ifNoneMatch.name }) {
            responses["304"] = ["description": "It is as you hold it"]
        }
        for (status, refusals) in Dictionary(grouping: route.refusals, by: \.status) {
            responses[String(status)] = [
                "description": .string(refusals.map(\.when).joined(separator: "; or: ")),
                "content": content(
                    [("application/problem+json", .problem)]
                        + (route == .token && status < 402 ? [("application/json", .tokenProblem)] : [])),
            ]
        }
        return .object(responses)
    }
}
