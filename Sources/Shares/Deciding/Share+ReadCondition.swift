import Workflows

/// What the evidence of conditions must agree with.
extension Share {
    func checkCondition(
        _ recordings: [Recording], in circumstances: Circumstances, by person: Person, as authority: Authority,
        _ reading: inout OrderReading
    ) {
        if recordings.contains(.condition) { checkNewCondition(on: circumstances.today, &reading) }
        guard recordings.contains(.conditionMet) || recordings.contains(.conditionWaived) else { return }
        guard let number = reading.evidence[EvidenceField.reference.rawValue] else {
            if !approval.conditions.contains(where: \.isOpen) {
                reading.refuse("no-open-condition", "The share has no condition that is still to be met.")
            }
            return
        }
        guard let condition = approval.conditions.first(where: { String($0.number) == number }) else {
            reading.refuse("unknown-condition", "There is no condition “\(number)”.", at: "reference")
            return
        }
        if !condition.isOpen {
            reading.refuse(
                "condition-settled",
                "Condition \(number) is settled: \(condition.standing(on: circumstances.today)).", at: "reference")
        }
        if recordings.contains(.conditionMet),
            [person.id, authority.onBehalfOf].contains(PersonID(condition.owner))
        {
            reading.refuse(
                "segregation-of-duties",
                "Condition \(number) is yours to meet: somebody else certifies it (segregation of duties).",
                at: "reference")
        }
        guard recordings.contains(.conditionWaived) else { return }
        let isSetter: Bool
        if let setAs = condition.setAs {
            isSetter =
                setAs == authority.role
                || person.roles.contains(setAs)
                    && Permission.objection(to: person, as: setAs, on: self, in: circumstances) == nil
        } else {
            isSetter = condition.setBy == person.id
        }
        if !isSetter {
            let setter = condition.setAs?.asPeopleSay ?? condition.setBy.rawValue
            reading.refuse(
                "not-your-condition", "Condition \(number) was set by \(setter), who alone may waive it.",
                at: "reference")
        }
    }

    /// The record says for which conditions a share was suspended, whoever gave no reason.
    func explainSuspension(_ transition: Transition, on today: Day, _ reading: inout OrderReading) {
        guard transition.needs.contains(.fact(Fact.conditionOverdue.name)),
            reading.evidence[EvidenceField.reason.rawValue] == nil
        else { return }
        let overdue = approval.conditions.filter { $0.suspends && $0.isOverdue(on: today) }
        guard !overdue.isEmpty else { return }
        reading.evidence[EvidenceField.reason.rawValue] =
            overdue.map { "Condition \($0.number) is overdue: \($0.text) (\($0.owner))." }.joined(separator: " ")
    }

    private func checkNewCondition(on today: Day, _ reading: inout OrderReading) {
        let due = reading.evidence[EvidenceField.due.rawValue].flatMap { Day.read($0) }
        let timing =
            reading.evidence[EvidenceField.timing.rawValue].flatMap { Condition.Timing(rawValue: $0) }
            ?? (due == nil ? .before : .after)
        // The event says it by itself, whoever left it out.
        reading.evidence[EvidenceField.timing.rawValue] = timing.rawValue
        if timing == .after, due == nil {
            reading.refuse(
                "evidence-missing", "Due is missing: a condition for afterwards needs a day: give due.", at: "due")
        }
        if let due, due < today {
            reading.refuse("in-the-past", "Due, \(due.inWords), has passed.", at: "due")
        }
        if timing == .before,
            reading.evidence[EvidenceField.ifOverdue.rawValue] == Condition.Consequence.suspend.rawValue
        {
            reading.refuse(
                "nothing-to-suspend",
                "A condition that is met before coming into force suspends nothing: give timing after, or leave if-overdue out.",
                at: "if-overdue")
        }
    }
}
