import Crypto
import Foundation
import Hummingbird
package import JSONValues
import Logging
package import OpenID
package import Shares
import Synchronization

/// A provider on this machine, which gives a code for every address that it is sent to and a token for every code.
///
/// It does PKCE, takes each code once, and makes the mistakes that a test asks for.
package final class TestProvider: Sendable {
    /// What may be changed while it answers.
    package struct Behaviour: Sendable {
        /// In the place of members of the discovery document; null takes one away.
        package var discovery: [String: JSONValue] = [:]
        package var keys: JSONValue = ["keys": []]
        /// In the place of claims; null takes one away.
        package var claims: [String: JSONValue] = [:]
        package var keyID = "rsa-1"
        /// By path, a status and a body in the place of the answer; a status of 302 leads to the keys.
        package var answers: [String: (status: Int, body: String)] = [:]
        /// These paths are answered by a body that never ends.
        package var endless: Set<String> = []
        package var now = TestTokens.now
    }

    private struct State: Sendable {
        var behaviour = Behaviour()
        var codes: [String: [String: String]] = [:]
        var asked: [String: Int] = [:]
        var proofs: [String] = []
    }

    package let origin: String
    private let state: Mutex<State>

    private init(origin: String) throws {
        self.origin = origin
        state = Mutex(State())
        let keys = try TestTokens.keys()
        change { $0.keys = keys }
    }

    package func change(_ change: (inout Behaviour) -> Void) { state.withLock { change(&$0.behaviour) } }

    /// How often a path was asked for.
    package func asked(_ path: String) -> Int { state.withLock { $0.asked[path] ?? 0 } }

    /// How clients proved themselves.
    package var proofs: [String] { state.withLock { $0.proofs } }

    package func settings(_ changes: [String: JSONValue] = [:], environment: [String: String] = [:]) throws
        -> OpenIDSettings
    {
        var members: [String: JSONValue] = [
            "issuer": .string(origin), "client_id": .string(TestTokens.client), "site": "http://localhost",
            "button": "Entra ID", "person": ["claim": "preferred_username", "is": "mail"],
        ]
        members.merge(changes) { $1 }
        return try SettingsFile.read(JSONValue.object(members).compact, environment: environment)
    }

    /// What the browser brings back after somebody signed in at an address: the query of the answer.
    package func code(at address: String) throws -> [String: String] {
        guard let components = URLComponents(string: address) else { throw URLError(.badURL) }
        let fields = Dictionary(
            (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
        let code = "code-\(UUID())"
        state.withLock { $0.codes[code] = fields }
        return ["code": code, "state": fields["state"] ?? ""]
    }

    // MARK: - Answers

    private func answer(_ request: Request) async throws -> Response {
        let path = request.uri.path
        let form = try await String(buffer: request.body.collect(upTo: 65_536))
        let other = state.withLock { state in
            state.asked[path, default: 0] += 1
            return state.behaviour.answers[path]
        }
        if state.withLock({ $0.behaviour.endless.contains(path) }) { return Self.endless }
        if let other { return Self.response(other.status, other.body, location: origin + "/keys") }
        switch path {
        case "/.well-known/openid-configuration": return Self.response(200, discovery.compact)
        case "/keys": return Self.response(200, state.withLock { $0.behaviour.keys }.compact)
        case "/token":
            guard let token = try token(form, proof: request.headers[.authorization]) else {
                return Self.response(400, #"{"error": "invalid_grant"}"#)
            }
            return Self.response(
                200,
                JSONValue.object(["access_token": "a", "token_type": "Bearer", "id_token": .string(token)]).compact)
        default: return Self.response(404, "{}")
        }
    }

    private var discovery: JSONValue {
        var members: [String: JSONValue] = [
            "issuer": .string(origin), "authorization_endpoint": .string(origin + "/authorize"),
            "token_endpoint": .string(origin + "/token"), "jwks_uri": .string(origin + "/keys"),
            "response_types_supported": ["code", "id_token"], "subject_types_supported": ["public"],
            "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
        ]
        members.merge(state.withLock { $0.behaviour.discovery }) { $1 }
        return .object(members.filter { !$0.value.isNull })
    }

    /// Nil where the code is not good, or not brought by whoever asked for it.
    private func token(_ form: String, proof: String?) throws -> String? {
        var components = URLComponents()
        components.percentEncodedQuery = form
        let fields = Dictionary(
            (components.queryItems ?? []).map { ($0.name, $0.value ?? "") }, uniquingKeysWith: { $1 })
        let (asked, behaviour) = state.withLock { state in
            state.proofs.append(proof ?? fields["client_secret"] ?? "none")
            return (state.codes.removeValue(forKey: fields["code"] ?? ""), state.behaviour)
        }
        let verifier = Array((fields["code_verifier"] ?? "").utf8)
        guard let asked, fields["grant_type"] == "authorization_code", asked["redirect_uri"] == fields["redirect_uri"],
            asked["code_challenge"] == TestTokens.base64(SHA256.hash(data: verifier))
        else { return nil }
        let seconds = Int(behaviour.now.milliseconds / 1000)
        var claims = TestTokens.claims
        claims["iss"] = .string(origin)
        claims["nonce"] = .string(asked["nonce"] ?? "")
        claims["iat"] = .number(seconds)
        claims["exp"] = .number(seconds + 300)
        claims.merge(behaviour.claims) { $1 }
        return try TestTokens.token(
            claims.filter { !$0.value.isNull }, header: ["alg": "RS256", "kid": .string(behaviour.keyID)])
    }

    private static func response(_ status: Int, _ body: String, location: String? = nil) -> Response {
        var headers: HTTPFields = [.contentType: "application/json"]
        if status == 302, let location { headers[.location] = location }
        return Response(
            status: .init(code: status), headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: body)))
    }

    private static var endless: Response {
        Response(
            status: .ok,
            body: ResponseBody { writer in
                while true {
                    try await writer.write(ByteBuffer(string: " "))
                    try await Task.sleep(for: .milliseconds(50))
                }
            })
    }

    // MARK: - Running

    private enum Part<Value: Sendable>: Sendable {
        case served
        case done(Value)
    }

    /// Runs one while something is done with it.
    package static func running<Value: Sendable>(
        _ body: @escaping @Sendable (TestProvider) async throws -> Value
    ) async throws -> Value {
        let (ports, told) = AsyncStream<Int>.makeStream()
        let current = Mutex<TestProvider?>(nil)
        let router = Router()
        let respond: @Sendable (Request) async throws -> Response = { request in
            guard let provider = current.withLock({ $0 }) else { return Response(status: .notFound) }
            return try await provider.answer(request)
        }
        router.get("**") { request, _ in try await respond(request) }
        router.post("**") { request, _ in try await respond(request) }
        let application = Application(
            router: router, configuration: .init(address: .hostname("127.0.0.1", port: 0)),
            onServerRunning: { told.yield($0.localAddress?.port ?? 0) },
            logger: Logger(label: "provider", factory: { _ in SwiftLogNoOpLogHandler() }))
        return try await withThrowingTaskGroup(of: Part<Value>.self) { group in
            group.addTask {
                try await application.run()
                return .served
            }
            for await port in ports {
                let provider = try TestProvider(origin: "http://127.0.0.1:\(port)")
                current.withLock { $0 = provider }
                group.addTask { .done(try await body(provider)) }
                break
            }
            defer { group.cancelAll() }
            while let part = try await group.next() {
                if case .done(let value) = part { return value }
            }
            throw CancellationError()
        }
    }
}
