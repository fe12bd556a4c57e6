import Shares

/// What the title and the purpose of a share say, whatever their wording.
struct PurposeMeaning: Hashable, Sendable {
    /// Families of purpose, each with how plainly it is said: 0…1, at most 1 together. Empty: none recognised.
    var family: FamilyWeights = .init()
    /// The schemes that are named, those of the title first.
    var schemes: [Int32] = []
    /// The schemes that are named only in saying who the people are.
    fileprivate(set) var schemesOfPeople: [Int32] = []
    /// Names that may be a scheme's that is not known: capitalised words and abbreviations, in rising order.
    var named: [UInt64] = []
    /// What the share serves, once the whole register is read: known schemes, or names that may be one.
    var serves: [UInt64] = []
    /// The part of the country that is named.
    var area: Int32?
    /// A test, not live.
    var isTest = false
    /// The stems of the words that are left: neither known phrases nor boilerplate.
    var words: [UInt64] = []
}

/// How plainly each family of purpose is said.
struct FamilyWeights: Hashable, Sendable {
    private(set) var weights: SIMD8<Float> = .zero

    subscript(family: Int) -> Float {
        get { weights[family] }
        set { weights[family] = newValue }
    }

    /// A legal power tells a little of what it is used for: less, the more families it serves.
    mutating func add(_ families: [Gateway.Family]) {
        for family in families {
            guard let place = Gateway.Family.allCases.firstIndex(of: family) else { continue }
            weights[place] += 0.5 / Float(families.count)
        }
    }

    /// The family that is said most plainly; nil where none is or two are equally.
    var leading: Int? {
        let top = weights.max()
        guard top > 0 else { return nil }
        let leaders = weights.indices.filter { weights[$0] == top }
        return leaders.count == 1 ? leaders.first : nil
    }

    /// How likely two texts are to be of one family: 0…1.
    ///
    /// Of two shares that are alike enough to be compared, one that says nothing of its family is as likely as not of the
    /// other's; where both have one power and little else is said, it is likely.
    func agreement(with other: FamilyWeights, underOnePower: Bool = false) -> Double {
        let agreement = Double((chances * other.chances).sum())
        let least = min(weights.max(), other.weights.max())
        if underOnePower, least < 0.55, agreement >= 0.25 { return max(agreement, 0.8) }
        return least < 0.2 ? max(agreement, 0.55) : agreement
    }

    /// The chance of each family: what is said most plainly stands far before the others, and where little is said
    /// the families are as frequent as registers have them.
    private var chances: SIMD8<Float> {
        let evidence = weights * weights + Self.usual * 0.1
        return evidence / evidence.sum()
    }

    /// Two shares in five operate something.
    private static let usual: SIMD8<Float> = {
        var usual = SIMD8<Float>(repeating: 0.6 / 7)
        if let place = Gateway.Family.allCases.firstIndex(of: .operations) { usual[place] = 0.4 }
        return usual
    }()
}

/// Reads titles and purposes: parties, schemes, people and places first, so that their words are not taken for others.
///
/// A class, so that threads read by one reference rather than by a hold on each table.
final class PurposeReader: Sendable {
    private let areas: Areas
    private let subjects: PhraseBook
    private let bodies: PhraseBook
    private let schemes: PhraseBook
    private let schemePhrases: SchemePhrases
    private let testing: PhraseBook
    private let families: PhraseBook
    private let familyWords: Set<UInt64>
    private let boilerplate: Set<UInt64>
    private let boilerplatePhrases: PhraseBook
    let schemeNames: [String]
    static let families = Gateway.Family.allCases
    private static let test = WordHash.of("test")
    private static let testing = WordHash.of("testing")

    init(_ knowledge: RedundancyKnowledge, reference: ReferenceData, subjects: PhraseBook, areas: Areas) {
        self.areas = areas
        self.subjects = subjects
        schemeNames = knowledge.schemes.map(\.name)
        schemePhrases = SchemePhrases(knowledge.schemes, rules: knowledge.reading)
        var schemes = PhraseBook()
        var bodies = PhraseBook()
        var testing = PhraseBook()
        var families = PhraseBook()
        var familyWords: Set<UInt64> = []
        var boilerplate: Set<UInt64> = []
        var boilerplatePhrases = PhraseBook()
        for (position, scheme) in knowledge.schemes.enumerated() {
            for spelling in scheme.spellings { schemes.add(spelling, id: Int32(position)) }
        }
        for body in reference.organisations.all {
            for name in [body.name] + body.abbreviations where name.utf8.count > 2 { bodies.add(name, id: 0) }
        }
        for phrase in knowledge.reading.testing { testing.add(phrase, id: 0) }
        for family in knowledge.reading.families {
            guard let position = Self.families.firstIndex(of: family.id) else { continue }
            for word in family.words {
                families.add(word, id: Int32(position))
                let tokens = Tokens(word)
                if tokens.count == 1, let only = tokens.first { familyWords.insert(only.stem) }
            }
        }
        for phrase in knowledge.reading.boilerplate {
            let tokens = Tokens(phrase)
            if tokens.count == 1, let only = tokens.first {
                boilerplate.insert(only.stem)
            } else {
                boilerplatePhrases.add(phrase, id: 0)
            }
        }
        self.schemes = schemes
        self.bodies = bodies
        self.testing = testing
        self.families = families
        self.familyWords = familyWords
        self.boilerplate = boilerplate
        self.boilerplatePhrases = boilerplatePhrases
    }

