internal import Shares

/// Which share of one side is which of the other.
package enum ShareMatch: Hashable, Sendable {
    /// Both call it the same.
    case reference
    /// Same parties, and so much of items, law and words the same, in per cent.
    case content(Int)

    package var words: String {
        switch self {
        case .reference: "by reference"
        case .content(let percent): "by content, \(percent) % alike"
        }
    }
}

/// Pairs the shares of two sides: those with one reference first, and of the others those that are most alike. Each share is in
/// one pair at most; the same shares give the same pairs, in whatever order they come.
struct ShareMatching {
    /// What is less alike than that is not taken for the same share.
    static let least = 50

    private(set) var pairs: [(ours: ReconciledShare, theirs: ReconciledShare, match: ShareMatch)] = []
    private(set) var onlyOurs: [ReconciledShare]
    private(set) var onlyTheirs: [ReconciledShare]

    init(ours: [ReconciledShare], theirs: [ReconciledShare]) {
        onlyOurs = ours.sorted { $0.reference < $1.reference }
        onlyTheirs = theirs.sorted { $0.reference < $1.reference }
        pairByReference()
        pairByContent()
        pairs.sort { ($0.ours.reference, $0.theirs.reference) < ($1.ours.reference, $1.theirs.reference) }
    }

    private mutating func pairByReference() {
        let known = Dictionary(
            onlyTheirs.map { (Self.key($0), $0) }, uniquingKeysWith: { first, _ in first })
        var found: Set<ReconciledShare> = []
        for share in onlyOurs {
            guard let other = known[Self.key(share)], !found.contains(other) else { continue }
            found.formUnion([share, other])
            pairs.append((share, other, .reference))
        }
        remove(found)
    }

    private mutating func pairByContent() {
        let byProvider = Dictionary(grouping: onlyTheirs.indices) { index in
            onlyTheirs[index].identities(of: .provider).sorted()
        }
        var candidates: [(percent: Int, ours: Int, theirs: Int)] = []
        for (index, share) in onlyOurs.enumerated() {
            for other in byProvider[share.identities(of: .provider).sorted()] ?? [] {
                guard let percent = Self.likeness(share, onlyTheirs[other]), percent >= Self.least else { continue }
                candidates.append((percent, index, other))
            }
        }
        var found: Set<ReconciledShare> = []
        for candidate in candidates.sorted(by: { ($1.percent, $0.ours, $0.theirs) < ($0.percent, $1.ours, $1.theirs) })
        {
            let (share, other) = (onlyOurs[candidate.ours], onlyTheirs[candidate.theirs])
            guard !found.contains(share), !found.contains(other) else { continue }
            found.formUnion([share, other])
            pairs.append((share, other, .content(candidate.percent)))
        }
        remove(found)
    }

    private mutating func remove(_ found: Set<ReconciledShare>) {
        onlyOurs.removeAll { found.contains($0) }
        onlyTheirs.removeAll { found.contains($0) }
    }

    /// In per cent: items count for half, law for a quarter, title and purpose for a quarter. Nil where no recipient is the same.
    private static func likeness(_ one: ReconciledShare, _ other: ReconciledShare) -> Int? {
        guard !one.identities(of: .recipient).isDisjoint(with: other.identities(of: .recipient)) else { return nil }
        let items = overlap(one.identities(of: .dataItems), other.identities(of: .dataItems))
        let law = overlap(one.identities(of: .legalGateway), other.identities(of: .legalGateway))
        let words = overlap(Self.words(one), Self.words(other))
        return
            (50 * items.common * law.all * words.all + 25 * law.common * items.all * words.all
            + 25 * words.common * items.all * law.all) / (items.all * law.all * words.all)
    }

    /// Two empty sets have nothing in common.
    private static func overlap(_ one: Set<String>, _ other: Set<String>) -> (common: Int, all: Int) {
        (one.intersection(other).count, max(1, one.union(other).count))
    }

    private static func words(_ share: ReconciledShare) -> Set<String> {
        Set(
            (share.values(of: .title) + share.values(of: .purpose)).flatMap {
                $0.identity.split(separator: " ").map(String.init).filter { $0.utf8.count > 3 }
            })
    }

    private static func key(_ share: ReconciledShare) -> String { share.reference.rawValue.lowercased() }
}
