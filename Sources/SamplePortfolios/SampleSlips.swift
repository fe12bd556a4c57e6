/// The slips of people who keep a register by hand.
enum SampleSlips {
    /// Now and then a stray space; seldom two letters exchanged in a long word.
    static func typed(_ text: String, with random: inout SplitMix64) -> String {
        switch random.below(1000) {
        case ..<12: text + " "
        case ..<18: " " + text
        case ..<30: doublingASpace(in: text, with: &random)
        case ..<38: exchangingLetters(in: text, with: &random)
        default: text
        }
    }

    /// A name with one letter left out, from the middle of its longest word.
    static func droppingALetter(in name: String, with random: inout SplitMix64) -> String {
        let bytes = Array(name.utf8)
        guard let word = longWord(in: bytes) else { return name }
        var slipped = bytes
        slipped.remove(at: word.lowerBound + 2 + random.below(word.count - 4))
        return String(decoding: slipped, as: UTF8.self)
    }

    private static func exchangingLetters(in text: String, with random: inout SplitMix64) -> String {
        var bytes = Array(text.utf8)
        guard let word = longWord(in: bytes) else { return text }
        let place = word.lowerBound + 2 + random.below(word.count - 4)
        bytes.swapAt(place, place + 1)
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func doublingASpace(in text: String, with random: inout SplitMix64) -> String {
        var bytes = Array(text.utf8)
        let spaces = bytes.indices.filter { bytes[$0] == UInt8(ascii: " ") }
        guard let place = random.pick(spaces) else { return text }
        bytes.insert(UInt8(ascii: " "), at: place)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The longest run of small letters a–z, when it has eight or more: never inside a character of several bytes.
    private static func longWord(in bytes: [UInt8]) -> Range<Int>? {
        var best = 0..<0
        var begin = 0
        for place in 0...bytes.count {
            if place < bytes.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[place]) { continue }
            if place - begin > best.count { best = begin..<place }
            begin = place + 1
        }
        return best.count >= 8 ? best : nil
    }
}
