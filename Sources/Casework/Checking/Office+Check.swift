import Ledger
package import Shares
import Workflows

extension Office {
    /// What does not fit together in the terms under consideration, whether anybody answers for them, who is
    /// wanting that could sign them off, and which conditions and clocks are overdue, the gravest first.
    package func check(_ reference: ShareReference) throws -> [Finding] {
        let (share, circumstances, rules, clocks, successor, unacknowledged) = try read { reader in
            let share = try existing(reference, in: reader)
            let rules = try rulebook(for: share.pin, in: reader)
            return (
                share, try self.circumstances(of: share, in: reader), rules,
                try self.clocks(of: share, under: rules.definitions, in: reader),
                try share.retirement.successor.flatMap { try reader.summary(of: $0) },
                try self.unacknowledged(share, on: self.today, in: reader)
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
        for reading in clocks where reading.isLate {
            findings.append(.warning("clock-late", at: .field(reading.machine.rawValue), "\(reading.inWords)."))
        }
        if let text = share.agreementForSignature?.frozen?.text, !text.missing.isEmpty {
            findings.append(
                .warning(
                    "text-incomplete", at: .whole,
                    "The text that is being signed says that this is to be completed: \(text.missing.joined(separator: "; ")). Give the agreement back, complete it, and prepare it anew."
                ))
        }
        for fact in [Fact.assessmentActionsMet, .leadingAssessmentStands] {
            for wanting in fact.shortfalls(of: share, given: [:], in: circumstances, under: rules) {
                findings.append(.warning(fact.rawValue, at: .field("dpia"), wanting.says))
            }
        }
        if rules.definitions.holds(Position([.approval: ["expired"]]), in: share.configuration),
            share.retirement.stop == nil
        {
            findings.append(
                .warning(
                    "flows-after-expiry", at: .field("end_date"),
                    "The agreement has expired and it is not recorded that the transfer stopped: stop it, or renew the agreement."
                ))
        }
        if let successor, successor.stage != .live, successor.stage != .inherited {
            findings.append(
                .warning(
                    "successor-not-in-force", at: .field("successor"),
                    "\(successor.reference), which is to take over, is not in force: it is at “\(successor.stage.label)”."
                ))
        }
        for finding in try agreementFindings(on: share, under: rules) { findings.append(finding) }
        for finding in unacknowledged { findings.append(finding) }
        for says in wantingAnswers(of: share, under: rules.reference) {
            findings.append(.warning("question-not-answered", at: .field("questions"), says))
        }
        return findings.gravestFirst
    }

    /// Questions that are asked of the share where it stands, and not answered: of the proposal while it is written, of the
    /// assessment while that is.
    private func wantingAnswers(of share: Share, under reference: ReferenceData) -> [String] {
        let writing: [(set: String, machine: Machine, states: Set<StateName>)] = [
            ("proposal", .proposal, ["draft", "submitted", "returned"]),
            ("assessment", .dpia, ["assessing", "dpo-review", "reassessing", "reassessment-review"]),
        ]
        return writing.flatMap { writing -> [String] in
            guard writing.states.contains(share.state(writing.machine)), let set = reference.questionSets[writing.set]
            else { return [] }
            return share.answered(set).filter(\.isWanting).map {
                "\(writing.set)/\($0.question.id) is not answered: \($0.question.text)"
            }
        }
    }
}
