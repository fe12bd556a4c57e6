/// Items that are the same as several others together.
struct Composites: Sendable {
    private let all: [(whole: Int32, parts: [Int32])]
    /// By the ids of terms.
    private let isWhole: [Bool]

    init(_ rules: ReadingRules, items: ItemNames) {
        all = rules.composites.compactMap { composite in
            guard let whole = items.id(ofTerm: composite.whole) else { return nil }
            let parts = composite.parts.compactMap { items.id(ofTerm: $0) }
            return parts.count == composite.parts.count ? (whole, parts) : nil
        }
        var isWhole = Array(repeating: false, count: items.knownCount)
        for (whole, _) in all { isWhole[Int(whole)] = true }
        self.isWhole = isWhole
    }

    /// Takes a whole on one side and its parts on the other from what is left over.
    func cancel(_ left: inout [Int32], _ right: inout [Int32], certain: inout Int) {
        if hasWhole(left) { certain += take(&left, &right).count }
        if hasWhole(right) { certain += take(&right, &left).count }
    }

    /// Of ids in rising order, those of terms come first.
    func hasWhole(_ ids: [Int32]) -> Bool {
        for id in ids {
            if id >= isWhole.count { return false }
            if isWhole[Int(id)] { return true }
        }
        return false
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
