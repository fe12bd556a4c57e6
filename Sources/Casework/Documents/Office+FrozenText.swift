import Documents
import Ledger
package import Shares
import Workflows

extension Office {
    /// The event with the agreement that it freezes made, and kept byte for byte; any other event as it is.
    func keepingText(of event: Event, on share: Share, in writer: LedgerWriter, under rules: Rulebook) throws -> Event {
        guard case .acted(var act) = event.happening, act.frozen != nil else { return event }
        let text = try text(frozenBy: event, on: share, at: try writer.reader.position().size + 1, under: rules)
        let bytes = text.filled.html()
        act.frozen?.text = FrozenText(
            template: text.template, templateDigest: text.templateDigest, digest: Edition.digest(of: bytes),
            missing: text.filled.missing)
        try writer.keep(text: bytes, digest: Edition.digest(of: bytes), at: event.at)
        var kept = event
        kept.happening = .acted(act)
        return kept
    }

    /// Everything that the text to be frozen leaves open, unless the person says why it is signed as it stands.
    func textShortfalls(of event: Event, on share: Share, under rules: Rulebook) throws -> [Refusal.Reason] {
        guard case .acted(let act) = event.happening, act.frozen != nil,
            act.evidence[EvidenceField.reason.rawValue] == nil
        else { return [] }
        let missing = try text(frozenBy: event, on: share, at: 0, under: rules).filled.shortfalls
        guard !missing.isEmpty else { return [] }
        return missing.map {
            Refusal.Reason(.complete, rule: "text-incomplete", "The text is to be completed: \($0).")
        } + [
            Refusal.Reason(
                .complete, rule: "text-incomplete",
                "Complete it, or give the reason why it is signed with what is open: document \(share.reference) shows where."
            )
        ]
    }

    private struct AgreementText {
        var template: String
        var templateDigest: String
        var filled: FilledDocument
    }

    private func text(
        frozenBy event: Event, on share: Share, at position: Int, under rules: Rulebook
    ) throws -> AgreementText {
        var after = share
        after.apply(event)
        let templates = try documentTemplates.get()
        let name = templates.agreement(of: after.termsUnderConsideration)
        let digest = templates.source(of: name).map { Edition.digest(of: $0) } ?? ""
        var subject = DocumentSubject(
            after, reference: rules.reference,
            stateTitles: Dictionary(
                uniqueKeysWithValues: Machine.allCases.map { machine in
                    let state = after.state(machine)
                    return (machine, rules.definitions[machine].state(state)?.title ?? state.rawValue)
                }),
            day: event.at.day, ledgerPosition: position, templateDigest: digest)
        if case .acted(let act) = event.happening { subject.openReason = act.evidence[EvidenceField.reason.rawValue] }
        return AgreementText(
            template: name, templateDigest: digest, filled: try templates.fill(name, for: subject))
    }

    /// The agreement as it was frozen for signature: the same bytes for ever. Throws `Refusal` where there is none.
    package func frozenText(of reference: ShareReference, agreement number: Int) throws -> (FrozenText, bytes: [UInt8])
    {
        try read { reader in
            let share = try existing(reference, in: reader)
            guard let agreement = share.approval.agreements.first(where: { $0.number == number }) else {
                throw Refusal([
                    Refusal.Reason(.possible, rule: "unknown-agreement", "\(reference) has no agreement \(number).")
                ])
            }
            guard let text = agreement.frozen?.text, let bytes = try reader.text(text.digest) else {
                throw Refusal([
                    Refusal.Reason(
                        .possible, rule: "text-not-kept",
                        "Agreement \(number) of \(reference) was frozen before its text came to be kept; show --frozen \(number) prints its terms."
                    )
                ])
            }
            return (text, bytes)
        }
    }
}
