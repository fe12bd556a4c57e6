/// How references to the law vary: `s.127 WRA 2012`, `WRA 2012, section 127`; `Art 6(1)(e)`, `Article 6.1.e`.
enum LegalReference {
    private static let sections: Set<String> = ["s", "ss", "sec", "sect", "section", "sections"]
    private static let articles: Set<String> = ["art", "arts", "article", "articles"]
    private static let schedules: Set<String> = ["sch", "sched", "schedule", "schedules"]
    private static let parts: Set<String> = ["pt", "part", "parts"]
    private static let paragraphs: Set<String> = ["para", "paras", "paragraph", "paragraphs"]
    private static let regulations: Set<String> = ["reg", "regs", "regulation", "regulations"]
    private static let fillers: Set<String> = ["of", "the", "under", "and", "act", "in"]

    /// The words, with the usual abbreviations made equal and a number parted from the letters before it.
    static func words(_ text: String) -> [String] {
        let spaced = String(decoding: text.utf8.map { $0 == UInt8(ascii: ".") ? UInt8(ascii: " ") : $0 }, as: UTF8.self)
        return TermIndex.words(ofKey: TermIndex.key(spaced)).flatMap(parted).map(usual)
    }

    /// The words that tell one provision from another, in an order of their own, so that the writer's does not matter.
    static func key(_ text: String) -> String {
        words(text).filter { !fillers.contains($0) }.sorted().joined(separator: " ")
    }

    private static func usual(_ word: String) -> String {
        if sections.contains(word) { return "s" }
        if articles.contains(word) { return "art" }
        if schedules.contains(word) { return "sch" }
        if parts.contains(word) { return "pt" }
        if paragraphs.contains(word) { return "para" }
        return regulations.contains(word) ? "reg" : word
    }

    private static func parted(_ word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard let digit = bytes.firstIndex(where: { $0 < 0x3A }), digit > 0 else { return [word] }
        return [String(decoding: bytes[..<digit], as: UTF8.self), String(decoding: bytes[digit...], as: UTF8.self)]
    }
}
