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

    /// How well the findings agree with a list of the true ones: a CSV file `share_a,share_b,kind`.
    package func measureRedundancy(against path: String, minimumScore: Double? = nil) throws -> RedundancyMeasurement {
        let truth = try TruthFile.read(path)
        let portfolio = try portfolio()
        return RedundancyMeasurement(
            portfolio.findings(minimumScore: RedundancyMeasurement.lowest), truth: truth,
            least: minimumScore ?? portfolio.usualThreshold)
    }

    /// Groups of redundant shares that nobody has decided on, each with the share that should survive, and what that
    /// would save.
    package func redundancyClusters(minimumScore: Double? = nil) throws -> ConsolidationProposal {
        let look = try redundancyLook()
        let clusters = look.portfolio.clusters(look.findings(minimumScore: minimumScore).asked)
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
            end: share.endDate, isOpen: share.stage != .ended && share.stage != .expired)
    }
}

extension ComparableShare {
    /// The same of what was read for comparing.
    init(_ share: ShareContent) {
        self.init(
            reference: share.reference, title: share.title, purpose: share.purpose, providers: share.providers,
            recipients: share.recipients, items: share.items, subjects: share.subjects, gateways: share.gateways,
            bases: share.bases, frequency: share.frequency, channel: share.channel, start: share.startDate,
            end: share.endDate, isOpen: share.stage != .ended && share.stage != .expired)
    }
}

/// A list of what is truly redundant, for measuring.
enum TruthFile {
    /// Every fault of the file at once, each with its row.
    static func read(_ path: String) throws -> [RedundancyMeasurement.Truth] {
        var chunks = [Array(try ImportFile.data(of: path))]
        var reader = CSVReader(delimiter: UInt8(ascii: ","), limits: .standard) { chunks.popLast() }
        var findings = Findings()
        var truth: [RedundancyMeasurement.Truth] = []
        while let record = try reader.next() {
            guard record.row > 1 else { continue }
            guard record.faults.isEmpty, record.cells.count >= 3,
                let kind = RedundancyKind(rawValue: record.cells[2].trimmed)
            else {
                let kinds = RedundancyKind.allCases.map(\.rawValue).joined(separator: ", ")
                findings.append(
                    .error(
                        "truth-not-understood", at: .cell(row: record.row, column: nil),
                        "The row is not share_a,share_b,kind with a kind of \(kinds)."))
                continue
            }
            truth.append(
                RedundancyMeasurement.Truth(
                    a: ShareReference(record.cells[0].trimmed), b: ShareReference(record.cells[1].trimmed), kind: kind))
        }
        if findings.hasErrors { throw findings }
        return truth
    }
}
