/// Whether two shares serve the same benefit, concession or programme.
struct SchemeComparison: Sendable {
    /// Names of schemes that the register showed to be one, each led to the one that stands for it.
    var aliases: [UInt64: UInt64] = [:]
    /// Names that so many shares have that they name no scheme.
    var common: Set<UInt64> = []

    /// Names that the register's own shares showed to be one: how surely.
    private var learned: [SymmetricPair<UInt64>: Double] = [:]

    mutating func learn(_ one: UInt64, _ other: UInt64, likeness: Double) {
        let pair = SymmetricPair(one, other)
        learned[pair] = max(likeness, learned[pair] ?? 0)
    }

    /// By the schemes that are known; else by names that are not, and by the other words.
    func degree(_ left: PurposeMeaning, _ right: PurposeMeaning, wording: Double) -> Double {
        if !left.schemes.isEmpty && !right.schemes.isEmpty { return Self.known(left.schemes, right.schemes) }
        let one = left.serves
        let other = right.serves
        if one.contains(where: other.contains) { return 0.9 }
        var taught = 0.0
        if !learned.isEmpty {
            for name in one { for two in other { taught = max(taught, learned[SymmetricPair(name, two)] ?? 0) } }
        }
        // Both name something, and not the same: doubtful unless the words agree.
        let isOneKnown = left.schemes.isEmpty != right.schemes.isEmpty
        let base = one.isEmpty || other.isEmpty ? 0.3 : 0.1
        return max(taught * 0.9, min(0.85, base + (isOneKnown ? 0.3 : 0.6) * wording))
    }

    private static func known(_ left: [Int32], _ right: [Int32]) -> Double {
        let common = left.filter(right.contains).count
        if common == 0 { return 0 }
        let union = left.count + right.count - common
        return common == union ? 1 : left.first == right.first ? 0.85 : 0.6
    }

    /// What the share serves: the known schemes, or else the names that may be one.
    func names(_ purpose: PurposeMeaning) -> [UInt64] {
        let known = purpose.schemes.map(Self.key)
        let named = purpose.named.map { aliases[$0] ?? $0 }.filter { !common.contains($0) }
        return known.isEmpty ? named : known + named
    }

    /// A known scheme among the names.
    static func key(_ scheme: Int32) -> UInt64 { WordHash.of("scheme:\(scheme)") }
}
