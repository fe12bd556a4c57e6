import Casework
import Hummingbird

/// Lets nobody past who has not signed in, but to the page where they do.
struct OnlySignedIn: RouterMiddleware {
    let office: Office
    let cookie: SessionCookie

    @concurrent func handle(
        _ request: Request, context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        if let token = cookie.token(in: request) {
            let office = office
            context.token = token
            context.visitor = try await offTheEventLoops { try office.visitor(holding: token) }
        }
        let path = request.uri.path
        if path.hasPrefix(APIRoute.prefix), path != APIRoute.description.rawValue, context.visitor == nil {
            throw APIProblem(.unauthorized, "Sign in first.")
        }
        let isOpen = path == APIRoute.description.rawValue || Route.Pattern.open.contains { $0.rawValue == path }
        guard isOpen || context.visitor != nil else {
            let asked = request.method == .get ? NextPage(request.uri.string) : nil
            return Answer.redirect(to: .signIn(next: asked)).response
        }
        return try await next(request, context)
    }
}

/// An address of these pages that somebody wanted before they signed in; never one of another site.
package struct NextPage: Hashable, Sendable {
    package let path: String

    /// Nil where the text is not a path of this site.
    package init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count < 2048,
            text.utf8.dropFirst().first != UInt8(ascii: "/"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"") })
        else { return nil }
        path = text
    }
}
