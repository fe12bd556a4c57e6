package import Shares

extension Office {
    /// What does not fit together in the terms under consideration, whether anybody answers for them, who is
    /// wanting that could sign them off, and which conditions are overdue, the gravest first.
    package func check(_ reference: ShareReference) throws -> [Finding] {
        let (share, circumstances, rules) = try read { reader in
            let share = try existing(reference, in: reader)
            return (
                share, try self.circumstances(of: share, in: reader), try rulebook(for: share.pin, in: reader)
            )
        }
        let today = circumstances.today
        var findings = share.termsUnderConsideration.inconsistencies(on: today, under: try self.reference())
        if let gap = share.ownerGap(in: circumstances.roster, on: today) {
            findings.append(.warning(gap.rule, at: .field("data_owner"), gap.says))
        }
        for gap in share.signOffGaps(in: circumstances, under: rules) {
            findings.append(.warning("sign-off-nobody", at: .whole, gap))
        }
        for condition in share.approval.conditions where condition.isOverdue(on: today) {
            findings.append(
                .warning(
                    "condition-overdue", at: .whole,
                    "Condition \(condition.number), “\(condition.text)” (\(condition.owner)), is \(condition.standing(on: today))."
                ))
        }
        for fact in [Fact.assessmentActionsMet, .leadingAssessmentStands] {
            for says in fact.shortfalls(of: share, given: [:], in: circumstances, under: rules) {
                findings.append(.warning(fact.rawValue, at: .field("dpia"), says))
            }
        }
        return findings.gravestFirst
    }
}
