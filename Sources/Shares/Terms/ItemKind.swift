/// What the law makes of a data item: whether it is about people, and how sensitive that is (UK GDPR Articles 4, 9 and 10).
package struct ItemKind: Hashable, Sendable {
    /// Nil where that is not known.
    package var isPersonal: Bool?
    package var specialCategory: String?
    package var isCriminalOffenceData: Bool

    /// What the words of an item say of themselves: what is anonymous is about nobody (UK GDPR, recital 26); aggregates and
    /// pseudonyms may still be about somebody.
    package init(saidBy name: String) {
        let saysAnonymous = ["anonymised ", "anonymized ", "anonymous "].contains {
            TermIndex.key(name).hasPrefix($0)
        }
        self.init(isPersonal: saysAnonymous ? false : nil)
    }

    /// As people state it: `not personal`, `health`, `special category: health`, `ethnicity and criminal offence`. Nil where the
    /// words say nothing of the kind, or name two special categories.
    package init?(_ words: String) {
        let parts = words.split(onWords: ["and", "&", ",", "/", "+"]).map { TermIndex.key($0) }
        guard !parts.isEmpty else { return nil }
        self.init(isPersonal: true)
        for part in parts {
            let bare = Self.openings.first { part.hasPrefix($0) }.map { String(part.dropFirst($0.count)) } ?? part
            if Self.notPersonal.contains(part), parts.count == 1 {
                isPersonal = false
            } else if Self.offence.contains(part) {
                isCriminalOffenceData = true
            } else if let category = Self.categories[bare] {
                guard specialCategory == nil || specialCategory == category else { return nil }
                specialCategory = category
            } else if !Self.personal.contains(part) {
                return nil
            }
        }
    }

    init(isPersonal: Bool?, specialCategory: String? = nil, isCriminalOffenceData: Bool = false) {
        self.isPersonal = isPersonal
        self.specialCategory = specialCategory
        self.isCriminalOffenceData = isCriminalOffenceData
    }

    /// As it is read again; nil where nothing is known.
    package var words: String? {
        guard let isPersonal else { return nil }
        let sensitive =
            [specialCategory.map(Self.words), isCriminalOffenceData ? "criminal offence" : nil].compactMap { $0 }
        guard sensitive.isEmpty else { return sensitive.joined(separator: " and ") }
        return isPersonal ? "personal" : "not personal"
    }

    /// All that can be stated, as a list in a sentence.
    package static let choices =
        (["not personal", "personal"] + DataItemTerm.Special.allCases.map { words($0.rawValue) } + ["criminal offence"])
        .joined(separator: ", ")

    private static func words(_ category: String) -> String { category.replacing("-", with: " ") }

    private static let openings = ["special category data ", "special category "]
    private static let personal: Set<String> = ["personal", "personal data"]
    private static let notPersonal: Set<String> = [
        "not personal", "not personal data", "no personal data", "non personal", "non personal data", "anonymous",
        "anonymised",
    ]
    private static let offence: Set<String> = [
        "criminal offence", "criminal offences", "criminal offence data", "criminal", "criminal conviction",
        "criminal convictions", "conviction", "convictions", "offence", "offences", "offence data",
    ]

    /// Article 9(1) in short, and in its own words.
    private static let categories: [String: String] =
        Dictionary(
            uniqueKeysWithValues: DataItemTerm.Special.allCases.flatMap { special in
                Set([words(special.rawValue), words(special.rawValue) + " data"]).map { ($0, special.rawValue) }
            }
        )
        .merging([
            "racial or ethnic origin": "ethnicity", "race": "ethnicity", "ethnic origin": "ethnicity",
            "religious or philosophical beliefs": "religion", "religious beliefs": "religion", "belief": "religion",
            "political opinions": "politics", "political opinion": "politics",
            "trade union membership": "union", "trade union": "union",
            "sexual orientation": "orientation",
        ]) { $1 }
}

extension DataItem {
    package var kind: ItemKind {
        get {
            ItemKind(
                isPersonal: isPersonal, specialCategory: specialCategory, isCriminalOffenceData: isCriminalOffenceData)
        }
        set {
            isPersonal = newValue.isPersonal
            specialCategory = newValue.specialCategory
            isCriminalOffenceData = newValue.isCriminalOffenceData
        }
    }

    /// The kind that somebody stated, as the vocabulary does not know the item; nil where nobody did.
    package var statedKind: ItemKind? {
        name.term == nil && kind != ItemKind(saidBy: name.text) ? kind : nil
    }
}

extension Terms {
    /// The items of which neither the vocabulary nor anybody says what they are.
    package var itemsOfNoKind: [DataItem] { items.filter { $0.isPersonal == nil } }
}
