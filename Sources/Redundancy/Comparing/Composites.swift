/// Items that are the same as several others together.
struct Composites: Sendable {
    private let all: [(whole: Int32, parts: [Int32])]
    private let wholes: Set<Int32>

    init(_ rules: ReadingRules, items: ItemNames) {
        all = rules.composites.compactMap { composite in
            guard let whole = items.id(ofTerm: composite.whole) else { return nil }
            let parts = composite.parts.compactMap { items.id(ofTerm: $0) }
            return parts.count == composite.parts.count ? (whole, parts) : nil
        }
        wholes = Set(all.map(\.whole))
    }

    /// Takes a whole on one side and its parts on the other from what is left over.
    func cancel(_ left: inout [Int32], _ right: inout [Int32], certain: inout Int) {
        if left.contains(where: wholes.contains) { take(&left, &right, &certain) }
        if right.contains(where: wholes.contains) { take(&right, &left, &certain) }
    }

    private func take(_ holders: inout [Int32], _ others: inout [Int32], _ certain: inout Int) {
        for (whole, parts) in all where holders.contains(whole) && parts.allSatisfy(others.contains) {
            holders.removeAll { $0 == whole }
            others.removeAll { parts.contains($0) }
            certain += 1
        }
    }
}
