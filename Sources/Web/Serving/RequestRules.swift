import Casework
import Hummingbird
import Shares

/// What a request must be before anything is done for it: of a method that is taken there, without a body where it only
/// reads or removes, and for one host.
struct RequestRules: RouterMiddleware {
    /// The longest path and query, in bytes.
    static let longestTarget = 4096

    @concurrent func handle(
        _ request: Request, context: PageContext,
        next: @concurrent (Request, PageContext) async throws -> Response
    ) async throws -> Response {
        let allowed = Self.methods(for: request)
        guard allowed.isEmpty || allowed.contains(request.method) else {
            let names = allowed.map(\.rawValue).sorted()
            var response = Self.answer(
                to: request, ProblemPage.methodNotAllowed, .methodNotAllowed,
                "Here \(names.joined(separator: ", ")) \(names.count == 1 ? "is" : "are") answered.")
            response.headers[.allow] = names.joined(separator: ", ")
            response.headers[.connection] = "close"
            return response
        }
        if let objection = objection(to: request) {
            var response = Self.answer(to: request, .badRequest(objection), .badRequest, objection)
            response.headers[.connection] = "close"
            return response
        }
        if request.uri.string.utf8.count > Self.longestTarget {
            let objection = "The address is longer than \(Self.longestTarget) bytes."
            return Self.answer(to: request, .badRequest(objection), .uriTooLong, objection)
        }
        // An empty segment is none that the router sees: it would answer for the address without it.
        if request.uri.path.utf8.starts(with: "//".utf8) || request.uri.path.contains("//") {
            return Self.answer(to: request, .notFound, .notFound, "No segment of a path is empty.")
        }
        // Broken escapes are for whoever reads the segment.
        let path = PercentText.decoded(request.uri.path) ?? ""
        if path.unicodeScalars.contains(where: {
            $0.properties.generalCategory == .control || ForbiddenCharacters.isForbidden($0)
        }) {
            let objection = "The path holds a control character, which no address here has."
            return Self.answer(to: request, .badRequest(objection), .badRequest, objection)
        }
        return try await next(request, context)
    }

    /// None where no program finds anything.
    private static func methods(for request: Request) -> [HTTPRequest.Method] {
        request.uri.path.hasPrefix(APIRoute.prefix) ? APIRoute.methods(at: request.uri.path) : [.get, .head, .post]
    }

    /// A page for people; problem details where a program asks.
    private static func answer(
        to request: Request, _ page: ProblemPage, _ status: HTTPResponse.Status, _ detail: String
    ) -> Response {
        request.uri.path.hasPrefix(APIRoute.prefix)
            ? APIProblem(status, detail).answer.response : Answer(page.html, status: status).response
    }

    /// Addresses that are given out are made of it: nothing is taken that could end one or lead elsewhere.
    private static func isHost(_ text: String) -> Bool {
        // An address of version 6 stands in brackets (RFC 3986, section 3.2.2).
        if text.utf8.first == UInt8(ascii: "["), let end = text.utf8.firstIndex(of: UInt8(ascii: "]")) {
            let rest = text.utf8[text.utf8.index(after: end)...]
            let literal = String(text[text.utf8.index(after: text.utf8.startIndex)..<end])
            return InternetAddress(literal) != nil && literal.utf8.contains(UInt8(ascii: ":"))
                && (rest.isEmpty || rest.first == UInt8(ascii: ":") && isPort(rest.dropFirst()))
        }
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), maxSplits: 1, omittingEmptySubsequences: false)
        let isName =
            parts[0].allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                    true
                default: false
                }
            } && !parts[0].isEmpty
        return isName && (parts.count == 1 || isPort(parts[1]))
    }

    private static func isPort(_ text: Substring.UTF8View) -> Bool {
        text.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            && UInt16(String(decoding: text, as: UTF8.self)) != nil
    }

    private func objection(to request: Request) -> String? {
        // The first Host header is the authority; a second one is left among the headers.
        guard let host = request.head.authority, !host.isEmpty,
            HTTPFields.Element.Name("Host").map({ request.headers[values: $0].isEmpty }) ?? false
        else { return "A request names its host once." }
        if !Self.isHost(host) {
            return
                "A host is letters, digits, dots and hyphens, or an address of version 6 in brackets, and may have a port."
        }
        if request.method == .post || request.method == .put { return nil }
        let length = request.headers[.contentLength]
        if length != nil && length != "0" || request.headers[.transferEncoding] != nil {
            return "A \(request.method.rawValue) has no body."
        }
        return nil
    }
}
