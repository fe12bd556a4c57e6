package import Shares

/// How well findings agree with a list of the true ones: precision, recall and F1 of each kind, and the mistakes.
package struct RedundancyMeasurement: Sendable {
    /// A pair of shares and what it truly is.
    package struct Truth: Hashable, Sendable {
        package var a: ShareReference
        package var b: ShareReference
        package var kind: RedundancyKind

        package init(a: ShareReference, b: ShareReference, kind: RedundancyKind) {
            self.a = a
            self.b = b
            self.kind = kind
        }
    }

    /// Counts of what was found rightly, found wrongly and missed.
    package struct Tally: Hashable, Sendable {
        package var right = 0
        package var wrong = 0
        package var missed = 0

        /// 1 where nothing was found; nothing wrong was said.
        package var precision: Double { right + wrong == 0 ? 1 : Double(right) / Double(right + wrong) }
        /// 1 where there was nothing to find.
        package var recall: Double { right + missed == 0 ? 1 : Double(right) / Double(right + missed) }
        package var f1: Double {
            right == 0 ? (wrong + missed == 0 ? 1 : 0) : 2 * precision * recall / (precision + recall)
        }
    }

    /// Pairs, whatever their kind.
    package private(set) var pairs = Tally()
    /// Pairs of the right kind; the order within the pair is not looked at.
    package private(set) var kinds: [RedundancyKind: Tally] = [:]
    /// Findings that are not true, or of another kind than is true, the surest first; with the true kind where there is one.
    package private(set) var wrong: [(finding: RedundancyFinding, truth: RedundancyKind?)] = []
    /// What is true and was not found at all.
    package private(set) var missed: [Truth] = []

    /// Findings whose scores lie in one tenth: were scores chances, as large a part would be right as the scores say.
    package struct Band: Hashable, Sendable {
        /// The lowest score of the band.
        package let from: Double
        package fileprivate(set) var found = 0
        package fileprivate(set) var right = 0
        /// 0…1
        package var share: Double { found == 0 ? 0 : Double(right) / Double(found) }
    }

    /// By tenths of the score, the lowest first; of pairs, whatever their kind.
    package private(set) var bands = (0..<10).map { Band(from: Double($0) / 10) }
    /// The threshold that would have given the best F1 of pairs, and that F1.
    package private(set) var best = (threshold: 0.0, f1: 0.0)
    /// The findings that bands and the best threshold need are those of this score or more.
    package static let lowest = 0.1

    /// `findings` may go below `least`, for the bands and the best threshold; the other figures are of those from there on.
    package init(_ findings: [RedundancyFinding], truth: [Truth], least: Double) {
        self.init(findings.filter { $0.score >= least }, truth: truth)
        let pairs = Set(truth.map { SharePair($0.a, $0.b) })
        var tally = Tally(missed: pairs.count)
        var seen: Set<SharePair> = []
        let sorted = findings.sorted(by: RedundancyFinding.precedes)
        for (place, finding) in sorted.enumerated() where seen.insert(SharePair(finding.a, finding.b)).inserted {
            let isRight = pairs.contains(SharePair(finding.a, finding.b))
            let band = min(9, max(0, Int(finding.score * 10)))
            bands[band].found += 1
            if isRight {
                bands[band].right += 1
                tally.right += 1
                tally.missed -= 1
            } else {
                tally.wrong += 1
            }
            // A threshold cannot part findings of one score.
            let isLast = place + 1 == sorted.count || sorted[place + 1].score < finding.score
            if isLast, tally.f1 > best.f1 { best = (finding.score, tally.f1) }
        }
    }

    package init(_ findings: [RedundancyFinding], truth: [Truth]) {
        var kindOf: [SharePair: RedundancyKind] = [:]
        for each in truth { kindOf[SharePair(each.a, each.b)] = each.kind }
        for kind in RedundancyKind.allCases { kinds[kind] = Tally() }
        var found: Set<SharePair> = []
        for finding in findings.sorted(by: RedundancyFinding.precedes) {
            let pair = SharePair(finding.a, finding.b)
            guard found.insert(pair).inserted else { continue }
            let truth = kindOf[pair]
            if truth == nil { pairs.wrong += 1 } else { pairs.right += 1 }
            if truth == finding.kind {
                kinds[finding.kind]?.right += 1
            } else {
                kinds[finding.kind]?.wrong += 1
                wrong.append((finding, truth))
                if let truth { kinds[truth]?.missed += 1 }
            }
        }
        for each in truth where !found.contains(SharePair(each.a, each.b)) {
            pairs.missed += 1
            kinds[each.kind]?.missed += 1
            missed.append(each)
        }
    }

    /// The mean F1 of the kinds, each counting as much as any other.
    package var macroF1: Double {
        let all = RedundancyKind.allCases.compactMap { kinds[$0]?.f1 }
        return all.reduce(0, +) / Double(max(1, all.count))
    }
}
