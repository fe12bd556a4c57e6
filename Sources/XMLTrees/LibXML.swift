internal import CLibXML2
internal import Foundation
internal import Synchronization

/// What libxml2 needs before its first call in a process, and before a call on a thread.
enum LibXML {
    private static let onceAProcess: Void = {
        // Before anything else is asked of it.
        xmlMemSetup(
            { free($0) }, { malloc($0) ?? LibXML.noMemory() }, { realloc($0, $1) ?? LibXML.noMemory() },
            { text in text.flatMap { strdup($0) } ?? LibXML.noMemory()?.assumingMemoryBound(to: CChar.self) })
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

    /// How often libxml2 got no memory, in this process. It goes on without what it wanted to make, and does not always say.
    static let shortages = Atomic(0)

    /// What libxml2 gets where there is no memory.
    static func noMemory() -> UnsafeMutableRawPointer? {
        shortages.add(1, ordering: .relaxed)
        return nil
    }

    /// libxml2's text as a string; nil for none.
    static func string(_ text: UnsafePointer<xmlChar>?) -> String? {
        text.map { String(cString: $0) }
    }

    /// Whether that is the namespace with that URI; nil for none.
    static func `is`(_ namespace: xmlNsPtr?, _ uri: String?) -> Bool {
        guard let namespace, let href = namespace.pointee.href, href.pointee != 0 else { return uri == nil }
        guard let uri else { return false }
        return xmlStrEqual(href, uri) == 1 || self.uri(namespace) == uri
    }

    static func value(of attribute: xmlAttrPtr) -> String {
        guard let first = attribute.pointee.children else { return "" }
        if first.pointee.next == nil { return string(first.pointee.content) ?? "" }
        return NodeList(first: first).map { string($0.pointee.content) ?? "" }.joined()
    }

    /// A namespace's URI. The parser leaves each `&` of it as `&#38;`, which it undoes only for other attributes.
    static func uri(_ namespace: xmlNsPtr) -> String? {
        guard let stored = string(namespace.pointee.href) else { return nil }
        // Hardly any URI has an ampersand, and this is asked for every element.
        guard stored.utf8.contains(UInt8(ascii: "&")) else { return stored }
        let parts = Array(stored.utf8).split(separator: "&#38;".utf8, omittingEmptySubsequences: false)
        return String(decoding: Array(parts.joined(separator: "&".utf8)), as: UTF8.self)
    }

    /// The URI as the parser would have left it, so that what is built is like what is read.
    static func stored(uri: String) -> String {
        uri.unicodeScalars.reduce(into: "") { stored, scalar in
            if scalar == "&" { stored += "&#38;" } else { stored.unicodeScalars.append(scalar) }
        }
    }
}
