import Ledger
import Shares
import Workflows

/// Which deadlines of a share's states have been reached.
struct Deadlines {
    let definitions: CheckedDefinitions
    let calendar: WorkingDays

    struct Due {
        var machine: Machine
        var state: StateName
        var day: Day
        var effect: Deadline.Effect
        /// The date that it counts from.
        var from: DateName
        /// That date itself, where the deadline lies before it.
        var comes: Day?
    }

    /// Whether every machine stands at an end.
    func isOver(_ share: Share) -> Bool {
        Stage(share.configuration, under: definitions) == .ended
    }

    /// Whether any deadline has been reached.
    func haveCome(for share: Share, at today: Day) -> Bool { !due(in: share, at: today).isEmpty }

    /// Those whose day has come; of the reminders that count from one date the last alone, so that who comes late to a share
    /// is not told three times.
    func due(in share: Share, at today: Day) -> [Due] {
        let dates = share.dates
        return Machine.allCases.flatMap { machine -> [Due] in
            let come = all(of: machine, at: definitions[machine].state(share.state(machine)), dates, on: today)
                .filter { $0.day <= today }
            return come.filter { due in
                guard case .remind = due.effect else { return true }
                return !come.contains { later in
                    if case .remind = later.effect { later.from == due.from && later.day > due.day } else { false }
                }
            }
        }
    }

    /// By which day the machine's state is to be left: a date of the share itself that has passed, such as that of its review, as
    /// it stays overdue however often somebody is reminded; else the first deadline that lies ahead, else the last.
    func next(of machine: Machine, in share: Share, at today: Day) -> Day? {
        next(of: machine, at: definitions[machine].state(share.state(machine)), share.dates, on: today)
    }

    func next(of machine: Machine, at state: State?, _ dates: ShareDates, on today: Day) -> Day? {
        let deadlines = all(of: machine, at: state, dates, on: today)
        let days = deadlines.map { $0.comes ?? $0.day }.sorted()
        let overdue = deadlines.filter { $0.isOfTheShare && $0.isReminder }.map { $0.comes ?? $0.day }.min()
        if let overdue, overdue < today { return overdue }
        return days.first { $0 >= today } ?? days.last
    }

    private func all(of machine: Machine, at state: State?, _ dates: ShareDates, on today: Day) -> [Due] {
        guard let state else { return [] }
        return state.deadlines.compactMap { deadline in
            guard let from = ShareDate(rawValue: deadline.from.rawValue)?.day(in: dates, machine: machine, on: today)
            else {
                return nil
            }
            let day: Day
            switch deadline.offset {
            case .days(let days): day = from.adding(days: days)
            case .workingDays(let days): day = calendar.adding(days, to: from)
            }
            return Due(
                machine: machine, state: state.name, day: day, effect: deadline.effect, from: deadline.from,
                comes: day < from ? from : nil)
        }
    }
}

extension Deadlines.Due {
    /// Whether it counts from a date that the share has, and not from when its state was entered.
    fileprivate var isOfTheShare: Bool { from.rawValue != ShareDate.entered.rawValue }

    fileprivate var isReminder: Bool { if case .remind = effect { true } else { false } }

    /// Whether the day that a reminder announces is over: it would come too late.
    func isPast(at today: Day) -> Bool { comes.map { $0 < today } ?? false }

    /// One letter for each holder of the roles; to the role itself where nobody holds it.
    func letters(
        to roles: [RoleName], about share: Share, in circumstances: Circumstances, definitions: CheckedDefinitions
    ) -> [Letter] {
        let title = definitions[machine].title(of: state)
        let what = ShareDate(rawValue: from.rawValue)?.asPeopleSay ?? "it is due"
        let says = comes.map { "\(what.capitalisedFirst) on \($0.inWords)." } ?? "This was due on \(day.inWords)."
        return Recipients(circumstances: circumstances).holders(of: roles, about: share).map { recipient in
            Letter(
                share: share.reference, kind: "remind:\(machine.rawValue):\(state)", due: day, recipient: recipient,
                subject: comes.map { "\(share.reference): \(what) on \($0.inWords)" }
                    ?? "\(share.reference) waits: \(title)",
                body:
                    "The share \(share.reference), “\(share.terms.title)”, stands at “\(title)” (\(machine.asPeopleSay)). "
                    + says,
                written: circumstances.now)
        }
    }
}
