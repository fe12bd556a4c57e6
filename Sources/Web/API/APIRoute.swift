package import Hummingbird
package import Shares

/// One thing that programs ask for: where, what it takes, what it answers, and what does it.
///
/// The router and the description at `/api/openapi.json` are made from `APIRoute.all`.
package struct APIRoute: Sendable {
    static let prefix = "/api/"

    /// What does it.
    enum Work: Sendable {
        /// One call of Casework, where it holds up no connection.
        case does(@Sendable (APICall) throws -> Answer)
        /// What is sent is read in its own way, or nobody has to say who they are.
        case itself(@Sendable (Site, Request, PageContext) async throws -> Answer)
    }

    /// Its name in generated clients.
    package let operation: String
    package let method: HTTPRequest.Method
    /// With the names of its parameters in braces.
    package let path: String
    let summary: String
    /// All that a program’s key must have; none where nobody has to say who they are.
    package let scopes: [APIScope]
    let parameters: [APIParameter]
    let body: APIBody?
    let answer: APIAnswer
    let refusals: [APIRefusal]
    let work: Work

    init(
        _ method: HTTPRequest.Method, _ path: String, _ operation: String, _ summary: String, scopes: [APIScope],
        parameters: [APIParameter] = [], body: APIBody? = nil, answer: APIAnswer, refusals: [APIRefusal] = [],
        _ work: Work
    ) {
        self.operation = operation
        self.method = method
        self.path = Self.prefix + path
        self.summary = summary
        self.scopes = scopes
        self.parameters = parameters + Self.held(method, work)
        self.body = body
        self.answer = answer
        self.refusals = Self.refusals(scopes, parameters, body) + refusals
        self.work = work
    }

    /// Whether it changes something.
    package var isChange: Bool { method != .get }

    /// What a key must have first of all; nil where nobody has to say who they are.
    package var scope: APIScope? { scopes.first }

    /// Whoever holds what is told already is not told it again.
    private static func held(_ method: HTTPRequest.Method, _ work: Work) -> [APIParameter] {
        if case .does = work, method == .get { [.ifNoneMatch] } else { [] }
    }

    /// What follows from what it takes: the same at every address.
    private static func refusals(
        _ scopes: [APIScope], _ parameters: [APIParameter], _ body: APIBody?
    ) -> [APIRefusal] {
        var refusals = [APIRefusal(400, "A parameter or the body is not what is asked for; every finding is given")]
        if !scopes.isEmpty {
            refusals += [
                APIRefusal(401, "Nobody has signed in, and no key is good"),
                APIRefusal(403, "The key has not the scope"),
            ]
        }
        if body != nil {
            refusals += [
                APIRefusal(408, "The body took too long to come"), APIRefusal(413, "The body is too long"),
                APIRefusal(415, "The body is not of a media type that is taken"),
            ]
        }
        if parameters.contains(where: { $0.name == APIParameter.ifMatch.name }) {
            refusals += [
                APIRefusal(412, "It has changed since the version in If-Match"),
                APIRefusal(428, "If-Match is missing"),
            ]
        }
        if parameters.contains(where: { $0.name == APIParameter.idempotencyKey.name }) {
            refusals.append(APIRefusal(422, "The key in Idempotency-Key was used for another request"))
        }
        return refusals
    }
}

extension APIRoute: Equatable {
    package static func == (one: APIRoute, other: APIRoute) -> Bool { one.operation == other.operation }
}

extension APIRoute: CustomStringConvertible {
    package var description: String { "\(method.rawValue) \(path)" }
}
