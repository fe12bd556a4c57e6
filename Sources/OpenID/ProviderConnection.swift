import AsyncHTTPClient
import JSONValues
import NIOCore
import NIOHTTP1
import NIOSSL

/// Asks the provider, within limits: of time, 1 MiB, no redirect, TLS 1.2 at least.
struct ProviderConnection: Sendable {
    private let authorities: String?
    private let proxy: OpenIDSettings.Proxy?

    static let longestBody = 1 << 20
    /// In seconds.
    private let patience: Int64

    init(_ settings: OpenIDSettings, patience: Int64) {
        self.patience = patience
        authorities = settings.authorities
        proxy = settings.proxy
    }

    struct Reply: Sendable {
        var status: Int
        var body: JSONValue
    }

    /// Throws `OpenIDFault.unreachable` unless the answer is 200.
    func get(_ address: String) async throws -> JSONValue {
        let reply = try await send(HTTPClientRequest(url: address))
        guard reply.status == 200 else { throw OpenIDFault.unreachable("it answered \(reply.status).") }
        return reply.body
    }

    func post(_ form: String, to address: String, proof: String?) async throws -> Reply {
        var request = HTTPClientRequest(url: address)
        request.method = .POST
        request.headers.add(name: "Content-Type", value: "application/x-www-form-urlencoded")
        if let proof { request.headers.add(name: "Authorization", value: proof) }
        request.body = .bytes(ByteBuffer(string: form))
        return try await send(request)
    }

    /// All of it within the time: the limit of the client is for the head of the answer alone, and a body could trickle in.
    private func send(_ request: HTTPClientRequest) async throws -> Reply {
        try await withThrowingTaskGroup(of: Reply?.self) { group in
            group.addTask { try await reply(to: request) }
            group.addTask {
                try await Task.sleep(for: .seconds(patience))
                return nil
            }
            defer { group.cancelAll() }
            guard let reply = try await group.next() ?? nil else {
                throw OpenIDFault.unreachable("its answer took longer than \(patience) seconds.")
            }
            return reply
        }
    }

    /// A client for each question: they are few, and nothing is left open that somebody would have to close.
    private func reply(to request: HTTPClientRequest) async throws -> Reply {
        var request = request
        request.headers.add(name: "Accept", value: "application/json")
        let asked = request
        do {
            return try await HTTPClient.withHTTPClient(configuration: configuration) { client in
                let answer = try await client.execute(asked, timeout: .seconds(patience))
                let body = try await answer.body.collect(upTo: Self.longestBody)
                guard let value = try? JSONValue(parsing: body.readableBytesView) else {
                    throw OpenIDFault.unreachable("its answer \(answer.status.code) is no strict JSON.")
                }
                return Reply(status: Int(answer.status.code), body: value)
            }
        } catch let fault as OpenIDFault {
            throw fault
        } catch {
            throw OpenIDFault.unreachable(LogText.quoted(String(describing: error)))
        }
    }

    private var configuration: HTTPClient.Configuration {
        var tls = TLSConfiguration.makeClientConfiguration()
        tls.minimumTLSVersion = .tlsv12
        if let authorities { tls.trustRoots = .file(authorities) }
        var configuration = HTTPClient.Configuration(
            tlsConfiguration: tls, redirectConfiguration: .disallow,
            timeout: .init(connect: .seconds(patience), read: .seconds(patience)),
            proxy: proxy.map { .server(host: $0.host, port: $0.port) })
        configuration.httpVersion = .http1Only
        // Whoever waits is told at once that nobody listens.
        configuration.connectionPool.retryConnectionEstablishment = false
        return configuration
    }
}
