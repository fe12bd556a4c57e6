import Crypto
import JSONValues
import Shares

/// The hash chain: SHA-256 over an event and the hash of its predecessor, so that no event can be changed, removed,
/// reordered or inserted unseen.
enum EventHash {
    static let zero = [UInt8](repeating: 0, count: 32)

    static func of(_ event: StoredEvent) -> [UInt8] { Array(SHA256.hash(data: text(of: event))) }

    /// What the hash is over: the canonical JSON of all columns, the body as it is stored and the predecessor in hexadecimal.
    static func text(of event: StoredEvent) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(event.body.count + 400)
        func add(_ part: String) { text.append(contentsOf: part.utf8) }
        func quoted(_ text: String) -> String { JSONValue.string(text).compact }
        add("{\"actor\":\(quoted(event.actor)),\"at\":\(quoted(event.at)),\"body\":")
        text.append(contentsOf: event.body)
        add(",\"kind\":\(quoted(event.kind)),\"position\":\(event.position)")
        add(",\"previous\":\"\(event.previous.hexadecimal)\",\"role\":\(quoted(event.role))")
        add(",\"share\":\(quoted(event.share)),\"version\":\(event.version)}")
        return text
    }
}

/// An event as its row holds it.
struct StoredEvent {
    var position: Int
    var share: String
    var version: Int
    var at: String
    var actor: String
    var role: String
    var kind: String
    var body: [UInt8]
    var previous: [UInt8]
}

extension [UInt8] {
    /// Two small hexadecimal digits a byte.
    package var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        text.reserveCapacity(count * 2)
        for byte in self {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
