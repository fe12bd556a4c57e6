internal import CLibXML2

/// Gathers what libxml2 reports through a context's structured error handler.
final class XMLFaultCollector {
    /// A hostile document can have a fault in every few bytes; nobody reads more than this.
    static let most = 1_000

    private(set) var faults: [XMLFault] = []

    /// The handler to give to libxml2 together with `pointer`.
    static let handler: xmlStructuredErrorFunc = { context, error in
        guard let context, let error else { return }
        Unmanaged<XMLFaultCollector>.fromOpaque(context).takeUnretainedValue().collect(error.pointee)
    }

    /// The handler of a parser, whose user data is always the parser itself: the collector is in its `_private`.
    static let parserHandler: xmlStructuredErrorFunc = { context, error in
        let parser = context?.assumingMemoryBound(to: xmlParserCtxt.self)
        XMLFaultCollector.handler(parser?.pointee._private, error)
    }

    /// Good for as long as the caller keeps the collector alive.
    var pointer: UnsafeMutableRawPointer {
        Unmanaged.passUnretained(self).toOpaque()
    }

    private func collect(_ error: xmlError) {
        guard error.level == XML_ERR_ERROR || error.level == XML_ERR_FATAL, faults.count < Self.most else { return }
        let message = error.message.map { String(cString: $0) } ?? "libxml2 error \(error.code)"
        // Validators leave the column, `int2`, at 0.
        faults.append(
            XMLFault(
                message,
                line: error.line > 0 ? Int(error.line) : nil,
                column: error.line > 0 && error.int2 > 0 ? Int(error.int2) : nil))
    }
}
