import Hummingbird

/// The headers that every answer carries, whatever it is.
///
/// Nothing but our own style sheet is fetched, nothing is framed, nothing is told to other sites; nothing is kept but what
/// programs read as published (`KeptAnswer`).
struct SecurityHeaders: RouterMiddleware {
    static let policy = [
        "default-src 'none'", "style-src 'self'", "img-src 'self'", "form-action 'self'", "base-uri 'none'",
        "frame-ancestors 'none'",
    ].joined(separator: "; ")

    @concurrent func handle(
        _ request: Request, context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var response = try await next(request, context)
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        for (name, value) in Self.all { response.headers[name] = value }
        return response
    }

    static let all: [(HTTPFields.Element.Name, String)] =
        [(.contentSecurityPolicy, policy), (.xContentTypeOptions, "nosniff")] + others

    private static let others: [(HTTPFields.Element.Name, String)] = [
        ("Referrer-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ].compactMap { name, value in HTTPFields.Element.Name(name).map { ($0, value) } }
}
