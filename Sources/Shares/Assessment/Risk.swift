/// One risk to people, with what is done about it (step 5 and 6 of the ICO's template).
package struct Risk: Hashable, Sendable, Codable {
    /// Counts from 1 in an assessment.
    package var number: Int
    /// Its source, and the nature of the harm.
    package var text: String
    package var likelihood: DPIARecord.Likelihood
    package var severity: DPIARecord.Severity
    package var measures: [Measure]
    package var by: PersonID
    package var at: Instant

    /// Before the measures.
    package var overall: RiskTier { RiskTier(likelihood, severity) }

    /// After the last measure; the risk itself where there is none.
    package var residual: RiskTier { measures.last.map(\.residual) ?? overall }

    /// A risk that is not low is met by a measure.
    package var lacksMeasure: Bool { overall > .low && measures.isEmpty }
}

/// What reduces a risk, and what remains of it then.
package struct Measure: Hashable, Sendable, Codable {
    package enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        case eliminated, reduced, accepted
    }

    package var text: String
    package var effect: Effect
    package var likelihood: DPIARecord.Likelihood
    package var severity: DPIARecord.Severity
    package var by: PersonID
    package var at: Instant
    /// Why it was rated anew; nil where it stands as it was first rated.
    package var ratedAnew: String?
    /// What remained by the ratings that this one replaced, the oldest first.
    package var earlier: [RiskTier]?
    /// Whoever decided on the assessment with this measure in it.
    package var approvedBy: PersonID?
    /// Whoever had delegated that decision to them.
    package var approvedFor: PersonID?

    package var residual: RiskTier { RiskTier(likelihood, severity) }

    /// Whether it is the one that these words are about.
    func isSaid(by text: String) -> Bool { TermIndex.key(self.text) == TermIndex.key(text) }

    /// That it was rated anew, when, why, and what remained before; nil where it was not.
    private var ratedAnewInWords: String? {
        guard let ratedAnew, let before = earlier?.last else { return nil }
        return "rated anew on \(at.day.inWords), \(before.rawValue) before: \(ratedAnew)"
    }

    /// `reduced`, and that it was rated anew.
    package var effectInWords: String {
        [effect.rawValue, ratedAnewInWords].compactMap { $0 }.joined(separator: "; ")
    }

    /// Who approved it, for people: `sam for dee`.
    package func approver(naming name: (PersonID) -> String) -> String? {
        approvedBy.map { by in name(by) + (approvedFor.map { " for \(name($0))" } ?? "") }
    }
}

/// Something that an assessment asks for, by somebody, by a day.
package struct AssessmentAction: Hashable, Sendable, Codable {
    /// Counts from 1 in a share.
    package var number: Int
    package var text: String
    package var owner: String
    package var due: Day
    package var doneAt: Instant?
    package var evidence: String?

    package func isOverdue(on day: Day) -> Bool { doneAt == nil && due < day }
}

extension RiskTier {
    /// The matrix of the ICO's template: likelihood against severity.
    package init(_ likelihood: DPIARecord.Likelihood, _ severity: DPIARecord.Severity) {
        switch (likelihood, severity) {
        case (.remote, .severe), (.possible, .significant), (.probable, .minimal): self = .medium
        case (.remote, _), (.possible, .minimal): self = .low
        case (.possible, .severe), (.probable, _): self = .high
        }
    }
}
