/// Bodies that a register names in several ways, none of which the reference data has: led to one another by what only this
/// register can tell, namely that nobody else in it could be meant.
struct SameBodies: Sendable {
    /// A body of the register.
    struct Body: Sendable {
        let id: Int32
        let isKnown: Bool
        /// Each name as its words in small letters, abbreviations written out.
        let names: [[[UInt8]]]
        /// Of an abbreviation that stands alone: its letters.
        let abbreviation: [UInt8]?
    }

    /// Names that are not known, each with the body that it means.
    private(set) var meanings: [Int32: Int32] = [:]

    private static let light: Set<UInt64> = Set(
        ["group", "holding", "service", "uk", "company", "the", "trading", "business"].map { WordHash.of($0) })

    init() {}

    init(_ bodies: [Body]) {
        var holders: [UInt64: Set<Int32>] = [:]
        var initials: [UInt64: Set<Int32>] = [:]
        for body in bodies {
            for name in body.names {
                for word in name { holders[WordHash.of(word), default: []].insert(body.id) }
                if name.count > 1, body.abbreviation == nil {
                    initials[WordHash.of(name.compactMap(\.first)), default: []].insert(body.id)
                }
            }
        }
        // The longest names first: the others may be short for them.
        let unknown = bodies.filter { !$0.isKnown || $0.abbreviation != nil }.sorted {
            ($1.letters, $0.id) < ($0.letters, $1.id)
        }
        var longer = ShortForms()
        for body in unknown {
            if lead(body.id, to: Self.byAbbreviation(body, initials)) { continue }
            guard !body.isKnown else { continue }
            if lead(body.id, to: Self.byBeginning(body, bodies, holders)) { continue }
            if lead(body.id, to: body.names.first.flatMap { longer.id(for: $0) }) { continue }
            for name in body.names {
                longer.add(name, id: body.id)
                // `NHS Kent and Medway ICB` goes without the first word as well.
                if name.count > 3, name[0].elementsEqual("nhs".utf8) {
                    longer.add(Array(name.dropFirst()), id: body.id)
                }
            }
        }
        for id in meanings.keys.sorted() { meanings[id] = root(id) }
    }

    /// False where there is nobody to be led to, or only somebody who is led to this one.
    private mutating func lead(_ id: Int32, to meant: Int32?) -> Bool {
        guard let meant, root(meant) != id else { return false }
        meanings[id] = meant
        return true
    }

    private func root(_ id: Int32) -> Int32 {
        var id = id
        while let meant = meanings[id] { id = meant }
        return id
    }

    /// The one body of the register whose initials the abbreviation has.
    private static func byAbbreviation(_ body: Body, _ initials: [UInt64: Set<Int32>]) -> Int32? {
        guard let letters = body.abbreviation else { return nil }
        let others = (initials[WordHash.of(letters)] ?? []).subtracting([body.id])
        return others.count == 1 ? others.first : nil
    }

    /// `Utilita` for `Utilita Energy`: the words begin alike, nobody else has the first one, and the one says nothing more.
    private static func byBeginning(_ body: Body, _ bodies: [Body], _ holders: [UInt64: Set<Int32>]) -> Int32? {
        guard let name = body.names.first, let first = name.first, first.count > 3,
            let both = holders[WordHash.of(first)], both.count == 2, let other = both.first(where: { $0 != body.id }),
            let meant = bodies.first(where: { $0.id == other })
        else { return nil }
        let words = Set(name.map { WordHash.of($0) }).subtracting(light)
        let isWithin = meant.names.contains { longer in
            longer.first == first && words.isSubset(of: Set(longer.map { WordHash.of($0) }))
        }
        return isWithin ? other : nil
    }
}

extension SameBodies.Body {
    fileprivate var letters: Int { names.first?.reduce(0) { $0 + $1.count } ?? 0 }
}
