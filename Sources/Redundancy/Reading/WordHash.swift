/// A word as a number that is the same in every run: FNV-1a, 64 bits.
///
/// A million words collide with a chance of about one in forty million, so the number stands for the word.
struct WordHash {
    private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

    mutating func add(_ byte: UInt8) {
        value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
    }

    static func of(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = WordHash()
        for byte in bytes { hash.add(byte) }
        return hash.value
    }

    static func of(_ word: String) -> UInt64 { of(word.utf8) }

    /// One number for several words, whatever their order.
    static func ofBag(_ words: [UInt64]) -> UInt64 { ofList(words.sorted()) }

    /// One number for several words in their order.
    static func ofList(_ words: [UInt64]) -> UInt64 {
        var hash = WordHash()
        for word in words {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                hash.add(UInt8(truncatingIfNeeded: word >> shift))
            }
        }
        return hash.value
    }
}
