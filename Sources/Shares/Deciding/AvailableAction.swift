package import Workflows

/// A command that a share's machines would take from where they stand, and what a person would be told.
package struct AvailableAction: Hashable, Sendable {
    package var machine: Machine
    package var transition: Transition
    /// Reasons against it for this person now, apart from fields that are yet to be given; empty: they may do it.
    package var refusal: Refusal?
    /// Fields that must be given with it.
    package var required: [EvidenceField]
    package var optional: [EvidenceField]
    /// Whether the fields of the terms may be given with it.
    package var editsTerms: Bool
    /// The capacities in which the person might sign off, where there are several: they say in which.
    package var capacities: [Authority] = []
    /// The parties that the person may name with it, as the terms state them.
    package var parties: [String] = []
    /// The shares like this one that it answers for; empty too while they are still searched for.
    package var similar: [ShareReference] = []
    /// What whoever gives it can do no more afterwards, and nobody else in their place.
    package var forgone: Forgone?

    /// Reasons that what comes with the command itself can take away: they are no reason not to offer it.
    package static let stillToBeGiven: Set<String> = [
        "evidence-missing", Fact.reviewQuestionsAnswered.rawValue, Fact.assessmentQuestionsAnswered.rawValue,
        Fact.leadingAssessmentCovers.rawValue,
        "trigger-left-out",
    ]

    /// What may be given as a field of it.
    package func takes(_ field: EvidenceField) -> String {
        field == .capacity && !capacities.isEmpty ? capacities.asChoices : field.takes(for: transition.command)
    }

    /// Whether the person has done their part of it, or has none, so that it is not theirs to do: where risks are listed one
    /// by one, the whole is not written in one line.
    package var isDone: Bool {
        refusal?.reasons.contains {
            [
                "already-signed", "signed-off-already", "not-a-recipient", "nothing-similar", "risks-listed",
            ].contains($0.rule)
        }
            ?? false
    }
}

extension Share {
    /// Every command possible where the share stands, in the order of machines and definitions.
    package func actions(
        for person: Person, in circumstances: Circumstances, under rules: Rulebook
    ) -> [AvailableAction] {
        Machine.allCases.flatMap { machine in
            rules.definitions[machine].transitions(from: state(machine)).filter { !$0.roles.isEmpty }.map {
                transition in
                let recordings = transition.records.compactMap { Recording(rawValue: $0.rawValue) }
                let might = capacities(for: transition, of: person, in: circumstances, under: rules)
                let capacities = might.count > 1 ? might : []
                var required: [EvidenceField] = []
                for name in transition.evidence.map(\.rawValue) + recordings.flatMap(\.requires).map(\.rawValue) {
                    guard let field = EvidenceField(rawValue: name), field != .fieldValues,
                        field != .capacity || !recordings.contains(.signOff) || !capacities.isEmpty,
                        !required.contains(field)
                    else { continue }
                    required.append(field)
                }
                var refusal: Refusal?
                if case .refused(let whole) = decide(
                    Order(transition.command, machine: machine), by: person, in: circumstances, under: rules)
                {
                    let lasting = whole.reasons.filter { reason in
                        !AvailableAction.stillToBeGiven.contains(reason.rule)
                            || reason.rule == Fact.reviewQuestionsAnswered.rawValue
                                && !transition.optionalEvidence.contains(EvidenceField.answers.name)
                    }
                    refusal = lasting.isEmpty ? nil : Refusal(lasting)
                }
                return AvailableAction(
                    machine: machine, transition: transition, refusal: refusal, required: required,
                    optional: transition.optionalEvidence.compactMap { EvidenceField(rawValue: $0.rawValue) }
                        .filter { !required.contains($0) },
                    editsTerms: recordings.contains(.terms), capacities: capacities,
                    parties: parties(for: transition, recordings, by: person, in: circumstances, under: rules),
                    similar: recordings.contains(.similarAnswer) ? circumstances.similar.map(\.reference) : [],
                    forgone: refusal?.reasons.contains { $0.question == .who } == true
                        ? nil
                        : forgone(by: transition, of: machine, to: person, in: circumstances, under: rules))
            }
        }
    }

    /// Those that the record may be about: of signatures who has not signed, of certificates who received. A partner's person
    /// speaks for its own organisation.
    private func parties(
        for transition: Transition, _ recordings: [Recording], by person: Person, in circumstances: Circumstances,
        under rules: Rulebook
    ) -> [String] {
        let isPartner =
            if case .granted(let authority) = permission(for: transition, to: person, in: circumstances, under: rules) {
                authority.role == "partner"
            } else {
                false
            }
        var parties = termsUnderConsideration.parties
        if recordings.contains(.signature) { parties = unsignedParties }
        if recordings.contains(.partnerSignOff) { parties.removeAll { $0.part == .processor } }
        if recordings.contains(.deletionCertificate) { parties.removeAll { $0.part == .provider } }
        var names: [String] = []
        for party in parties where !isPartner || party.organisation.term == person.organisation {
            if !names.contains(party.organisation.text) { names.append(party.organisation.text) }
        }
        return names
    }
}
