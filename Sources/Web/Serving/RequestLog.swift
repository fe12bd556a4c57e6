import Hummingbird
import Logging

/// One line for each request: method, route, status, time taken; not the address or its query, which may name people.
struct RequestLog: RouterMiddleware {
    let logger: Logger

    @concurrent func handle(
        _ request: Request, context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        let response = try await next(request, context)
        let taken = (ContinuousClock.now - start).components
        let milliseconds = taken.seconds * 1000 + taken.attoseconds / 1_000_000_000_000_000
        logger.debug(
            "Request",
            metadata: [
                "method": "\(request.method)", "route": "\(context.endpointPath ?? "none")",
                "status": "\(response.status.code)", "ms": "\(milliseconds)",
            ])
        return response
    }
}
