import Documents
import Ledger
package import Shares
import Workflows

extension Office {
    /// The event with the agreement that it freezes made, and kept byte for byte; any other event as it is.
    func keepingText(of event: Event, on share: Share, in writer: LedgerWriter, under rules: Rulebook) throws -> Event {
        guard case .acted(var act) = event.happening, act.frozen != nil else { return event }
        let reader = writer.reader
        let text = try text(
            frozenBy: event, on: share, at: try reader.position().size + 1, under: rules,
            naming: try roster.roster(in: reader).names
        ) { umbrella in try processAgreements(under: umbrella, in: reader) }
        let bytes = text.filled.html()
        act.frozen?.text = FrozenText(
            template: text.template, templateDigest: text.templateDigest, digest: Edition.digest(of: bytes),
            missing: text.filled.missing)
        try writer.keep(text: bytes, digest: Edition.digest(of: bytes), at: event.at)
        var kept = event
        kept.happening = .acted(act)
        return kept
    }

    /// Everything that the text to be frozen leaves open; what is no essential not where the person says why it is signed as
    /// it stands.
    func textShortfalls(of event: Event, on share: Share, under rules: Rulebook) throws -> [Refusal.Reason] {
        guard case .acted(let act) = event.happening, act.frozen != nil else { return [] }
        let filled = try text(frozenBy: event, on: share, at: 0, under: rules).filled
        let isReasoned = act.evidence[EvidenceField.reason.rawValue] != nil
        let essentials = filled.gaps.filter(\.isEssential)
        var open = essentials + (isReasoned ? [] : filled.gaps.filter { !$0.isEssential })
        if !isReasoned, let unshown = filled.unshown {
            open.append(DocumentGap(says: unshown, isEssential: false))
        }
        var reasons = open.map(Self.reason)
        func add(_ says: String) {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "text-incomplete", "\(says): document \(share.reference) shows where."))
        }
        if open.count > essentials.count {
            let beside = essentials.isEmpty ? "" : ", beside its essentials,"
            add("Complete it, or give the reason why it is signed with what\(beside) is open")
        } else if !essentials.isEmpty {
            add("No agreement can be signed without \(essentials.count == 1 ? "this" : "these"), whatever the reason")
        }
        return reasons
    }

    private struct AgreementText {
        var template: String
        var templateDigest: String
        var filled: FilledDocument
    }

    /// - Parameter processes: what stands under it where it is an umbrella; of no account to what it lacks.
    private func text(
        frozenBy event: Event, on share: Share, at position: Int, under rules: Rulebook,
        naming people: [PersonID: String] = [:], processes: (Share) throws -> [DocumentProcessAgreement] = { _ in [] }
    ) throws -> AgreementText {
        var after = share
        after.apply(event)
        let templates = try documentTemplates.get()
        let name = templates.agreement(of: after.termsUnderConsideration)
        let digest = templates.source(of: name).map { Edition.digest(of: $0) } ?? ""
        var subject = DocumentSubject(
            after, reference: rules.reference, stateTitles: after.stateTitles(under: rules.definitions),
            day: event.at.day, ledgerPosition: position, templateDigest: digest)
        subject.people = people
        if case .acted(let act) = event.happening { subject.openReason = act.evidence[EvidenceField.reason.rawValue] }
        if templates.asks(name, for: .processAgreements) {
            subject.processAgreements = try processes(after)
        }
        return AgreementText(
            template: name, templateDigest: digest, filled: try templates.fill(name, for: subject))
    }

    /// What the agreement would leave open if it were made now, with what freezing says of it.
    ///
    /// Where no template is sound, freezing says so; a draft is written without.
    func textGaps(of share: Share, on today: Day, under rules: Rulebook) -> [(gap: DocumentGap, reason: Refusal.Reason)]
    {
        guard let templates = try? documentTemplates.get(),
            let gaps = try? templates.gaps(
                templates.agreement(of: share.termsUnderConsideration),
                for: DocumentSubject(
                    share, reference: rules.reference, stateTitles: share.stateTitles(under: rules.definitions),
                    day: today, ledgerPosition: 0))
        else { return [] }
        return gaps.map { ($0, Self.reason($0)) }
    }

    private static func reason(_ gap: DocumentGap) -> Refusal.Reason {
        Refusal.Reason(
            .complete, rule: "text-incomplete", "The text is to be completed: \(gap.withItsRemedy).", wants: gap.wants)
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

extension Share {
    /// What the state of each machine is called.
    fileprivate func stateTitles(under definitions: CheckedDefinitions) -> [Machine: String] {
        Dictionary(uniqueKeysWithValues: Machine.allCases.map { ($0, definitions[$0].title(of: state($0))) })
    }
}
