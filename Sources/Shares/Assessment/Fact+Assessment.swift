import Workflows

extension Fact {
    /// What is wanting of the needs that look beyond the assessment's own text.
    func assessmentShortfalls(
        of share: Share, given: [String: String], in circumstances: Circumstances, under rules: Rulebook
    ) -> [String] {
        switch self {
        case .assessmentActionsMet:
            return share.dpia.actions.filter { $0.doneAt == nil && $0.due <= circumstances.today }
                .map { "Action \($0.number) of the assessment is not done: \($0.text) (\($0.owner))." }
        case .assessmentUntouched: return share.touchedAssessment(under: rules.reference)
        case .leadingAssessmentCovers:
            guard let leading = given[EvidenceField.leading.rawValue]?.trimmed.nonEmpty else {
                return ["It is not said whose assessment covers this share: give leading."]
            }
            guard let assessment = circumstances.assessments[ShareReference(leading)] else {
                return ["There is no share \(leading.shortened(to: 60))."]
            }
            return assessment.shortfalls(for: share.termsUnderConsideration)
        case .leadingAssessmentStands:
            guard let reliance = share.dpia.reliance else { return [] }
            guard let leading = circumstances.assessments[reliance.share], leading.concluded == reliance.concluded
            else {
                return [
                    "The assessment of \(reliance.share), on which this share relies, has been looked at again since: rely on it anew, or assess this share."
                ]
            }
            return leading.shortfalls(for: share.termsUnderConsideration)
        default: return []
        }
    }
}

extension DPIARecord {
    /// What the assessment lacks: risks, and a measure for each that is not low.
    var assessmentShortfalls: [String] {
        if risks.isEmpty {
            return assessment == nil
                ? [
                    "The assessment is not complete: record its risks with their measures, or likelihood, severity and measures of the whole."
                ] : []
        }
        return risks.filter(\.lacksMeasure)
            .map { "Risk \($0.number), “\($0.text.shortened(to: 60))”, is \($0.overall.rawValue) and has no measure." }
    }
}

extension Share {
    /// Everything assessed that the amendment touches, a sentence each; empty where the earlier conclusion can stand.
    func touchedAssessment(under reference: ReferenceData) -> [String] {
        guard let amendment else { return ["No amendment is under way."] }
        guard dpia.earlier.first?.isConclusion == true else {
            return ["No earlier assessment is concluded here that could stand."]
        }
        let fields = Set(reference.reassessmentFields.map(\.field))
        return terms.changes(to: amendment).filter { fields.contains($0.field) }
            .map { "The amendment changes what was assessed: \($0.field.label)." }
    }
}
