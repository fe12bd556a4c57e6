import Ledger
package import Shares
import Workflows

/// A screening trigger, and whether a share's terms show it.
package struct AskedTrigger: Hashable, Sendable {
    package var trigger: ScreeningTrigger
    /// What in the terms shows it; nil where nothing does, or no share was asked about.
    package var shownBy: String?
}

extension Office {
    /// The triggers of a DPIA in the order in which screening asks for them, with those that a share's terms show.
    package func screeningTriggers(of reference: ShareReference? = nil) throws -> [AskedTrigger] {
        let data = try self.reference()
        let shown = try reference.map { reference in
            try read { try existing(reference, in: $0) }.termsUnderConsideration.shownTriggers(under: data)
        }
        return data.screeningTriggers.all.map { trigger in
            AskedTrigger(trigger: trigger, shownBy: shown?.first { $0.id == trigger.id }?.because)
        }
    }

    /// What the world supplies to a decision on this share: with the shares like it, and the assessments of others, that
    /// the decision asks about.
    func circumstances(of share: Share, _ order: Order? = nil, in reader: LedgerReader) throws -> Circumstances {
        try circumstances(of: share, order, in: reader, from: try circumstances(reader))
    }

    func circumstances(
        of share: Share, _ order: Order? = nil, in reader: LedgerReader, from general: Circumstances
    ) throws -> Circumstances {
        var circumstances = general
        let machines = try definitions(for: share.pin, in: reader)
        if asksForSimilar(order, of: share, under: machines) {
            if order == nil, try isSearching(for: share, in: reader) {
                circumstances.isSearchingSimilar = true
            } else {
                circumstances.similar = try similar(to: share, in: reader)
            }
        }
        if let successor = order?.fields[EvidenceField.successor.rawValue] {
            let reference = ShareReference(successor.trimmed)
            if let line = try reader.summary(of: reference) {
                let isDraft = line.configuration.proposal == "draft"
                circumstances.others[reference] =
                    line.stage == .ended
                    ? .ended
                    : isDraft
                        ? .draft
                        : try isSuperseded(reference, by: share.reference, in: reader) ? .retiresIntoThis : .open
            }
        }
        let named = order?.fields[EvidenceField.leading.rawValue].map { ShareReference(TermsReader.normalised($0)) }
        let references = Set([share.dpia.reliance?.share, named].compactMap { $0 })
        for reference in references {
            guard let leading = try recentShares.share(reference, in: reader) else { continue }
            circumstances.assessments[reference] = LeadingAssessment(
                leading, under: try definitions(for: leading.pin, in: reader))
        }
        circumstances.takeOver = try takeOver(from: share, in: reader)
        return circumstances
    }

    /// Whether one share takes over from another, at once or by way of others.
    private func isSuperseded(
        _ share: ShareReference, by other: ShareReference, in reader: LedgerReader
    ) throws -> Bool {
        var seen: Set<ShareReference> = []
        var current = share
        while seen.insert(current).inserted,
            let next = try recentShares.share(current, in: reader)?.retirement.successor
        {
            if next == other { return true }
            current = next
        }
        return false
    }
}

extension LeadingAssessment {
    /// The assessment of a share as others may rely on it: its own, and concluded.
    init(_ share: Share, under definitions: CheckedDefinitions) {
        let isConcluded = definitions.holds(Position([.dpia: ["#concluded"]]), in: share.configuration)
        self.init(
            share: share.reference,
            concluded: isConcluded && share.dpia.reliance == nil ? share.standing[.dpia].since : nil,
            terms: share.terms)
    }
}