    /// What a share says, and the capitalised names in it that nothing explains.
    ///
    /// `parties`: the words of the names that this share's own parties go by.
    func read(
        title: String, purpose: String, parties: [UInt64]
    ) -> (meaning: PurposeMeaning, names: [CapitalNames.Name]) {
        var meaning = PurposeMeaning()
        var words: [UInt64] = []
        var names: [CapitalNames.Name] = []
        read(title, weight: 1, isTitle: true, parties, &meaning, &words, &names)
        read(purpose, weight: 1.5, isTitle: false, parties, &meaning, &words, &names)
        if meaning.schemes.isEmpty, meaning.named.isEmpty, let only = meaning.schemesOfPeople.first {
            meaning.schemes = [only]
        }
        meaning.schemesOfPeople = []
        if meaning.named.count > 1 { meaning.named = meaning.named.sortedUnique() }
        meaning.words = words.sortedUnique()
        return (meaning, names)
    }

    private func read(
        _ text: String, weight: Float, isTitle: Bool, _ parties: [UInt64], _ meaning: inout PurposeMeaning,
        _ words: inout [UInt64], _ found: inout [CapitalNames.Name]
    ) {
        let tokens = Tokens(text)
        guard !tokens.isEmpty else { return }
        var taken = Array(repeating: false, count: tokens.count)
        func take(_ book: PhraseBook) -> [Int32] {
            let matches = book.matches(in: tokens, taken: taken)
            for match in matches { for place in match.range { taken[place] = true } }
            return matches.map(\.id)
        }
        // `Pension Credit claimants` are people; only where nothing else is named do they tell the scheme.
        let people = subjects.matches(in: tokens, taken: taken).filter { $0.range.count > 1 }
        let mentioned = schemes.matches(in: tokens, taken: taken)
        // The Student Loans Company is no scheme of student loans.
        if !mentioned.isEmpty {
            for body in bodies.matches(in: tokens, taken: taken)
            where mentioned.contains(where: { $0.range.count < body.range.count && body.range.contains($0.range) }) {
                for place in body.range { taken[place] = true }
            }
        }
        for match in people { for place in match.range { taken[place] = true } }
        var named = take(schemes)
        if named.isEmpty { named = schemePhrases.take(from: tokens, &taken) }
        for id in named where !meaning.schemes.contains(id) {
            meaning.schemes.append(id)
        }
        for match in mentioned where isTitle && people.contains(where: { $0.range.overlaps(match.range) }) {
            meaning.schemesOfPeople.append(match.id)
        }
        if !take(testing).isEmpty || (isTitle && saysTest(tokens, taken)) { meaning.isTest = true }
        _ = take(subjects)
        _ = take(bodies)
        if let area = areas.take(from: tokens, &taken).first, meaning.area == nil { meaning.area = area }
        _ = take(boilerplatePhrases)
        let names = CapitalNames(
            tokens, taken: taken,
            isPlain: { boilerplate.contains($0.stem) || familyWords.contains($0.stem) || parties.contains($0.plain) })
        for name in names.all {
            meaning.named.append(name.key)
            found.append(name)
            // What belongs to a name in a sentence says nothing of the family: `Kinship Bridging Award`.
            if !isTitle, name.range.count > 1 {
                for place in name.range {
                    taken[place] = true
                    words.append(tokens[place].stem)
                }
            }
        }
        for id in take(families) {
            // Every purpose checks and pays something: what is special counts before it.
            meaning.family[Int(id)] += Self.families[Int(id)] == .operations ? weight * 0.4 : weight
        }
        for (place, token) in tokens.enumerated() where !taken[place] {
            if token.length < 2 || boilerplate.contains(token.stem) || parties.contains(token.plain) { continue }
            words.append(token.stem)
        }
    }

    /// A title that begins or ends with the word, in brackets or not: `TEST – UC feed`, `UC feed (test)`.
    private func saysTest(_ tokens: Tokens, _ taken: [Bool]) -> Bool {
        guard let first = tokens.first, let last = tokens.last else { return false }
        return (!taken[0] && first.plain == Self.test) || (!taken[tokens.count - 1] && last.plain == Self.test)
            || (!taken[tokens.count - 1] && last.plain == Self.testing)
    }
}

extension Array where Element: Comparable {
    /// In rising order, each once.
    func sortedUnique() -> [Element] {
        var unique: [Element] = []
        unique.reserveCapacity(count)
        for element in sorted() where element != unique.last { unique.append(element) }
        return unique
    }
}
