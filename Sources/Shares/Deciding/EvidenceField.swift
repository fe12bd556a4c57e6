package import Workflows

/// A field that a command may ask for beside the terms: its name in workflow files, its label, and what it takes.
package enum EvidenceField: String, CaseIterable, Hashable, Sendable, Codable {
    case reason, capacity, outcome, advice
    case adviceAccepted = "advice-accepted"
    case likelihood, severity, measures, signatory, party
    case signedOn = "signed-on"
    case condition, owner, requester, due, timing
    case ifOverdue = "if-overdue"
    case nextReview = "next-review"
    case effective, reference, evidence, answers, criteria, successor, method, retained
    case risk, effect, leading, similar
    case residualLikelihood = "residual-likelihood"
    case residualSeverity = "residual-severity"
    case setAside = "set-aside"
    case fieldValues = "field-values"

    package var name: EvidenceName { EvidenceName(rawValue: rawValue) }

    package var label: String {
        switch self {
        case .reason: "Reason"
        case .capacity: "Capacity in which it is signed off"
        case .outcome: "Outcome"
        case .advice: "Advice"
        case .adviceAccepted: "Is the advice accepted?"
        case .likelihood: "Likelihood of harm"
        case .severity: "Severity of harm"
        case .measures: "Measures that reduce the risk"
        case .signatory: "Name and post of the signatory"
        case .party: "Party"
        case .signedOn: "Signed on"
        case .condition: "Condition"
        case .owner: "Owner"
        case .requester: "Requester"
        case .due: "Due"
        case .timing: "To be met before or after coming into force"
        case .ifOverdue: "If it is overdue"
        case .nextReview: "Next review"
        case .effective: "Effective from"
        case .reference: "Reference"
        case .evidence: "Evidence"
        case .answers: "Answers"
        case .criteria: "Criteria that apply"
        case .successor: "Share that takes over"
        case .method: "Method"
        case .retained: "Copies that are kept"
        case .risk: "Risk: its source and the harm"
        case .effect: "Effect of the measure on the risk"
        case .similar: "Share that is much like this one"
        case .leading: "Share whose assessment covers this one"
        case .residualLikelihood: "Likelihood of harm after the measure"
        case .residualSeverity: "Severity of harm after the measure"
        case .setAside: "Why triggers that the terms show do not apply"
        case .fieldValues: "Fields of the share"
        }
    }

    /// What may be given, in words for a person who has to give it.
    package func takes(for command: CommandName) -> String {
        switch self {
        case .adviceAccepted: "yes or no"
        case .likelihood, .residualLikelihood: "remote, possible or probable"
        case .severity, .residualSeverity: "minimal, significant or severe"
        case .effect: "eliminated, reduced or accepted"
        case .signedOn, .due, .nextReview, .effective: "a date, such as 2026-02-05"
        default: choices(for: command).map { $0.joined(separator: " or ") } ?? "text"
        }
    }

    /// The answers that it takes where the list is closed; nil where it takes a text or a day.
    package func options(for command: CommandName) -> [String]? {
        switch self {
        case .adviceAccepted: ["yes", "no"]
        case .likelihood, .residualLikelihood: DPIARecord.Likelihood.allCases.map(\.rawValue)
        case .severity, .residualSeverity: DPIARecord.Severity.allCases.map(\.rawValue)
        case .effect: Measure.Effect.allCases.map(\.rawValue)
        default: choices(for: command)
        }
    }

    private func choices(for command: CommandName) -> [String]? {
        switch (self, command) {
        case (.timing, _): Condition.Timing.allCases.map(\.rawValue)
        case (.ifOverdue, _): Condition.Consequence.allCases.map(\.rawValue)
        case (.capacity, "record-sign-off"), (.capacity, "withdraw-sign-off"): SignOffRule.capacities
        case (.outcome, "record-retained-copies"): ["all", "some"]
        case (.outcome, "answer-similar"): SimilarAnswer.Verdict.allCases.map(\.rawValue)
        case (.outcome, "screen"): DPIARecord.Screening.Outcome.allCases.map(\.rawValue)
        case (.outcome, "record-ico-answer"): DPIARecord.ICOAnswer.Outcome.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// Why the text will not do; nil where it will.
    func fault(_ text: String, for command: CommandName) -> String? {
        if let found = ForbiddenCharacters.first(in: text) {
            return "\(label) holds the character \(found), which no field may hold."
        }
        let fits: Bool
        switch self {
        case .adviceAccepted: fits = ["yes", "no"].contains(text)
        case .likelihood, .residualLikelihood: fits = DPIARecord.Likelihood(rawValue: text) != nil
        case .severity, .residualSeverity: fits = DPIARecord.Severity(rawValue: text) != nil
        case .effect: fits = Measure.Effect(rawValue: text) != nil
        case .signedOn, .due, .nextReview, .effective: fits = Day.read(text) != nil
        default: fits = choices(for: command).map { $0.contains(text) } ?? true
        }
        return fits ? nil : "\(label) takes \(takes(for: command)), not “\(text.shortened(to: 60))”."
    }
}

extension Day {
    /// The day that a person wrote, in any usual form.
    static func read(_ text: String) -> Day? {
        if case .day(let day) = DateReading(text) { day } else { nil }
    }
}
