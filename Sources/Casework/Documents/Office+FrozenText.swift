import Documents
import Ledger
package import Shares
import Workflows

extension Office {
    /// The event with the agreement that it freezes made, and kept byte for byte; any other event as it is.
    func keepingText(of event: Event, on share: Share, in writer: LedgerWriter, under rules: Rulebook) throws -> Event {
        guard case .acted(var act) = event.happening, act.frozen != nil else { return event }
        var after = share
        after.apply(event)
        let templates = try documentTemplates.get()
        let name = templates.agreement(of: after.termsUnderConsideration)
        let digest = templates.source(of: name).map { Edition.digest(of: $0) } ?? ""
        let subject = DocumentSubject(
            after, reference: rules.reference,
            stateTitles: Dictionary(
                uniqueKeysWithValues: Machine.allCases.map { machine in
                    let state = after.state(machine)
                    return (machine, rules.definitions[machine].state(state)?.title ?? state.rawValue)
                }),
            day: event.at.day, ledgerPosition: try writer.reader.position().size + 1, templateDigest: digest)
        let filled = try templates.fill(name, for: subject)
        let bytes = filled.html()
        act.frozen?.text = FrozenText(
            template: name, templateDigest: digest, digest: Edition.digest(of: bytes), missing: filled.missing)
        try writer.keep(text: bytes, digest: Edition.digest(of: bytes), at: event.at)
        var kept = event
        kept.happening = .acted(act)
        return kept
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

extension DocumentTemplates {
    /// The template of the agreement that the terms ask for; the data sharing agreement where they ask for none of ours.
    fileprivate func agreement(of terms: Shares.Terms) -> String {
        terms.agreementType?.term.flatMap { names.contains($0) ? $0 : nil } ?? "data-sharing-agreement"
    }
}
