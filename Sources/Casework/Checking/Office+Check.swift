package import Shares

extension Office {
    /// What does not fit together in the terms under consideration, whether anybody answers for them, and
    /// which conditions are overdue, the gravest first.
    package func check(_ reference: ShareReference) throws -> [Finding] {
        let (share, roster) = try read { (try existing(reference, in: $0), try self.roster.roster(in: $0)) }
        let today = surroundings.now().day
        var findings = share.termsUnderConsideration.inconsistencies(on: today, under: try self.reference())
        if let gap = share.ownerGap(in: roster, on: today) {
            findings.append(.warning(gap.rule, at: .field("data_owner"), gap.says))
        }
        for condition in share.approval.conditions where condition.isOverdue(on: today) {
            findings.append(
                .warning(
                    "condition-overdue", at: .whole,
                    "Condition \(condition.number), “\(condition.text)” (\(condition.owner)), is \(condition.standing(on: today))."
                ))
        }
        return findings.gravestFirst
    }
}
