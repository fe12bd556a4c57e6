import Shares

extension ComparableShare {
    /// What the share says, apart from its parties and dates, whatever the case and the order of lists.
    var textHash: UInt64 {
        let lists = [items, subjects, gateways, bases, [frequency].compactMap(\.self), [channel].compactMap(\.self)]
        return WordHash.ofList(
            [Self.hash(of: title), Self.hash(of: purpose)]
                + lists.map { WordHash.ofBag($0.map { Self.hash(of: $0.text) }) })
    }

    /// Letters and digits in small letters, and single spaces for all between them.
    private static func hash(of text: String) -> UInt64 {
        var hash = WordHash()
        var isApart = false
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): hash.add(byte | 0x20)
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: hash.add(byte)
            default:
                if !isApart { hash.add(UInt8(ascii: " ")) }
                isApart = true
                continue
            }
            isApart = false
        }
        return hash.value
    }
}
