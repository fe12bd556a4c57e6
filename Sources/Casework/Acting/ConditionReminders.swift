import Ledger
import Shares
import Workflows

/// Letters to whoever owns a condition: before it is due, and once it is overdue.
struct ConditionReminders {
    let calendar: WorkingDays

    /// Working days before a condition is due on which its owner is reminded.
    private static let notice = 5

    struct Due {
        var condition: Condition
        /// The day that has come.
        var day: Day
        var isOverdue: Bool
    }

    func due(in share: Share, at today: Day) -> [Due] {
        share.approval.conditions.filter(\.isOpen).compactMap { condition in
            guard let day = condition.due else { return nil }
            if condition.isOverdue(on: today) {
                return Due(condition: condition, day: day.adding(days: 1), isOverdue: true)
            }
            let soon = calendar.adding(-Self.notice, to: day)
            return soon <= today ? Due(condition: condition, day: soon, isOverdue: false) : nil
        }
    }

    func letters(about share: Share, in circumstances: Circumstances) -> [Letter] {
        due(in: share, at: circumstances.today).flatMap { due in
            recipients(of: due, about: share, in: circumstances.roster).map { recipient in
                letter(due, to: recipient, about: share, written: circumstances.now)
            }
        }
    }

    /// Its owner where that is a person of the installation, else the data owner; whoever set it hears of it when it is
    /// overdue.
    private func recipients(of due: Due, about share: Share, in roster: Roster) -> [String] {
        let owner = PersonID(due.condition.owner)
        var recipients: Set<String> = []
        if roster[owner] != nil {
            recipients.insert(owner.rawValue)
        } else {
            recipients.insert(share.owner?.person?.rawValue ?? "role:data-owner")
        }
        if due.isOverdue { recipients.insert(due.condition.setBy.rawValue) }
        return recipients.sorted()
    }

    private func letter(_ due: Due, to recipient: String, about share: Share, written: Instant) -> Letter {
        let condition = due.condition
        let day = condition.due.map(\.inWords) ?? ""
        let consequence =
            condition.suspends
            ? due.isOverdue ? " The share is suspended for it." : " The share is suspended if it is overdue." : ""
        return Letter(
            share: share.reference,
            kind: "\(due.isOverdue ? "condition-overdue" : "condition-due"):\(condition.number)", due: due.day,
            recipient: recipient,
            subject: "\(share.reference): condition \(condition.number) \(due.isOverdue ? "is overdue" : "falls due")",
            body: "Condition \(condition.number) of the share \(share.reference), “\(share.terms.title)”, "
                + (due.isOverdue ? "was due on \(day) and is not met: " : "is due on \(day): ")
                + "\(condition.text) (owner: \(condition.owner)).\(consequence) Evidence is recorded with meet-condition.",
            written: written)
    }
}
