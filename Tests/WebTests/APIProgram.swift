import Casework
import Hummingbird
import JSONValues
import Testing
import Web

/// Somebody’s program: what it sends and is told.
struct APIProgram {
    let site: TestSite
    var person = "hub"

    struct Told {
        var status: Int
        var json: JSONValue
        var headers: [String: String]
        var body: String

        var tag: String? { headers["etag"] }
        /// The rules of why not, or the places of what is wrong.
        var why: Set<String> {
            Set(
                (json["reasons"]?.array ?? []).compactMap { $0["rule"]?.string }
                    + (json["findings"]?.array ?? []).compactMap { $0["at"]?.string })
        }
    }

    func get(_ address: String) async throws -> Told { try await send(.get, address) }

    func post(_ address: String, _ body: String, tag: String? = nil) async throws -> Told {
        try await send(.post, address, body, tag: tag)
    }

    func put(_ address: String, _ body: String, tag: String? = nil) async throws -> Told {
        try await send(.put, address, body, tag: tag)
    }

    func delete(_ address: String, tag: String? = nil) async throws -> Told {
        try await send(.delete, address, tag: tag)
    }

    func send(
        _ method: HTTPRequest.Method, _ address: String, _ body: String = "", type: String = "application/json",
        tag: String? = nil, key: String? = nil, more: [String: String] = [:]
    ) async throws -> Told {
        var headers: HTTPFields = [:]
        if !body.isEmpty { headers[.contentType] = type }
        headers[.ifMatch] = tag
        let named = more.merging(key.map { ["Idempotency-Key": $0] } ?? [:]) { $1 }
        for (name, value) in named { if let name = HTTPFields.Element.Name(name) { headers[name] = value } }
        let reply = try await site.send(
            "/api/" + address, method, headers: headers, body: ByteBuffer(string: body), as: person)
        let isJSON = reply.headers["content-type"]?.hasSuffix("json") == true && !reply.body.isEmpty
        return Told(
            status: reply.status, json: isJSON ? try JSONValue(parsing: reply.body) : .null, headers: reply.headers,
            body: reply.body)
    }
}
