package import Workflows

/// The data protection impact assessment of a share (UK GDPR Articles 35 and 36).
package struct DPIARecord: Hashable, Sendable, Codable {
    package struct Screening: DoneOnRecord, Hashable, Sendable, Codable {
        package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            case required
            case notRequired = "not-required"
        }

        package var outcome: Outcome
        /// The triggers that apply: of Article 35(3), the ICO's list, WP248.
        package var criteria: String
        /// What the triggers come to, with the rule; nil in records from before that was computed.
        package var judgement: String?
        /// Why triggers that the terms show do not apply.
        package var setAside: String?
        package var reason: String
        package var by: PersonID
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        package var at: Instant
    }

    /// The ICO template's likelihood of harm.
    package enum Likelihood: String, Hashable, Sendable, Codable, CaseIterable {
        case remote, possible, probable
    }

    /// The ICO template's severity of harm.
    package enum Severity: String, Hashable, Sendable, Codable, CaseIterable {
        case minimal, significant, severe
    }

    package struct Assessment: DoneOnRecord, Hashable, Sendable, Codable {
        /// What was answered, by question.
        package var answers: [String: String]
        /// After the measures.
        package var likelihood: Likelihood
        package var severity: Severity
        package var measures: String
        package var by: PersonID
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        package var at: Instant

        /// The ICO template's matrix: likelihood against severity; computed, never typed.
        package var residualRisk: RiskTier { RiskTier(likelihood, severity) }
    }

    package struct Advice: DoneOnRecord, Hashable, Sendable, Codable {
        package var text: String
        package var by: PersonID
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        package var at: Instant
    }

    package struct Decision: DoneOnRecord, Hashable, Sendable, Codable {
        /// False: the DPO's advice was overruled, for the reason given.
        package var adviceAccepted: Bool
        package var reason: String
        package var by: PersonID
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        package var at: Instant
    }

    package struct ICOAnswer: Hashable, Sendable, Codable {
        package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            case mayProceed = "may-proceed"
            /// Warned against or prohibited (Article 58(2)).
            case mayNotProceed = "may-not-proceed"
        }

        package var outcome: Outcome
        package var answer: String
        package var reference: String?
        package var at: Instant
    }

    /// The conclusion of another share's assessment, taken over.
    package struct Reliance: DoneOnRecord, Hashable, Sendable, Codable {
        package var share: ShareReference
        /// When that assessment was concluded: once it is looked at again, this no longer stands on it.
        package var concluded: Instant
        package var reason: String
        package var by: PersonID
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        package var at: Instant
    }

    /// That this assessment holds for changed terms as well: how they were screened, and what the DPO agreed.
    package struct Kept: DoneOnRecord, Hashable, Sendable, Codable {
        package var screening: Screening
        package var reason: String
        package var by: PersonID
        package var role: RoleName?
        package var onBehalfOf: PersonID?
        package var at: Instant
    }

    package var screening: Screening?
    /// The whole risk in one line, where the risks are not listed one by one.
    package var assessment: Assessment?
    package var risks: [Risk] = []
    package var actions: [AssessmentAction] = []
    package var consultation: ICOConsultation?
    package var reliance: Reliance?
    package var advice: Advice?
    package var decision: Decision?
    package var icoAnswer: ICOAnswer?
    /// An assessment made before or elsewhere, as recorded evidence.
    package var existingReference: String?
    /// The last conclusion before the present round, at most one: it stands again where the round is given up.
    package var earlier: [DPIARecord] = []
    /// The changes for which it was agreed that this conclusion stands, the first of them first.
    package var kept: [Kept] = []

    package init() {}

    /// The worst that remains of the risks listed; of the one line where none is; nil where nothing was assessed.
    package var residualRisk: RiskTier? { risks.map(\.residual).max() ?? assessment?.residualRisk }

    /// What reduces the risk, in one text.
    package var measures: String? {
        risks.isEmpty
            ? assessment?.measures
            : risks.flatMap(\.measures).map(\.text).joined(separator: "; ").nonEmpty
    }

    var isConclusion: Bool {
        decision != nil || reliance != nil || screening?.outcome == .notRequired
    }
}

extension DPIARecord.Kept {
    /// How the changed terms were screened, and that the assessment holds for them, each by whom and when.
    package func inWords(naming name: (PersonID) -> String = \.rawValue) -> String {
        let outcome = screening.outcome == .required ? "A DPIA is required" : "A DPIA is not required"
        let screened = "\(screening.doneBy(naming: name)), \(screening.at.day.inWords)"
        let agreed = "\(doneBy(naming: name)), \(at.day.inWords)"
        return
            "\(outcome) (\(screened)): \(screening.reason); the earlier conclusion stands (\(agreed)): \(reason)"
    }
}
