import Hummingbird
import NIOCore
import NIOHTTP1

/// Between the bytes and the requests: what the parser refuses is answered with a problem, as all else is, and a request of
/// HTTP/1.0, which need not name a host (RFC 1945, section 5.2), is taken to be for the address at which it came.
final class PlainHTTPFaults: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private var fault: HTTPParserError?

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .head(var head) = Self.unwrapInboundIn(data), head.version == .http1_0,
            !head.headers.contains(name: "Host"), let host = context.channel.localAddress?.asHost
        else { return context.fireChannelRead(data) }
        head.headers.add(name: "Host", value: host)
        context.fireChannelRead(Self.wrapInboundOut(.head(head)))
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fault = fault ?? error as? HTTPParserError
        context.fireErrorCaught(error)
    }

    /// The server answers a fault of the parser with 400 and nothing else.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard let fault, case .head(let head) = Self.unwrapOutboundIn(data), head.status == .badRequest,
            head.headers["content-length"] == ["0"]
        else { return context.write(data, promise: promise) }
        let answer = Self.problem(of: fault).answer
        var told = HTTPResponseHead(
            version: head.version, status: HTTPResponseStatus(statusCode: answer.status.code),
            headers: [
                "Connection": "close", "Content-Type": answer.contentType,
                "Content-Length": String(answer.bytes.count), "Cache-Control": "no-store",
            ])
        for (name, value) in SecurityHeaders.all { told.headers.add(name: name.rawName, value: value) }
        context.write(Self.wrapOutboundOut(.head(told)), promise: nil)
        context.write(Self.wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: answer.bytes)))), promise: promise)
    }

    private static func problem(of fault: HTTPParserError) -> APIProblem {
        switch fault {
        case .headerOverflow:
            APIProblem(
                .requestHeaderFieldsTooLarge,
                "The headers are more than is taken: one of up to \(longestField) bytes, \(mostFields) of up to \(longestFields) bytes together. Delete the cookies of this site if a browser sent them."
            )
        case .invalidMethod: APIProblem(.notImplemented, "There is no such method.")
        case .invalidVersion: APIProblem(.httpVersionNotSupported, "HTTP/1.1 and HTTP/1.0 are understood.")
        case .invalidContentLength, .unexpectedContentLength:
            APIProblem(.badRequest, "How long the body is must be said once, and in digits.")
        default: APIProblem(.badRequest, "This is not a request of HTTP/1.1.")
        }
    }

    /// In bytes, of one header; how many headers; and in bytes of all of them.
    static let (longestField, mostFields, longestFields) = (8 * 1024, 100, 32 * 1024)

    /// Puts it behind the parser: what is added to a server’s channels by itself comes after the requests are made.
    final class Installing: ChannelInboundHandler, RemovableChannelHandler {
        typealias InboundIn = NIOAny

        func handlerAdded(context: ChannelHandlerContext) {
            let pipeline = context.pipeline.syncOperations
            guard let parser = try? pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self) else {
                return
            }
            try? pipeline.addHandler(PlainHTTPFaults(), position: .after(parser))
        }
    }
}

extension SocketAddress {
    /// As a request names a host.
    fileprivate var asHost: String? {
        guard let ipAddress, let port else { return nil }
        return (ipAddress.utf8.contains(UInt8(ascii: ":")) ? "[\(ipAddress)]" : ipAddress) + ":\(port)"
    }
}
