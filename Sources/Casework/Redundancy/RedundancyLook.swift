import JSONValues
import Ledger
package import Redundancy
package import Shares
import Workflows

/// A finding that is not asked again, and the decision that settled it.
package struct LeftOutFinding: Hashable, Sendable {
    package var finding: RedundancyFinding
    package var decision: RecordedDecision
}

/// The register read for redundancy, with what has been decided about it.
struct RedundancyLook: Sendable {
    let portfolio: Portfolio
    /// In the order of their numbers.
    let decisions: [RecordedDecision]
    let decided: DecidedPairs
    /// Where the record stood.
    let position: Int
    /// Drafts, and shares that are being retired: what cannot take over.
    let barred: Set<ShareReference>

    /// Findings of at least the score, apart from those that are settled.
    func findings(minimumScore: Double? = nil) -> (asked: [RedundancyFinding], leftOut: [LeftOutFinding]) {
        sorted(portfolio.findings(minimumScore: minimumScore))
    }

    /// What is to be asked, and what has been decided; both in the order given.
    func sorted(_ findings: [RedundancyFinding]) -> (asked: [RedundancyFinding], leftOut: [LeftOutFinding]) {
        guard !decisions.isEmpty else { return (findings, []) }
        var asked: [RedundancyFinding] = []
        var leftOut: [LeftOutFinding] = []
        for finding in findings {
            switch decided.standing(of: finding) {
            case .notDecided: asked.append(finding)
            case .again(let why):
                var finding = finding
                finding.again = why
                asked.append(finding)
            case .decided(let number):
                // Decisions are numbered from 1 without a gap.
                leftOut.append(LeftOutFinding(finding: finding, decision: decisions[number - 1]))
            }
        }
        return (asked, leftOut)
    }

    /// What rests on a share as the feed of the body that passes data on, a sentence each: findings, and consolidations in
    /// force, about other shares than these.
    func resting(on feed: ShareReference, beyond members: Set<ShareReference>) -> [String] {
        var told: Set<SharePair> = []
        let (asked, leftOut) = findings()
        let standing =
            asked + leftOut.filter { $0.decision.decision.verdict == .consolidate }.map(\.finding)
        let open = standing.filter { $0.feed == feed && !(members.contains($0.a) && members.contains($0.b)) }
            .map { finding -> String in
                told.insert(SharePair(finding.a, finding.b))
                return
                    "\(feed) is the feed on which it rests that \(finding.a) passes on what \(finding.b) brings from its source."
            }
        let decided = decisions.consolidations.flatMap { recorded, superseded in
            recorded.decision.shown.filter { shown in
                shown.feed == feed && (superseded.contains(shown.a) || superseded.contains(shown.b))
                    && !told.contains(SharePair(shown.a, shown.b))
                    && !(members.contains(shown.a) && members.contains(shown.b))
            }.map { shown in
                "\(feed) is the feed on which decision \(recorded.number) rests, about \(shown.a) and \(shown.b)."
            }
        }
        return open + decided
    }

    func groups(minimumScore: Double? = nil) -> AskedGroups {
        let asked = findings(minimumScore: minimumScore).asked
        return AskedGroups(
            clusters: portfolio.clusters(asked, barred: barred),
            overlaps: asked.filter { $0.kind == .overlap }.sorted(by: RedundancyFinding.precedes)
        ) { portfolio.cluster(of: [$0.a, $0.b], findings: [$0], barred: barred) }
    }
}

extension Office {
    func redundancyLook() throws -> RedundancyLook { try ledger.read { try redundancyLook(in: $0) } }

    func redundancyLook(in reader: LedgerReader) throws -> RedundancyLook {
        try recentLook.look(in: reader) { try newRedundancyLook(in: reader) }
    }

