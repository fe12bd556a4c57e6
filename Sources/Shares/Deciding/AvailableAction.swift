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

    /// Reasons that what comes with the command itself can take away: they are no reason not to offer it.
    package static let stillToBeGiven: Set<String> = [
        "evidence-missing", Fact.reviewQuestionsAnswered.rawValue, Fact.assessmentQuestionsAnswered.rawValue,
        Fact.leadingAssessmentCovers.rawValue,
        "trigger-left-out",
    ]

    /// Whether the person has done their part of it, so that it is not theirs to do any more.
    package var isDone: Bool {
        refusal?.reasons.contains { ["already-signed", "signed-off-already"].contains($0.rule) } ?? false
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
                var required: [EvidenceField] = []
                for name in transition.evidence.map(\.rawValue) + recordings.flatMap(\.requires).map(\.rawValue) {
                    guard let field = EvidenceField(rawValue: name), field != .fieldValues,
                        field != .capacity || !recordings.contains(.signOff),
                        !required.contains(field)
                    else { continue }
                    required.append(field)
                }
                var refusal: Refusal?
                if case .refused(let whole) = decide(
                    Order(transition.command, machine: machine), by: person, in: circumstances, under: rules)
                {
                    let lasting = whole.reasons.filter { !AvailableAction.stillToBeGiven.contains($0.rule) }
                    refusal = lasting.isEmpty ? nil : Refusal(lasting)
                }
                return AvailableAction(
                    machine: machine, transition: transition, refusal: refusal, required: required,
                    optional: transition.optionalEvidence.compactMap { EvidenceField(rawValue: $0.rawValue) }
                        .filter { !required.contains($0) },
                    editsTerms: recordings.contains(.terms))
            }
        }
    }
}
