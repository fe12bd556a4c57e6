internal import CLibXML2
internal import Synchronization

/// An XML Schema (XSD 1.0), compiled once and used from anywhere.
package struct XMLSchema: Sendable {
    private let compiled: Compiled

    /// Compiles a schema of our own; one that includes or imports others by location is refused, as nothing is fetched.
    package init(_ bytes: [UInt8]) throws(XMLFaults) {
        compiled = try Compiled(bytes)
    }

    /// Everything in the document that the schema does not allow; empty where it is valid.
    package func faults(in tree: XMLTree) -> [XMLFault] {
        LibXML.prepare()
        return withExtendedLifetime(tree) { compiled.faults(in: tree.document) }
    }
}

/// A compiled schema behind a lock: libxml2 does not promise that two validations may share one.
private final class Compiled: Sendable {
    // Never handed out, and after `init` used only while the lock is held: that is what makes them safe to share.
    private nonisolated(unsafe) let schema: xmlSchemaPtr
    /// The schema points into its source.
    private nonisolated(unsafe) let source: XMLTree
    private let lock = Mutex(())

    init(_ bytes: [UInt8]) throws(XMLFaults) {
        source = try XMLTree.parse(bytes, limits: .own)
        let (compiled, faults) = Self.compile(source)
        guard faults.isEmpty, let compiled else {
            if let compiled { xmlSchemaFree(compiled) }
            throw XMLFaults(faults.isEmpty ? [XMLFault("This is not a schema.")] : faults)
        }
        schema = compiled
    }

    deinit {
        xmlSchemaFree(schema)
    }

    private static func compile(_ source: XMLTree) -> (xmlSchemaPtr?, [XMLFault]) {
        guard let context = xmlSchemaNewDocParserCtxt(source.document) else { return (nil, []) }
        defer { xmlSchemaFreeParserCtxt(context) }
        let collector = XMLFaultCollector()
        let schema = withExtendedLifetime(collector) {
            xmlSchemaSetParserStructuredErrors(context, XMLFaultCollector.handler, collector.pointer)
            return xmlSchemaParse(context)
        }
        return (schema, collector.faults)
    }

    func faults(in document: xmlDocPtr) -> [XMLFault] {
        lock.withLock { _ in
            guard let context = xmlSchemaNewValidCtxt(schema) else {
                return [XMLFault("The document could not be validated.")]
            }
            defer { xmlSchemaFreeValidCtxt(context) }
            let collector = XMLFaultCollector()
            let result = withExtendedLifetime(collector) {
                xmlSchemaSetValidStructuredErrors(context, XMLFaultCollector.handler, collector.pointer)
                return xmlSchemaValidateDoc(context, document)
            }
            let faults = collector.faults
            // Whatever libxml2 did not call valid is invalid, also where it gave no reason.
            return faults.isEmpty && result != 0 ? [XMLFault("The document does not follow its schema.")] : faults
        }
    }
}
