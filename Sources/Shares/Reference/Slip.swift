/// A single slip in typing, of ASCII letters only.
enum Slip {
    /// Whether one letter dropped, added, changed or exchanged with its neighbour turns the one text into the other.
    static func separates(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard long.count - short.count <= 1 else { return false }
        var head = 0
        while head < short.count, short[head] == long[head] { head += 1 }
        guard head < long.count else { return false }
        if short.count < long.count {
            return isLetter(long[head]) && short[head...].elementsEqual(long[(head + 1)...])
        }
        if short[(head + 1)...].elementsEqual(long[(head + 1)...]) {
            return isLetter(short[head]) && isLetter(long[head])
        }
        return head + 1 < short.count && short[head] == long[head + 1] && short[head + 1] == long[head]
            && isLetter(short[head]) && isLetter(short[head + 1])
            && short[(head + 2)...].elementsEqual(long[(head + 2)...])
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    }
}
