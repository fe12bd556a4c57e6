import Casework
import Hummingbird
import JSONValues
import Shares

/// What a program sends to change something: a JSON object, the version that it saw, and its key for doing it once.
struct APIRequest: Sendable {
    private let object: [String: JSONValue]
    private let ifMatch: String?
    let once: OnceOnly?

    /// Throws `APIProblem`, or `BodyFault`, where the body is not a JSON object or comes from another site.
    static func read(_ request: Request, within time: Duration) async throws -> APIRequest {
        guard PostedForm.isFromHere(request) else { throw APIProblem(.forbidden, "Another site’s page sent this.") }
        // A page of another site cannot send this type without asking first, and is never allowed to.
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type == "application/json" else {
            throw APIProblem(.unsupportedMediaType, "The body is sent as application/json.")
        }
        let body = try await request.sentBody(upTo: PostedForm.longestBody, within: time)
        let value: JSONValue
        do {
            value = try JSONValue(parsing: body.readableBytesView)
        } catch let fault {
            throw APIProblem(.badRequest, "Line \(fault.line), column \(fault.column): \(fault.reason.explanation)")
        }
        guard let object = value.object else { throw APIProblem(.badRequest, "The body is a JSON object.") }
        let key = try HTTPFields.Element.Name("Idempotency-Key").flatMap { request.headers[$0] }.map(Self.key)
        return APIRequest(
            object: object, ifMatch: request.headers[.ifMatch],
            once: key.map { OnceOnly(key: $0, request: Array(request.uri.path.utf8) + [0] + body.readableBytesView) })
    }

    /// The only member that an object may have, of texts by their names.
    func texts(_ member: String) throws -> [String: String] {
        guard Set(object.keys).isSubset(of: [member]) else {
            throw APIProblem(.badRequest, "The body is an object with the member \(member), an object of texts.")
        }
        return try Self.texts(object[member] ?? [:], of: member)
    }

    /// Answers by the identifier of their question, and why they were changed.
    func answers() throws -> (answers: [String: String], reason: String?) {
        guard Set(object.keys).isSubset(of: ["answers", "reason"]), let answers = object["answers"] else {
            throw APIProblem(.badRequest, "The body is an object with the members answers and reason.")
        }
        let reason = try object["reason"].map { value in
            guard let text = value.string else { throw APIProblem(.badRequest, "A reason is a text.") }
            return text
        }
        return (try Self.texts(answers, of: "answers"), reason)
    }

    /// The version that the program saw, from `If-Match` (RFC 9110, section 13.1.1); nil where `*` asks for a share that is
    /// there, whatever its version.
    func version() throws -> Int? {
        guard let tag = ifMatch else {
            throw APIProblem(.preconditionRequired, "Say in If-Match which version of the share you saw: its ETag.")
        }
        if tag == "*" { return nil }
        guard tag.utf8.first == UInt8(ascii: "\""), tag.utf8.last == UInt8(ascii: "\""),
            let version = Int(tag.dropFirst().dropLast()), version > 0
        else { throw APIProblem(.badRequest, "If-Match takes the ETag of the share, such as \"3\", or * for any.") }
        return version
    }

    private static func texts(_ value: JSONValue, of member: String) throws -> [String: String] {
        guard let members = value.object else { throw APIProblem(.badRequest, "\(member) is an object of texts.") }
        return try members.mapValues { member in
            guard let text = member.string else { throw APIProblem(.badRequest, "Every field is a text.") }
            return text
        }
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
