internal import CLibXML2

/// A node of libxml2 and the siblings after it.
struct NodeList: Sequence, IteratorProtocol {
    private var following: xmlNodePtr?

    init(first: xmlNodePtr?) {
        following = first
    }

    mutating func next() -> xmlNodePtr? {
        defer { following = following?.pointee.next }
        return following
    }
}
