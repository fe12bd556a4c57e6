/// How references to the law vary: `s.127 WRA 2012`, `WRA 2012, section 127`; `Art 6(1)(e)`, `Article 6.1.e`.
enum LegalReference {
    /// The usual abbreviations, each with the one that stands for them all.
    private static let usual: [String: String] = [
        "ss": "s", "sec": "s", "sect": "s", "section": "s", "sections": "s",
        "arts": "art", "article": "art", "articles": "art",
        "sched": "sch", "schedule": "sch", "schedules": "sch",
        "part": "pt", "parts": "pt",
        "chapter": "ch", "chapters": "ch",
        "paras": "para", "paragraph": "para", "paragraphs": "para",
        "regs": "reg", "regulation": "reg", "regulations": "reg",
    ]
    private static let fillers: Set<String> = ["of", "the", "under", "and", "act", "in"]

    /// The words, with the usual abbreviations made equal and a number parted from the letters before it.
    static func words(_ text: String) -> [String] {
        let spaced = String(decoding: text.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        return TermIndex.words(ofKey: TermIndex.key(spaced)).flatMap(parted).map { usual[$0] ?? $0 }
    }

    /// The words that tell one provision from another, in an order of their own, so that the writer's does not matter.
    static func key(_ text: String) -> String {
        words(text).filter { !fillers.contains($0) }.sorted().joined(separator: " ")
    }

    private static func parted(_ word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard let digit = bytes.firstIndex(where: { $0 < 0x3A }), digit > 0 else { return [word] }
        return [String(decoding: bytes[..<digit], as: UTF8.self), String(decoding: bytes[digit...], as: UTF8.self)]
    }
}
