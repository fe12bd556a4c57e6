import Shares

/// From the names of data items in a register to the vocabulary, and what is not in the vocabulary by its words.
struct ItemNames: Sendable {
    /// An item that the vocabulary does not have.
    struct Unknown: Sendable {
        let text: String
        let words: [UInt64]
    }

    private let terms: [DataItemTerm]
    private var positions: [String: Int32] = [:]
    private var bags = BagClaims()
    /// By their words without the light ones.
    private var heavyBags = BagClaims()
    /// By their words without those that tell nothing: `code`, `text`, `held`.
    private var coreBags = BagClaims()
    /// By two or more words that are left without `date`, `number` and the like as well.
    private var thinBags = BagClaims()
    /// By the stems of the words that `coreBags` goes by.
    private var stemBags = BagClaims()
    private var slips = SlipIndex()
    private var expansion = WordExpansion()
    private var shortForms = ShortForms()
    /// Without `date`, `number` and the like.
    private var thinForms = ShortForms()
    private let wording: ItemWording
    private var unknownByBag: [UInt64: Int32] = [:]
    private(set) var unknown: [Unknown] = []
    /// The words of every spelling of each known term.
    private(set) var spellings: [[[UInt64]]] = []

    init(_ vocabulary: Vocabulary<DataItemTerm>, rules: ReadingRules) {
        terms = vocabulary.all
        wording = ItemWording(rules)
        for (position, term) in terms.enumerated() {
            let id = Int32(position)
            positions[term.id] = id
            var own: [[UInt64]] = []
            for spelling in term.spellings {
                let words = wording.words(spelling)
                own.append(words)
                // `DOB (partner)` and `user name` give way to `date of birth` and `name`.
                let full = wording.allWords(spelling)
                let isPlain = full.count == words.count
                bags.claim(WordHash.ofBag(words), id, isPlain: isPlain)
                if !isPlain { bags.claim(WordHash.ofBag(full), id, isPlain: true) }
                let heavy = words.filter { !wording.isLight($0) }
                if !heavy.isEmpty { heavyBags.claim(WordHash.ofBag(heavy), id, isPlain: isPlain) }
                let core = wording.core(words)
                if !core.isEmpty {
                    coreBags.claim(WordHash.ofBag(core), id, isPlain: isPlain && core.count == words.count)
                }
                let thin = wording.thin(words)
                if thin.count > 1 {
                    thinBags.claim(WordHash.ofBag(thin), id, isPlain: isPlain && thin.count == words.count)
                }
                expansion.add(Tokens(spelling, partsCamelCase: true))
                for word in words { expansion.know(word) }
                slips.add(TermIndex.key(spelling), id: id)
                let letters = wording.letters(spelling)
                shortForms.add(letters, id: id)
                thinForms.add(wording.thin(letters), id: id)
                if letters.count > 1 { stemBags.claim(wording.stemBag(letters), id, isPlain: isPlain) }
            }
            spellings.append(own)
        }
    }

    var knownCount: Int { terms.count }
    var count: Int { terms.count + unknown.count }

    func isKnown(_ id: Int32) -> Bool { Int(id) < terms.count }

    func id(ofTerm term: String) -> Int32? { positions[term] }

    /// The id of a known item in the vocabulary.
    func termID(_ id: Int32) -> String { terms[Int(id)].id }

    func name(_ id: Int32) -> String {
        let position = Int(id)
        return position < terms.count ? terms[position].name : unknown[position - terms.count].text
    }

    func words(ofUnknown id: Int32) -> [UInt64] { unknown[Int(id) - terms.count].words }

    /// The items that a text names: one, or several where it bundles some of which at least one is known.
    mutating func ids(of stated: Stated) -> [Int32] {
        // A whole document in a field of items is told by how it begins.
        if stated.text.utf8.count > Self.longest {
            return [unknownID(String(decoding: stated.text.utf8.prefix(Self.longest), as: UTF8.self))]
        }
        let term = stated.term.flatMap { positions[$0] }
        // The name of a term is that term, whatever words it is made of; another spelling may bundle several.
        if let term, TermIndex.key(terms[Int(term)].name) == TermIndex.key(stated.text) { return [term] }
        if let (table, column) = ItemWording.column(in: stated.text) {
            // `child.dob` is not the date of birth of whoever the others are about.
            return [knownID("\(table) \(column)") ?? knownID(String(column)) ?? unknownID("\(table) \(column)")]
        }
        let parts = ItemWording.bundled(in: stated.text)
        // `Address and postcode` may be a spelling of the address: two items that are known as such come before it.
        let apart = ItemWording.listedParts(of: stated.text)
        let plain = apart.count > 1 ? apart.map { wording.isVague($0) ? nil : plainID($0) } : []
        if !plain.contains(nil), Set(plain).count > 1 { return plain.compactMap { $0 } }
        for (one, other) in ItemWording.shared(in: stated.text) {
            // `Family/last name` says one thing twice.
            if let first = plainID(one), let second = plainID(other) {
                return first == second ? [first] : [first, second]
            }
        }
        let listed = ItemWording.listed(in: stated.text)
        let inBrackets = listed.count > 1 ? listed.map { plainID($0) } : []
        if !inBrackets.contains(nil), Set(inBrackets).count > 1 { return inBrackets.compactMap { $0 } }
        if let id = term ?? knownID(stated.text) { return [id] }
        let known = parts.count > 1 ? parts.map { knownID($0) } : []
        if known.contains(where: { $0 != nil }) { return zip(parts, known).map { part, id in id ?? unknownID(part) } }
        return [unknownID(stated.text)]
    }

