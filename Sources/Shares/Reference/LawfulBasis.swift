/// A condition of data protection law under which personal data may be processed.
package struct LawfulBasis: Term, Hashable {
    package static let file = "lawful-bases.json"
    package static let array = "bases"

    /// `article-6-1-e`, `article-9-2-g`, `sch1-pt2-para6`
    package let id: String
    /// `6(1)(e)`
    package let article: String
    package let name: String
    package let aliases: [String]
    /// `UK GDPR` or `Data Protection Act 2018`
    package let law: String
    package let from: Day?
    package let to: Day?
    /// What else has to be there, such as a condition of Schedule 1 or an appropriate policy document.
    package let needs: [String]?
    package let note: String?
    package let source: String

    package var spellings: [String] { [article, name] + aliases }

    /// Whether it is a condition of Article 9 or 10 of the UK GDPR, beside a lawful basis of Article 6.
    package var isCondition: Bool { article == "10" || article.hasPrefix("9(") }

    /// `Article 9(2)(j)`, `Schedule 1, Part 2, paragraph 6`
    package var citation: String { law == "UK GDPR" ? "Article \(article)" : article }

    /// Whether it was law on the day.
    package func isInForce(on day: Day) -> Bool {
        from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
    }

    package static func key(_ text: String) -> String {
        LegalReference.words(text).flatMap(parted).filter { !fillers.contains($0) }.joined(separator: " ")
    }

    /// As written; and, for `6(1)(e) public task`, by its number alone where nothing after it is another number.
    package static func readings(of text: String) -> [String] {
        let key = key(text)
        let words = TermIndex.words(ofKey: key)
        let isArticle = words.count > 3 && (words[0] == "6" || words[0] == "9")
        let saysMore = words.dropFirst(3).contains { word in
            word.utf8.contains { $0 < 0x3A } || qualifiers.contains(String(word))
        }
        guard isArticle, !saysMore else { return [key] }
        return [key, words[..<3].joined(separator: " ")]
    }

    /// Words that take back or narrow what stands before them: with one of them the number alone says too much.
    private static let qualifiers: Set<String> = [
        "not", "no", "never", "nor", "or", "without", "unless", "except", "if", "only", "may", "might", "possibly",
        "perhaps", "maybe", "either", "instead", "rather", "formerly", "previously", "pending", "tbc", "tbd", "unclear",
        "unsure", "doubtful", "disputed", "provider", "providers", "recipient", "recipients", "disclosing", "receiving",
        "discloser", "receiver", "controller", "controllers", "processor", "processors", "party", "parties",
    ]

    private static let fillers: Set<String> = ["art", "uk", "gdpr", "of", "the", "under", "and", "dpa", "2018"]

    /// `1e` as `1 e`.
    private static func parted(_ word: String) -> [String] {
        let bytes = Array(word.utf8)
        guard let letter = bytes.firstIndex(where: { $0 >= 0x3A }), letter > 0 else { return [word] }
        return [String(decoding: bytes[..<letter], as: UTF8.self), String(decoding: bytes[letter...], as: UTF8.self)]
    }
}
