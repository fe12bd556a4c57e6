import Ledger
import Shares

/// Letters to whoever owns an action of an assessment: before it is due, and once it is overdue.
struct ActionReminders {
    let calendar: WorkingDays

    /// Working days before an action is due on which its owner is reminded.
    private static let notice = 5

    struct Due {
        var action: AssessmentAction
        /// The day that has come.
        var day: Day
        var isOverdue: Bool
    }

    func due(in share: Share, at today: Day) -> [Due] {
        share.dpia.actions.filter { $0.doneAt == nil }.compactMap { action in
            if action.isOverdue(on: today) {
                return Due(action: action, day: action.due.adding(days: 1), isOverdue: true)
            }
            let soon = calendar.adding(-Self.notice, to: action.due)
            return soon <= today ? Due(action: action, day: soon, isOverdue: false) : nil
        }
    }

    func letters(about share: Share, in circumstances: Circumstances) -> [Letter] {
        due(in: share, at: circumstances.today).map { due in
            let action = due.action
            let owner = PersonID(action.owner)
            let recipient =
                circumstances.roster[owner].map(\.id.rawValue) ?? share.owner?.person?.rawValue ?? "role:data-owner"
            return Letter(
                share: share.reference,
                kind: "\(due.isOverdue ? "action-overdue" : "action-due"):\(action.number)", due: due.day,
                recipient: recipient,
                subject:
                    "\(share.reference): action \(action.number) of the DPIA \(due.isOverdue ? "is overdue" : "falls due")",
                body:
                    "Action \(action.number) of the assessment of the share \(share.reference), “\(share.terms.title)”, "
                    + (due.isOverdue
                        ? "was due on \(action.due.inWords) and is not done: " : "is due on \(action.due.inWords): ")
                    + "\(action.text) (owner: \(action.owner)). It is recorded with complete-action.",
                written: circumstances.now)
        }
    }
}
