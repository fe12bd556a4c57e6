/// Makes a JSON value of anything `Encodable`, without writing and reading a text between.
package enum JSONValueEncoder {
    /// Throws `EncodingError` for a number that JSON cannot say.
    package static func encode(_ value: some Encodable) throws -> JSONValue {
        let node = EncodedNode()
        try node.take(value, at: [])
        return node.value
    }
}

/// A place in the document that is being made.
private final class EncodedNode {
    private enum Content {
        case empty
        case value(JSONValue)
        case object([(key: String, node: EncodedNode)])
        case array([EncodedNode])
    }

    private var content = Content.empty

    init() {}

    init(_ value: JSONValue) {
        content = .value(value)
    }

    /// What was encoded here; null where nothing was.
    var value: JSONValue {
        switch content {
        case .empty: .null
        case .value(let value): value
        case .object(let members):
            .object(Dictionary(members.map { ($0.key, $0.node.value) }) { _, last in last })
        case .array(let nodes): .array(nodes.map(\.value))
        }
    }

    var count: Int {
        if case .array(let nodes) = content { nodes.count } else { 0 }
    }

    func set(_ value: JSONValue) { content = .value(value) }

    func becomeObject() {
        if case .object = content { return }
        content = .object([])
    }

    func becomeArray() {
        if case .array = content { return }
        content = .array([])
    }

    func add(_ node: EncodedNode, for key: String) {
        guard case .object(var members) = content else { return }
        content = .empty
        members.append((key, node))
        content = .object(members)
    }

    func add(_ node: EncodedNode) {
        guard case .array(var nodes) = content else { return }
        content = .empty
        nodes.append(node)
        content = .array(nodes)
    }

    func take(_ value: some Encodable, at path: [any CodingKey]) throws {
        switch value {
        case let string as String: set(.string(string))
        case let integer as Int: set(.number(integer))
        case let bool as Bool: set(.bool(bool))
        default: try value.encode(to: NodeEncoder(node: self, codingPath: path))
        }
    }

    func take(double value: Double, at path: [any CodingKey]) throws {
        guard let number = JSONNumber(value) else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: path, debugDescription: "JSON has no such number."))
        }
        set(.number(number))
    }

    func take(integer value: some BinaryInteger, at path: [any CodingKey]) throws {
        guard let integer = Int64(exactly: value) else {
            throw EncodingError.invalidValue(
                value, EncodingError.Context(codingPath: path, debugDescription: "The number is too large."))
        }
        set(.number(JSONNumber(integer)))
    }
}

private struct NodeEncoder: Encoder {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(KeyedNode(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeArray()
        return UnkeyedNode(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer {
        SingleNode(node: node, codingPath: codingPath)
    }
}

private struct KeyedNode<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    func encodeNil(forKey key: Key) { node.add(EncodedNode(.null), for: key.stringValue) }
    func encode(_ value: Bool, forKey key: Key) { node.add(EncodedNode(.bool(value)), for: key.stringValue) }
    func encode(_ value: String, forKey key: Key) { node.add(EncodedNode(.string(value)), for: key.stringValue) }
    func encode(_ value: Int, forKey key: Key) { node.add(EncodedNode(.number(value)), for: key.stringValue) }

    func encode(_ value: some Encodable, forKey key: Key) throws {
        let member = EncodedNode()
        try member.take(value, at: codingPath + [key])
        node.add(member, for: key.stringValue)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> {
        superEncoder(forKey: key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        superEncoder(forKey: key).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { encoder(for: "super", at: codingPath) }
    func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key.stringValue, at: codingPath + [key]) }

    private func encoder(for name: String, at path: [any CodingKey]) -> any Encoder {
        let member = EncodedNode()
        node.add(member, for: name)
        return NodeEncoder(node: member, codingPath: path)
    }
}

private struct UnkeyedNode: UnkeyedEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]
    var count: Int { node.count }

    func encodeNil() { node.add(EncodedNode(.null)) }

    func encode(_ value: some Encodable) throws {
        let element = EncodedNode()
        try element.take(value, at: codingPath)
        node.add(element)
    }

    func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        superEncoder().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { superEncoder().unkeyedContainer() }

    func superEncoder() -> any Encoder {
        let element = EncodedNode()
        node.add(element)
        return NodeEncoder(node: element, codingPath: codingPath)
    }
}

private struct SingleNode: SingleValueEncodingContainer {
    let node: EncodedNode
    let codingPath: [any CodingKey]

    func encodeNil() { node.set(.null) }
    func encode(_ value: Bool) { node.set(.bool(value)) }
    func encode(_ value: String) { node.set(.string(value)) }
    func encode(_ value: Double) throws { try node.take(double: value, at: codingPath) }
    func encode(_ value: Float) throws { try node.take(double: Double(value), at: codingPath) }
    func encode(_ value: Int) { node.set(.number(value)) }
    func encode(_ value: Int8) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: Int16) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: Int32) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: Int64) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: UInt) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: UInt8) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: UInt16) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: UInt32) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: UInt64) throws { try node.take(integer: value, at: codingPath) }
    func encode(_ value: some Encodable) throws { try node.take(value, at: codingPath) }
}
