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
        let path = request.uri.path
        let office = office
        // Keys are for programs: no page takes one, so that none stands in for a form's session.
        if path.hasPrefix(APIRoute.prefix), let proof = request.headers[.authorization], path != APIRoute.token.path {
            guard let secret = BearerToken(proof)?.text,
                let program = try await offTheEventLoops({ try office.visitor(bearing: secret) })
            else { throw APIProblem.badToken }
            context.visitor = program
        } else if let token = cookie.token(in: request) {
            context.token = token
            context.visitor = try await offTheEventLoops { try office.visitor(holding: token) }
        }
        let isOpen =
            APIRoute.all.contains { $0.scope == nil && $0.path == path }
            || Route.Pattern.open.contains { $0.rawValue == path }
        if path.hasPrefix(APIRoute.prefix), !isOpen, context.visitor == nil { throw APIProblem.signedOut }
        guard isOpen || context.visitor != nil else {
            if request.method == .post, path != Route.signOut.path {
                return Answer.redirect(to: .signInAgain(next: NextPage(formAt: request.uri.string, path))).response
            }
            let asked = request.method == .get ? NextPage(request.uri.string) : nil
            return Answer.redirect(to: .signIn(next: asked)).response
        }
        return try await next(request, context)
    }
}

/// An address of these pages that somebody wanted before they signed in; never one of another site.
package struct NextPage: Hashable, Sendable {
    package let path: String

    /// The page that has the form which is sent to an address: that of the same address, but for the views of the register.
    init?(formAt address: String, _ path: String) {
        self.init(path == Route.views.path ? Route.register(RegisterQuery()).path : address)
    }

    /// Nil where the text is not a path of this site.
    package init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "/"), text.utf8.count < 2048,
            text.utf8.dropFirst().first != UInt8(ascii: "/"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") && $0 != UInt8(ascii: "\"") })
        else { return nil }
        path = text
    }
}
