/// Finds the names that are a slip of the pen away, by the texts that are left when one letter is dropped.
///
/// Two names that share such a text differ by one letter dropped, added, changed or exchanged, or by two single slips.
struct SlipIndex: Sendable {
    private var holders: [UInt64: [Int32]] = [:]
    private var names: [[UInt8]] = []
    private var ids: [Int32] = []

    /// A name of fewer letters is too near to others.
    static let shortest = 7

    mutating func add(_ name: String, id: Int32) {
        let bytes = Array(name.utf8)
        guard bytes.count >= Self.shortest else { return }
        let place = Int32(names.count)
        names.append(bytes)
        ids.append(id)
        for key in Self.keys(of: bytes) { holders[key, default: []].append(place) }
    }

    /// The one id whose name is a slip away; nil where there is none, or more than one could be meant.
    func id(near name: String) -> Int32? {
        let bytes = Array(name.utf8)
        guard bytes.count >= Self.shortest else { return nil }
        var found: Int32?
        for key in Self.keys(of: bytes) {
            for place in holders[key] ?? [] {
                let candidate = ids[Int(place)]
                if candidate == found { continue }
                guard Self.isSlip(bytes, names[Int(place)]) else { continue }
                if found != nil { return nil }
                found = candidate
            }
        }
        return found
    }

    /// Whether the names differ in letters of long words only: a changed number or a changed short word is another name.
    static func isSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let space = UInt8(ascii: " ")
        let leftWords = left.split(separator: space)
        let rightWords = right.split(separator: space)
        guard leftWords.count == rightWords.count else {
            // A space dropped or added.
            return left.filter { $0 != space } == right.filter { $0 != space }
        }
        var slips = 0
        for (one, other) in zip(leftWords, rightWords) where one != other {
            guard min(one.count, other.count) >= 4, !one.contains(where: isDigit), !other.contains(where: isDigit)
            else {
                return false
            }
            slips += 1
        }
        return slips == 1
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func keys(of bytes: [UInt8]) -> Set<UInt64> {
        var keys: Set<UInt64> = [WordHash.of(bytes)]
        for dropped in bytes.indices {
            var hash = WordHash()
            for (place, byte) in bytes.enumerated() where place != dropped { hash.add(byte) }
            keys.insert(hash.value)
        }
        return keys
    }
}
