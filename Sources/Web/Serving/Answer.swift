import Hummingbird
import JSONValues

/// What a page answers, before the security headers: made off the event loops, sent by them.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var contentType: String
    var bytes: [UInt8]
    /// Where the browser goes instead, and what it keeps.
    var location: String?
    var cookies: [String] = []
    /// The version of what is answered (RFC 9110, section 8.8.3).
    var entityTag: String?
    /// How whoever asked may prove who they are.
    var challenge: String?
    /// In how many seconds to ask again (RFC 9110, section 10.2.3).
    var retryAfter: Int?
    /// The name under which a browser keeps it; nil where it is shown.
    var fileName: String?
    /// What else a copy that somebody keeps is told of; nil where nobody is to keep one.
    var kept: KeptAnswer?

    init(_ html: HTML, status: HTTPResponse.Status = .ok) {
        self.status = status
        contentType = "text/html; charset=utf-8"
        bytes = html.bytes
    }

    init(contentType: String, bytes: [UInt8], fileName: String? = nil) {
        status = .ok
        self.contentType = contentType
        self.bytes = bytes
        self.fileName = fileName
    }

    init(json: JSONValue) {
        self.init(contentType: "application/json", bytes: Array((json.pretty() + "\n").utf8))
    }

    /// Looked at elsewhere: after a form was taken (303, RFC 9110, section 15.4.4), or to sign in first.
    static func redirect(to route: Route, cookie: String? = nil) -> Answer { redirect(to: route.path, cookie: cookie) }

    static func redirect(to path: String, cookie: String? = nil) -> Answer {
        var answer = Answer(contentType: "text/plain; charset=utf-8", bytes: [])
        answer.status = .seeOther
        answer.location = path
        answer.cookies = cookie.map { [$0] } ?? []
        return answer
    }

    var response: Response {
        var headers: HTTPFields = [.contentType: contentType]
        if let fileName { headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
        if let location { headers[.location] = location }
        // A session begins at the page where people sign in; the name of the scheme is ours (RFC 9110, section 11.6.1).
        if let challenge = challenge ?? (status == .unauthorized ? "Session" : nil) {
            headers[.wwwAuthenticate] = challenge
        }
        if let retryAfter { headers[.retryAfter] = String(retryAfter) }
        if let entityTag { headers[.eTag] = entityTag }
        if let kept { kept.add(to: &headers) }
        headers[values: .setCookie] = cookies
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
