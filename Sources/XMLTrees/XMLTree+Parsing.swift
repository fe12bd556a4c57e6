internal import CLibXML2
internal import Synchronization

extension XMLTree {
    /// Reads a document: UTF-8, without any DOCTYPE or entity declaration, within the limits, well-formed also in its
    /// namespaces. Nothing is fetched. Otherwise every fault that was found is thrown.
    package static func parse(_ bytes: [UInt8], limits: XMLLimits = .outside) throws(XMLFaults) -> XMLTree {
        let refused = XMLByteScan(bytes, limits: limits).faults()
        guard refused.isEmpty else { throw XMLFaults(refused) }

        LibXML.prepare()
        let shortages = LibXML.shortages.load(ordering: .relaxed)
        let collector = XMLFaultCollector()
        let document = withExtendedLifetime(collector) { read(bytes, collector) }
        guard collector.faults.isEmpty, let document else {
            if let document { xmlFreeDoc(document) }
            let faults = collector.faults
            throw XMLFaults(faults.isEmpty ? [XMLFault("The document is not well-formed.")] : faults)
        }
        // The scan has refused these already; should it ever read differently from the parser, they still stop here.
        guard document.pointee.intSubset == nil, document.pointee.extSubset == nil,
            let root = xmlDocGetRootElement(document)
        else {
            xmlFreeDoc(document)
            throw XMLFaults([XMLFault("A document type declaration is not accepted.")])
        }
        return try XMLTree(adopting: document, root: root, after: shortages)
    }

    private static func read(_ bytes: [UInt8], _ collector: XMLFaultCollector) -> xmlDocPtr? {
        guard let parser = xmlNewParserCtxt() else { return nil }
        defer { xmlFreeParserCtxt(parser) }
        parser.pointee._private = collector.pointer
        parser.pointee.sax.pointee.serror = XMLFaultCollector.parserHandler
        let document = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) { characters in
                xmlCtxtReadMemory(
                    parser, characters.baseAddress, Int32(characters.count), nil, "UTF-8",
                    Int32(XML_PARSE_NONET.rawValue))
            }
        }
        guard parser.pointee.wellFormed == 1, parser.pointee.nsWellFormed == 1 else {
            if let document { xmlFreeDoc(document) }
            return nil
        }
        return document
    }
}
