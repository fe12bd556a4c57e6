import Hummingbird

/// What a page answers, before the security headers: made off the event loops, sent by them.
struct Answer: Sendable {
    var status: HTTPResponse.Status
    var contentType: String
    var bytes: [UInt8]
    /// The name under which a browser keeps it; nil where it is shown.
    var fileName: String?

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

    var response: Response {
        var headers: HTTPFields = [.contentType: contentType]
        if let fileName { headers[.contentDisposition] = "attachment; filename=\"\(fileName)\"" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }
}