    private func newRedundancyLook(in reader: LedgerReader) throws -> RedundancyLook {
        let decisions = try recentDecisions.decisions(in: reader)
        let portfolio = try portfolio(in: reader)
        let reference = try reference()
        let takeOvers = try takeOvers(of: decisions.consolidations, in: reader)
        var retiring: Set<ShareReference> = []
        var ended: Set<ShareReference> = []
        let decided = try DecidedPairs(
            decisions,
            now: { share in
                guard let summary = try reader.summary(of: share),
                    let facts = portfolio.comparedFacts(of: ComparableShare(summary))
                else { return nil }
                return (facts, try facts.digest)
            },
            retiring: {
                for share in Set(decisions.flatMap(\.decision.superseded)) {
                    guard let summary = try reader.summary(of: share) else { continue }
                    if summary.isRetiring { retiring.insert(share) }
                    if summary.stage == .ended { ended.insert(share) }
                }
                return retiring
            }(),
            troubles: { takeOvers[$0, $1]?.troubles(hasEnded: ended.contains($1)) ?? [] },
            named: { reference.name(of: $1, in: $0) })
        let barred = try ["proposal=draft", "retirement!=not-begun"].flatMap { state in
            try reader.summaries(where: [state, "stage!=ended"].compactMap { ShareFilter($0) })
        }
        return RedundancyLook(
            portfolio: portfolio, decisions: decisions, decided: decided, position: try reader.position().size,
            barred: Set(barred.map(\.reference)))
    }

    /// What is redundant with one share. The register is not read anew for it: the last look does, with what has changed
    /// since, as long as that is little and nothing that a decision is about.
    func redundancy(of share: ComparableShare, in reader: LedgerReader) throws -> [RedundancyFinding] {
        let (look, changed) = try lookForOne(in: reader)
        return look.sorted(look.portfolio.findings(for: share, changed: changed)).asked
    }

    /// A look that is recent enough, with the shares as they have changed since.
    func lookForOne(in reader: LedgerReader) throws -> (look: RedundancyLook, changed: [ComparableShare]) {
        try lastLookForOne(in: reader) ?? (redundancyLook(in: reader), [])
    }

    private func lastLookForOne(in reader: LedgerReader) throws -> (look: RedundancyLook, changed: [ComparableShare])? {
        guard let last = recentLook.last, last.decisions.count == (try reader.decisionCount()),
            let changed = try reader.sharesChanged(since: last.position, atMost: Self.little),
            Set(last.decisions.flatMap(\.decision.shares)).isDisjoint(with: changed)
        else { return nil }
        return (last, try changed.compactMap { try reader.summary(of: $0) }.map { ComparableShare($0) })
    }

    /// Whether whoever only looks at a share would wait for a search of a large register, which is then begun where it is not
    /// under way. Only a server searches ahead: from the shell everybody waits.
    func isSearching(for share: Share, in reader: LedgerReader) throws -> Bool {
        // Counted last, as that reads every share.
        guard recentLook.searchesAhead, try lastLookForOne(in: reader) == nil,
            try reader.shareCount() > searchedAtOnce
        else { return false }
        searchAhead()
        return true
    }

    private static let little = 1000

    /// Findings that are not asked again, with the decisions that settled them.
    package func redundancyLeftOut(minimumScore: Double? = nil) throws -> [LeftOutFinding] {
        try redundancyLook().findings(minimumScore: minimumScore).leftOut
    }
}

extension ReferenceData {
    /// What a term of a field is called; the text itself where it is none.
    fileprivate func name(of text: String, in field: TermsField) -> String {
        switch field {
        case .provider, .recipient: organisations[text]?.name ?? text
        case .dataItems: dataItems[text]?.name ?? text
        case .dataSubjects: subjectGroups[text]?.name ?? text
        case .legalGateway: gateways[text]?.name ?? text
        case .frequency: frequencies[text]?.name.lowercased() ?? text
        default: text
        }
    }
}

extension ShareSummary {
    /// Whether its retirement was proposed, or has gone further.
    var isRetiring: Bool { stage == .ended || configuration.retirement != "not-begun" }
}

extension ComparedFacts {
    /// SHA-256 of the canonical JSON (RFC 8785), in hexadecimal.
    var digest: String { get throws { Edition.digest(of: try JSONValueEncoder.encode(self).canonical()) } }
}
