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

/// The attributes of an element, from one on.
struct AttributeList: Sequence, IteratorProtocol {
    private var following: xmlAttrPtr?

    init(first: xmlAttrPtr?) {
        following = first
    }

    mutating func next() -> xmlAttrPtr? {
        defer { following = following?.pointee.next }
        return following
    }
}
