package import Shares

/// What will stop a share later, told while its terms can still be mended: a warning now, and a refusal then.
package struct ForetoldRefusals: Hashable, Sendable {
    /// What opening for sign-off refuses.
    package var opening: [Refusal.Reason]
    /// What freezing the text for signature refuses.
    package var freezing: [Refusal.Reason]

    package init(opening: [Refusal.Reason] = [], freezing: [Refusal.Reason] = []) {
        self.opening = opening
        self.freezing = freezing
    }

    package var all: [Refusal.Reason] { opening + freezing }
    package var isEmpty: Bool { all.isEmpty }
}

extension Office {
    /// What opening and freezing would refuse of the terms as they are; nothing once they are open for sign-off.
    package func foretold(of reference: ShareReference) throws -> ForetoldRefusals {
        try read { reader in
            let share = try existing(reference, in: reader)
            return foretold(
                of: share, in: try circumstances(reader), under: try rulebook(for: share.pin, in: reader))
        }
    }

    /// What is said of a field already is not said again.
    func foretold(of share: Share, in circumstances: Circumstances, under rules: Rulebook) -> ForetoldRefusals {
        guard let opening = share.lacksForOpening(in: circumstances, under: rules) else { return ForetoldRefusals() }
        let acceptance = share.lacksForAcceptance(in: circumstances, under: rules)
        let said = Set((acceptance + opening).compactMap(\.wants))
        return ForetoldRefusals(
            opening: opening,
            freezing: essentialsWanting(of: share, on: circumstances.today, under: rules).filter { reason in
                reason.wants.map { !said.contains($0) } ?? true
            })
    }
}
