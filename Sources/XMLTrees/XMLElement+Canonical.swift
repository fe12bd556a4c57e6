internal import CLibXML2

// Exclusive XML Canonicalization 1.0 without comments (https://www.w3.org/TR/xml-exc-c14n/): the bytes that signatures are
// over. Only for trees that were parsed: what is built in memory declares no namespace before it is written.

extension XMLTree {
    /// The whole document in exclusive canonical form; nil where it has none, as with a relative namespace.
    package func canonical() -> [UInt8]? {
        LibXML.prepare()
        return LibXML.canonical(document)
    }
}

extension XMLElement {
    /// This element and all in it in exclusive canonical form, as though it were a document; nil where it has none.
    package func canonical() -> [UInt8]? {
        LibXML.prepare()
        guard let document = xmlNewDoc("1.0") else { return nil }
        defer { xmlFreeDoc(document) }
        guard let copy = xmlDocCopyNode(node, document, 1) else { return nil }
        xmlDocSetRootElement(document, copy)
        return LibXML.canonical(document)
    }
}

extension LibXML {
    static func canonical(_ document: xmlDocPtr) -> [UInt8]? {
        guard let buffer = xmlAllocOutputBuffer(nil) else { return nil }
        defer { xmlOutputBufferClose(buffer) }
        let exclusive = Int32(XML_C14N_EXCLUSIVE_1_0.rawValue)
        guard xmlC14NDocSaveTo(document, nil, exclusive, nil, 0, buffer) >= 0 else { return nil }
        let size = xmlOutputBufferGetSize(buffer)
        return Array(UnsafeBufferPointer(start: xmlOutputBufferGetContent(buffer), count: size))
    }
}
