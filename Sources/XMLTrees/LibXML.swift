internal import CLibXML2

/// What libxml2 needs before its first call in a process, and before a call on a thread.
enum LibXML {
    private static let onceAProcess: Void = {
        xmlInitParser()
        // Not safe from several threads later on.
        xmlSchemaInitTypes()
        // Nothing is ever fetched: no entity, no schema, neither from the network nor from disk.
        xmlSetExternalEntityLoader { _, _, _ in nil }
    }()

    /// To be called first by whatever calls libxml2.
    static func prepare() {
        onceAProcess
        // Errors that belong to no context, of this thread: libxml2 would print them.
        xmlSetStructuredErrorFunc(nil) { _, _ in }
    }

    /// libxml2's text as a string; nil for none.
    static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
        text.map { String(cString: $0) }
    }
}
