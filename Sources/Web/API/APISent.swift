import Casework
import Hummingbird
import JSONValues
import Shares

/// What a program sends, and its key for doing it once.
struct APISent: Sendable {
    let type: String
    let bytes: [UInt8]
    /// Nil where it is not JSON.
    let json: JSONValue?
    let once: OnceOnly?

    /// Throws `APIProblem`, or `BodyFault`, where it is not what the body of the route is, or comes from another site.
    static func read(_ request: Request, of route: APIRoute, within time: Duration) async throws -> APISent {
        guard let body = route.body else {
            return APISent(type: "", bytes: [], json: nil, once: try once(request, []))
        }
        // A page of another site cannot send JSON without asking first, and is never allowed to.
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard let taken = body.types.first(where: { $0.name == type }) else {
            let types = body.types.map(\.name).joined(separator: " or ")
            throw APIProblem(.unsupportedMediaType, "Send the body as \(types), and say so in Content-Type.")
        }
        try isPlain(request)
        let bytes = Array(try await request.sentBody(upTo: body.longest, within: time).readableBytesView)
        return APISent(
            type: taken.name, bytes: bytes, json: try taken.schema.map { try json(bytes, of: $0) },
            once: try once(request, bytes))
    }

    /// Throws `APIProblem` where the bytes are not those of the text in UTF-8.
    static func isPlain(_ request: Request) throws {
        let parameters = (request.headers[.contentType] ?? "").split(separator: ";").dropFirst()
        for parameter in parameters.map({ $0.lowercased().filter { $0 != " " && $0 != "\"" } })
        where parameter.hasPrefix("charset=") && parameter != "charset=utf-8" && parameter != "charset=us-ascii" {
            throw APIProblem(.unsupportedMediaType, "Send the body in UTF-8: no other charset is read.")
        }
        if let coding = request.headers[.contentEncoding]?.lowercased(), coding != "identity" {
            throw APIProblem(.unsupportedMediaType, "Send the body as it is, without Content-Encoding.")
        }
    }

    /// Throws `APIProblem` where the key is none. The address is of the path with the query.
    static func once(_ request: Request, _ bytes: [UInt8]) throws -> OnceOnly? {
        guard let text = HTTPFields.Element.Name(APIParameter.idempotencyKey.name).flatMap({ request.headers[$0] })
        else { return nil }
        let address = request.uri.path + (request.uri.query.map { "?" + $0 } ?? "")
        return OnceOnly(key: try key(text), request: Array(address.utf8) + [0] + bytes)
    }

    /// Throws every fault at once, each with its place.
    private static func json(_ bytes: [UInt8], of schema: APISchema) throws -> JSONValue {
        guard !bytes.isEmpty else {
            throw APIProblem(.badRequest, "The body is empty: send the \(schema.name) that is described, in JSON.")
        }
        let value: JSONValue
        do {
            value = try JSONValue(parsing: bytes)
        } catch let fault {
            throw APIProblem(.badRequest, "Line \(fault.line), column \(fault.column): \(fault.reason.explanation)")
        }
        let faults = try JSONSchema(schema.schema).faults(in: value)
        guard faults.isEmpty else {
            let first = faults.prefix(5).map { "\($0.pointer): \($0.message)" }.joined(separator: " ")
            var problem = APIProblem(
                .badRequest, "The body is not the \(schema.name) that is described. \(first.trimmed)")
            problem.findings = faults.map {
                .error("body", at: .pointer(file: "body", $0.pointer.description), $0.message)
            }
            throw problem
        }
        return value
    }

    /// A string as structured fields write it (RFC 9651, section 3.3.3), or bare: 1 to 100 visible ASCII characters.
    private static func key(_ text: String) throws -> String {
        let isQuoted =
            text.utf8.count > 1 && text.utf8.first == UInt8(ascii: "\"") && text.utf8.last == UInt8(ascii: "\"")
        let key = isQuoted ? String(text.dropFirst().dropLast()) : text
        guard (1...100).contains(key.utf8.count),
            key.utf8.allSatisfy({
                (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            })
        else {
            throw APIProblem(
                .badRequest, "Idempotency-Key is 1 to 100 visible ASCII characters, such as \"8e03978e-40d5-43dd\".")
        }
        return key
    }
}
