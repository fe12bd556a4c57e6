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
        if left.contains(where: wholes.contains) { certain += take(&left, &right).count }
        if right.contains(where: wholes.contains) { certain += take(&right, &left).count }
    }

    /// The same, and which wholes were taken.
    func cancel(_ left: inout [Int32], _ right: inout [Int32]) -> [Int32] { take(&left, &right) + take(&right, &left) }

    private func take(_ holders: inout [Int32], _ others: inout [Int32]) -> [Int32] {
        var taken: [Int32] = []
        for (whole, parts) in all where holders.contains(whole) && parts.allSatisfy(others.contains) {
            holders.removeAll { $0 == whole }
            others.removeAll { parts.contains($0) }
            taken.append(whole)
        }
        return taken
    }
}