    /// Bytes. Longer texts are told by how they begin, and take no part in what looks at every word beside every other.
    private static let longest = 4000
    /// Words of a name that are compared one by one, written out or shared between two; a name of more is none.
    static let mostWords = 12
    private static let mostWordsKept = 40

    /// The item whose spelling has these words.
    private func plainID(_ text: String) -> Int32? {
        bags[WordHash.ofBag(wording.allWords(text))] ?? bags[WordHash.ofBag(wording.words(text))]
    }

    private func knownID(_ text: String) -> Int32? {
        if let id = plainID(text) { return id }
        let words = wording.words(text)
        return slips.id(near: TermIndex.key(text)) ?? coreID(words) ?? shortID(text) ?? expandedID(text)
            ?? heavyID(words)
    }

    /// The item that has the same telling words.
    private func coreID(_ words: [UInt64]) -> Int32? {
        let core = wording.core(words)
        if !core.isEmpty, let id = coreBags[WordHash.ofBag(core)] { return id }
        let thin = wording.thin(words)
        return thin.count > 1 ? thinBags[WordHash.ofBag(thin)] : nil
    }

    /// The one item whose words are written short, or with a slip.
    private func shortID(_ text: String) -> Int32? {
        let letters = wording.letters(text)
        if letters.count > 1, let id = stemBags[wording.stemBag(letters)] { return id }
        if let id = shortForms.id(for: letters) { return id }
        let thin = wording.thin(letters)
        return thin.count > 1 || (thin.first?.count ?? 0) > 4 ? thinForms.id(for: thin) : nil
    }

    /// The one item that the text can mean when its shortened words are written out.
    private func expandedID(_ text: String) -> Int32? {
        let parts = wording.parts(of: text)
        guard parts.count <= Self.mostWords else { return nil }
        var readings: [[UInt64]] = [[]]
        for (words, letters) in parts {
            var options = [words]
            if letters.count <= 6 {
                let isShort = words.count > 1 || WordHash.of(letters) != words.first
                if isShort || words.count == 1 && !words.allSatisfy(expansion.known.contains) {
                    // `emp` may be the employer or the employment.
                    options = (isShort ? [words] : []) + expansion.readings(of: letters).map { [$0] }
                }
            }
            guard !options.isEmpty, readings.count * options.count <= 200 else { return nil }
            readings = readings.flatMap { reading in options.map { reading + $0 } }
        }
        for reading in readings { if let id = bags[WordHash.ofBag(reading)] { return id } }
        for reading in readings { if let id = coreID(reading) { return id } }
        var found: Int32?
        for reading in readings {
            let heavy = reading.filter { !wording.isLight($0) }
            guard !heavy.isEmpty, let id = heavyBags[WordHash.ofBag(heavy)] else { continue }
            if let found, found != id { return nil }
            found = id
        }
        return found
    }

    /// The one item that has these words when light words such as `code` are left out.
    private func heavyID(_ words: [UInt64]) -> Int32? {
        let heavy = words.filter { !wording.isLight($0) }
        guard !heavy.isEmpty, words.count - heavy.count <= 1 else { return nil }
        return heavyBags[WordHash.ofBag(heavy)]
    }

    private mutating func unknownID(_ text: String) -> Int32 {
        let words = Array(wording.words(text).prefix(Self.mostWordsKept))
        let bag = WordHash.ofBag(words)
        if let id = unknownByBag[bag] { return id }
        let id = Int32(count)
        unknownByBag[bag] = id
        unknown.append(Unknown(text: text, words: words))
        return id
    }
}

/// Which term a bag of words names: the one that has them as they stand before those that have more; two that claim it
/// alike leave it to neither.
struct BagClaims: Sendable {
    private struct Claim: Sendable {
        var id: Int32?
        var isPlain: Bool
    }

    private var claims: [UInt64: Claim] = [:]

    subscript(bag: UInt64) -> Int32? { claims[bag].flatMap(\.id) }

    mutating func claim(_ bag: UInt64, _ id: Int32, isPlain: Bool) {
        guard let held = claims[bag], held.id != id || isPlain != held.isPlain else {
            if claims[bag] == nil { claims[bag] = Claim(id: id, isPlain: isPlain) }
            return
        }
        if held.isPlain != isPlain {
            if isPlain { claims[bag] = Claim(id: id, isPlain: true) }
        } else {
            claims[bag]?.id = nil
        }
    }
}
