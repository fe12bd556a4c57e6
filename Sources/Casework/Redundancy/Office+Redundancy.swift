import Foundation
import Interchange
import Ledger
package import Redundancy
package import Shares

extension Office {
    /// Redundant shares of the register that nobody has decided on, the surest finding first. One that is asked again
    /// says what has changed since.
    package func redundancy(minimumScore: Double? = nil) throws -> [RedundancyFinding] {
        try redundancyLook().findings(minimumScore: minimumScore).asked
    }

    /// What is redundant with one share: the warning while drafting.
    package func redundancy(of reference: ShareReference) throws -> [RedundancyFinding] {
        try ledger.read { reader in
            guard let summary = try reader.summary(of: reference) else { throw NoSuchShare(reference: reference) }
            return try redundancy(of: ComparableShare(summary), in: reader)
        }
    }

    /// How well the findings agree with a list of the true ones: a CSV file `share_a,share_b,kind`. Throws `Findings` where
    /// the file does not list pairs of shares of the register, each once.
    package func measureRedundancy(against path: String, minimumScore: Double? = nil) throws -> MeasuredRedundancy {
        let truth = try ledger.read { reader in
            try TruthFile.read(path) { try reader.version(of: $0) != nil }
        }
        let portfolio = try portfolio()
        let least = minimumScore ?? portfolio.usualThreshold
        let findings = portfolio.findings(minimumScore: RedundancyMeasurement.lowest)
        let turned = Set(truth.map { RedundancyMeasurement.Truth(a: $0.b, b: $0.a, kind: $0.kind) })
        return MeasuredRedundancy(
            measurement: RedundancyMeasurement(findings, truth: truth, least: least),
            swapped: findings.filter { finding in
                finding.score >= least && finding.kind.isOrdered
                    && turned.contains(RedundancyMeasurement.Truth(a: finding.a, b: finding.b, kind: finding.kind))
            })
    }

    /// Groups of redundant shares that nobody has decided on, each with the share that should survive, and what that
    /// would save.
    package func redundancyClusters(minimumScore: Double? = nil) throws -> ConsolidationProposal {
        let look = try redundancyLook()
        let clusters = look.portfolio.clusters(
            look.findings(minimumScore: minimumScore).asked, barred: look.barred)
        return ConsolidationProposal(
            clusters: clusters, savings: ConsolidationSavings(clusters, portfolio: look.portfolio))
    }

    /// Shapes of the portfolio that are no redundancy, as at today.
    package func redundancyPatterns() throws -> [PortfolioPattern] {
        let portfolio = try portfolio()
        return portfolio.patterns(on: today, findings: portfolio.findings())
    }

    /// The names that were not recognised, and what the register shows them to mean.
    package func redundancyVocabulary() throws -> RegisterVocabulary { try portfolio().vocabulary }

    func portfolio() throws -> Portfolio { try ledger.read { try portfolio(in: $0) } }

    func portfolio(in reader: LedgerReader) throws -> Portfolio {
        var intake = ShareIntake(names: try names.get())
        try reader.contents(inBatchesOf: Portfolio.batch) { batch in intake.add(batch.map { ComparableShare($0) }) }
        return Portfolio(intake)
    }
}

/// What consolidating would come to.
package struct ConsolidationProposal: Sendable {
    package let clusters: [RedundancyCluster]
    package let savings: ConsolidationSavings
}

extension ComparableShare {
    /// Open is what is not ended and has not run out; a share that its register calls active past its end is open.
    init(_ share: ShareSummary) {
        self.init(
            reference: share.reference, title: share.title, purpose: share.purpose, providers: share.providers,
            recipients: share.recipients, items: share.items, subjects: share.subjects, gateways: share.gateways,
            bases: share.bases, frequency: share.frequency, channel: share.channel, start: share.startDate,
            end: share.endDate, isOpen: share.stage != .ended && share.stage != .expired, stage: share.stage)
    }
}

extension ComparableShare {
    /// The same of what was read for comparing.
    init(_ share: ShareContent) {
        self.init(
            reference: share.reference, title: share.title, purpose: share.purpose, providers: share.providers,
            recipients: share.recipients, items: share.items, subjects: share.subjects, gateways: share.gateways,
            bases: share.bases, frequency: share.frequency, channel: share.channel, start: share.startDate,
            end: share.endDate, isOpen: share.stage != .ended && share.stage != .expired, stage: share.stage)
    }
}

/// How well findings agree with what is true.
package struct MeasuredRedundancy: Sendable {
    package let measurement: RedundancyMeasurement
    /// Findings of the right kind with the wrong order: the old taken for the new, the inner for the outer, the onward for
    /// the direct. The measurement counts them as right.
    package let swapped: [RedundancyFinding]
}

extension RedundancyKind {
    /// Whether it matters which of the two stands first.
    fileprivate var isOrdered: Bool { self != .duplicate && self != .overlap }
}
