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
    private var bags: [UInt64: Int32] = [:]
    private var slips = SlipIndex()
    private let wording: ItemWording
    private var unknownByBag: [UInt64: Int32] = [:]
    private(set) var unknown: [Unknown] = []
    /// The words of every spelling of each known term.
    private(set) var spellings: [[[UInt64]]] = []

    private static let ambiguous: Int32 = -2

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
                let bag = WordHash.ofBag(words)
                if let holder = bags[bag], holder != id { bags[bag] = Self.ambiguous } else { bags[bag] = id }
                slips.add(TermIndex.key(spelling), id: id)
            }
            spellings.append(own)
        }
    }

    var knownCount: Int { terms.count }
    var count: Int { terms.count + unknown.count }

    func isKnown(_ id: Int32) -> Bool { Int(id) < terms.count }

    func id(ofTerm term: String) -> Int32? { positions[term] }

    func name(_ id: Int32) -> String {
        let position = Int(id)
        return position < terms.count ? terms[position].name : unknown[position - terms.count].text
    }

    func words(ofUnknown id: Int32) -> [UInt64] { unknown[Int(id) - terms.count].words }

    /// The items that a text names: one, or several where it bundles some of which at least one is known.
    mutating func ids(of stated: Stated) -> [Int32] {
        if let term = stated.term, let position = positions[term] { return [position] }
        if let id = knownID(stated.text) { return [id] }
        let parts = ItemWording.parts(of: stated.text)
        if parts.count > 1 {
            let known = parts.map { knownID($0) }
            if known.contains(where: { $0 != nil }) {
                return zip(parts, known).map { part, id in id ?? unknownID(part) }
            }
        }
        return [unknownID(stated.text)]
    }

    private func knownID(_ text: String) -> Int32? {
        if let id = bags[WordHash.ofBag(wording.words(text))], id != Self.ambiguous { return id }
        return slips.id(near: TermIndex.key(text))
    }

    private mutating func unknownID(_ text: String) -> Int32 {
        let words = wording.words(text)
        let bag = WordHash.ofBag(words)
        if let id = unknownByBag[bag] { return id }
        let id = Int32(count)
        unknownByBag[bag] = id
        unknown.append(Unknown(text: text, words: words))
        return id
    }
}
