import Hummingbird
import JSONValues

/// Tokens of OAuth 2.0 for API keys.
extension APIRoute {
    package static let token = APIRoute(
        .post, "token", "getToken",
        "A token for the client credentials of an API key (RFC 6749, section 4.4), good for 15 minutes", scopes: [],
        body: .tokenRequest, answer: .json(.token),
        refusals: [
            APIRefusal(400, "The request or a scope cannot be understood"),
            APIRefusal(401, "The client or its secret is not good"),
        ],
        .itself { site, request, _ in try await site.token(for: request) })
}

extension APIBody {
    static let tokenRequest = APIBody(types: [("application/x-www-form-urlencoded", .tokenRequest)], longest: 4096)
}

extension APISchema {
    static let tokenRequest = APISchema(
        "TokenRequest",
        Shape.object(
            [
                "grant_type": ["const": "client_credentials"],
                "scope": Shape.said(Shape.text, "Fewer than the key has, with spaces between them"),
                "client_id": Shape.text, "client_secret": Shape.text,
            ], optional: ["scope", "client_id", "client_secret"]))

    package static let token = APISchema(
        "Token",
        Shape.object([
            "access_token": Shape.text, "token_type": ["const": "Bearer"], "expires_in": Shape.whole,
            "scope": Shape.text,
        ]))

    package static let tokenProblem = APISchema(
        "TokenProblem",
        Shape.object([
            "error": Shape.oneOf([
                "invalid_request", "invalid_client", "invalid_scope", "unsupported_grant_type",
            ]), "error_description": Shape.text,
        ]))
}
