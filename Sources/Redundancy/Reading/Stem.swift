/// Word endings that do not change what a text is about.
enum Stem {
    /// Without the ending of the plural: `addresses` as `address`, `bodies` as `body`.
    static func singular(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard word.count > 3 else { return word }
        if word.count == 8, ends(word, "children") { return word.dropLast(3) }
        guard word.last == UInt8(ascii: "s") else { return word }
        if ends(word, "ies"), word.count > 4 { return word.dropLast(3) + [UInt8(ascii: "y")] }
        if ends(word, "ss") || ends(word, "us") || ends(word, "is") { return word }
        if ends(word, "sses") || ends(word, "xes") || ends(word, "ches") || ends(word, "shes") {
            return word.dropLast(2)
        }
        return word.dropLast()
    }

    /// An ending as a number: its bytes, the last one lowest.
    private struct Ending {
        let bytes: UInt64
        let mask: UInt64
        let length: Int

        init(_ text: String) {
            bytes = text.utf8.reduce(0) { $0 << 8 | UInt64($1) }
            length = text.utf8.count
            mask = length == 8 ? .max : (1 << UInt64(8 * length)) - 1
        }
    }

    /// Longest endings first, none over eight letters; at least four letters of the word stay.
    private static let endings: [Ending] = [
        "ications", "ication", "ations", "ation", "ements", "ement", "ments", "ment", "ility", "ible", "able", "ings",
        "ing", "ions", "ion", "ical", "ied", "ies", "ive", "al", "ed", "er", "ly", "es", "e", "y",
    ].map { Ending($0) }

    static func of(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        word.withUnsafeBufferPointer { bytes in
            var length = bytes.count
            for _ in 0..<2 where length > 4 {
                // The last eight letters, so that an ending is compared in one step.
                var tail: UInt64 = 0
                for place in max(0, length - 8)..<length { tail = tail << 8 | UInt64(bytes[place]) }
                guard let ending = endings.first(where: { length >= $0.length + 4 && tail & $0.mask == $0.bytes })
                else { break }
                length -= ending.length
            }
            return word.prefix(length)
        }
    }

    private static func ends(_ word: ArraySlice<UInt8>, _ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { word.count >= $0.count && word.suffix($0.count).elementsEqual($0) }
    }
}
