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

    package init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
    }

    package init(logger: Logger) {
        coreContext = CoreRequestContextStorage(source: NoConnection(logger: logger))
    }

    private struct NoConnection: RequestContextSource {
        let logger: Logger
    }
}
