import Casework
import Hummingbird
import Shares

/// What programs ask for: the same calls of Casework as the pages make, answered in JSON.
extension Site {
    func addAPI(to router: Router<PageContext>) {
        for route in APIRoute.all {
            router.on(RouterPath(route.path), method: route.method) { request, context in
                try await answer(to: request, by: route, in: context).response
            }
        }
    }

    private func answer(to request: Request, by route: APIRoute, in context: PageContext) async throws -> Answer {
        if !route.scopes.isEmpty { _ = try context.visitor(using: route) }
        if route.isChange, !PostedForm.isFromHere(request) {
            throw APIProblem(.forbidden, "Another site’s page sent this.")
        }
        let text = request.uri.query ?? ""
        guard let items = [(String, String)](query: text) else { throw UnreadableAddress() }
        let query = items.map { (name: $0.0, value: $0.1) }
        var findings = try route.findings(in: query, on: office.today)
        if route == .shares {
            let places = Set(findings.map(\.place))
            findings += try registerFindings(text).filter { !places.contains($0.place) }
        }
        guard findings.isEmpty else {
            var problem = APIProblem(.badRequest, findings.map(\.message).joined(separator: " "))
            problem.findings = findings
            throw problem
        }
        let work: @Sendable (APICall) throws -> Answer
        switch route.work {
        case .itself(let work): return try await work(self, request, context)
        case .does(let does): work = does
        }
        let visitor = try context.visitor(using: route)
        if let isFor = route.body?.isFor { try await offTheEventLoops { try isFor(office, visitor.person.id) } }
        let call = APICall(
            site: self, route: route, visitor: visitor,
            path: route.parameters.filter { $0.place == "path" }.reduce(into: [:]) {
                $0[$1.name] = context.parameters.get($1.name)
            }, queryText: text, query: query, headers: request.headers,
            root: (isBehindTLS ? "https://" : "http://") + (request.head.authority ?? ""),
            sent: route.isChange ? try await APISent.read(request, of: route, within: longestSending) : nil)
        let answer = try await offTheEventLoops { try work(call) }
        return route.isChange ? answer : answer.unlessHeld(HeldCopy(request.headers))
    }

    /// The register’s own conditions are judged as on its page, beside what is wrong with any query.
    private func registerFindings(_ text: String) throws -> [Finding] {
        let (_, problems) = RegisterQuery.read(text, spokes: Set(try office.reference().spokes.all.map(\.id)))
        return problems.map { .error("condition", at: $0.field.map { .field($0) } ?? .field("where"), $0.message) }
    }
}

extension Answer {
    /// The answer with a tag, and without what whoever asks holds already.
    fileprivate func unlessHeld(_ held: HeldCopy) -> Answer {
        guard status == .ok, kept == nil else { return self }
        var answer = self
        let tag = entityTag ?? tagOfBytes
        answer.entityTag = tag
        if held.isCurrent(tag: tag, changed: nil) {
            answer.status = .notModified
            answer.bytes = []
        }
        return answer
    }
}
