/// The data protection impact assessment of a share (UK GDPR Articles 35 and 36).
package struct DPIARecord: Hashable, Sendable, Codable {
    package struct Screening: Hashable, Sendable, Codable {
        package enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
            case required
            case notRequired = "not-required"
        }

        package var outcome: Outcome
        /// The triggers that apply: of Article 35(3), the ICO's list, WP248.
        package var criteria: String
        package var reason: String
        package var by: PersonID
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

    package struct Assessment: Hashable, Sendable, Codable {
        /// What was answered, by question.
        package var answers: [String: String]
        /// After the measures.
        package var likelihood: Likelihood
        package var severity: Severity
        package var measures: String
        package var by: PersonID
        package var at: Instant

        /// The ICO template's matrix: likelihood against severity; computed, never typed.
        package var residualRisk: RiskTier {
            switch (likelihood, severity) {
            case (.remote, .severe), (.possible, .significant), (.probable, .minimal): .medium
            case (.remote, _), (.possible, .minimal): .low
            case (.possible, .severe), (.probable, _): .high
            }
        }
    }

    package struct Advice: Hashable, Sendable, Codable {
        package var text: String
        package var by: PersonID
        package var at: Instant
    }

    package struct Decision: Hashable, Sendable, Codable {
        /// False: the DPO's advice was overruled, for the reason given.
        package var adviceAccepted: Bool
        package var reason: String
        package var by: PersonID
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

    package var screening: Screening?
    package var assessment: Assessment?
    package var advice: Advice?
    package var decision: Decision?
    package var icoAnswer: ICOAnswer?
    /// An assessment made before or elsewhere, as recorded evidence.
    package var existingReference: String?

    package init() {}
}
