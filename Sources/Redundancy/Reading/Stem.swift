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

    /// Longest endings first; at least four letters stay.
    private static let endings: [StaticString] = [
        "ications", "ication", "ations", "ation", "ements", "ement", "ments", "ment", "ility", "ible", "able", "ings",
        "ing", "ions", "ion", "ical", "ied", "ies", "ive", "al", "ed", "er", "ly", "es", "e", "y",
    ]

    static func of(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var stem = word
        for _ in 0..<2 {
            guard let ending = endings.first(where: { stem.count >= $0.utf8CodeUnitCount + 4 && ends(stem, $0) }) else {
                break
            }
            stem = stem.dropLast(ending.utf8CodeUnitCount)
        }
        return stem
    }

    private static func ends(_ word: ArraySlice<UInt8>, _ ending: StaticString) -> Bool {
        ending.withUTF8Buffer { word.count >= $0.count && word.suffix($0.count).elementsEqual($0) }
    }
}
