/// Finds schemes that are named in other than their usual words: run together (`TellUsOnce`), parted (`Water Sure`),
/// shortened (`Cold Weather Pmts`) or turned round (`free meals at school`).
struct SchemePhrases: Sendable {
    /// By the letters of the whole name, without spaces.
    private var squeezed = BagClaims()
    /// How such names begin, so that most places of a text need no look-up.
    private var beginnings: Set<UInt32> = []
    /// By the telling words, whatever their order; several names may begin with one word.
    private var bags: [UInt64: [(rest: [UInt64], id: Int32)]] = [:]
    private let abbreviations: [UInt64: [UInt64]]
    /// Names of fewer letters are too near to ordinary words.
    private static let shortest = 6
    /// The most words of a name.
    private static let most = 6
    private static let links: Set<UInt64> = Set(
        ["of", "for", "to", "the", "and", "in", "your", "at", "a", "an"].map { WordHash.of($0) })
    /// Words that the name of a scheme may have or not.
    private static let generic: Set<UInt64> = Set(
        ["scheme", "programme", "program", "contract", "initiative", "project", "service", "payment", "award", "duty"]
            .flatMap { Tokens($0).map(\.stem) })

    init(_ schemes: [SchemeTerm], rules: ReadingRules) {
        abbreviations = Dictionary(
            rules.abbreviations.map { (WordHash.of($0.key), Tokens($0.value).map(\.stem)) },
            uniquingKeysWith: { first, _ in first })
        var seen = BagClaims()
        var names: [(words: [UInt64], id: Int32)] = []
        for (position, scheme) in schemes.enumerated() {
            for spelling in scheme.spellings {
                let tokens = Tokens(spelling)
                let letters = tokens.flatMap { tokens.word($0) }
                if letters.count >= Self.shortest {
                    beginnings.insert(Self.beginning(letters))
                    squeezed.claim(WordHash.of(Stem.singular(letters[...])), Int32(position), isPlain: true)
                }
                let words = telling(tokens, tokens.indices)
                let core = words.filter { !Self.generic.contains($0) }
                for (form, isPlain) in [(words, true), (core, false)] where form.count > 1 {
                    let bag = WordHash.ofBag(form)
                    seen.claim(bag, Int32(position), isPlain: isPlain)
                    names.append((form.sorted(), Int32(position)))
                }
            }
        }
        for name in names where seen[WordHash.ofBag(name.words)] == name.id {
            guard let first = name.words.first else { continue }
            bags[first, default: []].append((Array(name.words.dropFirst()), name.id))
        }
        for first in bags.keys { bags[first]?.sort { ($1.rest.count, $0.id) < ($0.rest.count, $1.id) } }
    }

    private func telling(_ tokens: Tokens, _ places: Range<Int>) -> [UInt64] {
        var words: [UInt64] = []
        for place in places where !Self.links.contains(tokens[place].plain) { words += stems(tokens[place]) }
        return words
    }

    /// The first three letters: those that the ending of a plural never changes in a name of the shortest length.
    private static func beginning(_ letters: some Sequence<UInt8>) -> UInt32 {
        letters.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// How what stands from a place on begins, whatever words it is parted into.
    private static func beginning(of tokens: Tokens, at start: Int) -> UInt32 {
        beginning(tokens.letters[tokens[start].range.lowerBound...].lazy.filter { $0 != UInt8(ascii: " ") })
    }

    private func stems(_ token: Token) -> [UInt64] { abbreviations[token.plain] ?? [token.stem] }

    /// The schemes of the text, their words marked as taken.
    func take(from tokens: Tokens, _ taken: inout [Bool]) -> [Int32] {
        var found: [Int32] = []
        for start in tokens.indices where !taken[start] && beginnings.contains(Self.beginning(of: tokens, at: start)) {
            var letters: [UInt8] = []
            for end in start..<min(tokens.count, start + Self.most) {
                if taken[end] { break }
                letters += tokens.word(tokens[end])
                guard letters.count >= Self.shortest, let id = squeezed[WordHash.of(Stem.singular(letters[...]))] else {
                    continue
                }
                found.append(id)
                for place in start...end { taken[place] = true }
                break
            }
        }
        for start in tokens.indices where !taken[start] {
            guard abbreviations[tokens[start].plain] != nil || bags[tokens[start].stem] != nil else { continue }
            for stem in stems(tokens[start]) {
                guard let names = bags[stem], let id = bag(names, around: start, tokens, &taken) else { continue }
                found.append(id)
                break
            }
        }
        return found
    }

    /// The name whose other words stand near, with no more than two others between.
    private func bag(
        _ names: [(rest: [UInt64], id: Int32)], around place: Int, _ tokens: Tokens, _ taken: inout [Bool]
    ) -> Int32? {
        for (rest, id) in names {
            let reach = rest.count + 2
            var places: [Int] = [place]
            for word in rest {
                let window = max(0, place - reach)...min(tokens.count - 1, place + reach)
                guard
                    let other = window.first(where: {
                        !taken[$0] && !places.contains($0) && stems(tokens[$0]).contains(word)
                    })
                else { break }
                places.append(other)
            }
            guard places.count == rest.count + 1, let low = places.min(), let high = places.max(),
                high - low <= reach
            else { continue }
            for place in places { taken[place] = true }
            return id
        }
        return nil
    }
}
