import Casework
package import Hummingbird
package import Logging

/// What goes along with a request through the rules to its page. It needs no connection, so that tests call the router
/// as the server does.
package struct PageContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// Whoever has signed in; nil on the pages where that is not asked.
    var visitor: Visitor?
    /// The token of their session.
    var token: String?
    /// The other end of the connection; nil where there is none.
    package var connectedFrom: String?

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        connectedFrom = source.channel.remoteAddress?.ipAddress
    }

    /// Who asks, where they may use an address for programs: anybody signed in, and a key of its scope. Throws `APIProblem`.
    func visitor(using route: APIRoute) throws -> Visitor {
        guard let visitor else { throw APIProblem.signedOut }
        if let scopes = visitor.scopes, let wanting = route.scopes.first(where: { !scopes.contains($0) }) {
            throw APIProblem.wanting(wanting)
        }
        return visitor
    }

    package init(logger: Logger) {
        coreContext = CoreRequestContextStorage(source: NoConnection(logger: logger))
    }

    private struct NoConnection: RequestContextSource {
        let logger: Logger
    }
}
