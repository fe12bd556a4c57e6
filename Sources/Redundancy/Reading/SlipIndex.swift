/// Finds the name that is a single slip of the pen away: a letter dropped, added, changed or exchanged with its neighbour.
///
/// The first letter is taken to be right, which leaves few names to look at.
struct SlipIndex: Sendable {
    private struct Bucket: Hashable {
        let initial: UInt8
        let length: Int
    }

    private var buckets: [Bucket: [(name: [UInt8], id: Int32)]] = [:]

    /// A name of fewer letters is too near to others.
    static let shortest = 7

    mutating func add(_ name: String, id: Int32) {
        let bytes = Array(name.utf8)
        guard bytes.count >= Self.shortest, let initial = bytes.first else { return }
        buckets[Bucket(initial: initial, length: bytes.count), default: []].append((bytes, id))
    }

    /// The one id whose name is a slip away; nil where there is none, or more than one could be meant.
    func id(near name: String) -> Int32? {
        let bytes = Array(name.utf8)
        guard bytes.count >= Self.shortest, let initial = bytes.first else { return nil }
        var found: Int32?
        for length in (bytes.count - 1)...(bytes.count + 1) {
            for (candidate, id) in buckets[Bucket(initial: initial, length: length)] ?? [] where id != found {
                guard Self.isSlip(bytes, candidate) else { continue }
                if found != nil { return nil }
                found = id
            }
        }
        return found
    }

    /// Whether one slip, in a word of four letters or more and not in a number, makes the one of the other.
    static func isSlip(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        var head = 0
        let least = min(left.count, right.count)
        while head < least, left[head] == right[head] { head += 1 }
        var tail = 0
        while tail < least - head, left[left.count - 1 - tail] == right[right.count - 1 - tail] { tail += 1 }
        let one = left[head..<(left.count - tail)]
        let other = right[head..<(right.count - tail)]
        let isExchange = one.count == 2 && other.count == 2 && one.elementsEqual(other.reversed())
        guard one.count <= 1 && other.count <= 1 || isExchange else { return false }
        guard !one.contains(where: isDigit), !other.contains(where: isDigit) else { return false }
        // A space dropped or added joins or parts two words.
        let space = UInt8(ascii: " ")
        if one.contains(space) || other.contains(space) { return one.isEmpty || other.isEmpty }
        return wordLength(left, around: head) >= 4 && wordLength(right, around: head) >= 4
    }

    private static func wordLength(_ bytes: [UInt8], around place: Int) -> Int {
        var from = min(place, bytes.count)
        while from > 0, bytes[from - 1] != UInt8(ascii: " ") { from -= 1 }
        var end = min(place, bytes.count)
        while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
        return end - from
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
