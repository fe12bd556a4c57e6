package import Redundancy
package import Shares
package import Workflows

/// A share that waits at a machine, for somebody or for others.
package struct WorkItem: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var machine: Machine
    package var state: String
    package var since: Day
    /// The first deadline of the state that lies ahead, else the last that has passed; nil where it has none.
    package var due: Day?
    package var waitsFor: [RoleName]
    /// Whether the hub has to appoint a data owner before anything else is done.
    package var lacksOwner: Bool
    /// The capacity of the sign-off that has to be taken back before anything else is done.
    package var toWithdraw: RoleName?
    /// The roles, of their own and delegated to them, in which the person may go on with it.
    package var capacities: [Authority]
    /// What was asked when it was sent back to be written again.
    package var asked: String?
}

/// A step that a person asked for, and what became of it.
package struct WorkAnswer: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var step: AskedStep
    /// Whether they are told how the department comes to what it decides.
    var isWithin: Bool

    package var outcome: String { step.outcome(isWithin: isWithin) ?? "" }

    func isNewer(than other: WorkAnswer) -> Bool {
        let (day, otherDay) = (step.answer?.on ?? step.on, other.step.answer?.on ?? other.step.on)
        return day == otherDay ? reference.rawValue < other.reference.rawValue : day > otherDay
    }
}

/// A share that stops, of which the parties were given notice.
package struct WorkEnding: Hashable, Sendable {
    package var reference: ShareReference
    package var title: String
    package var on: Day
    /// Why it ends, as the parties are told.
    package var reason: String?
    /// The reference of the notice.
    package var notice: String?
}

/// Items by due date, what is due first first: the first of them, and how many there are.
package struct WorkList: Hashable, Sendable {
    /// So many are kept: what a page shows.
    package static let most = 100

    package private(set) var items: [WorkItem] = []
    package private(set) var count = 0
    /// Those whose day has passed.
    package private(set) var overdue = 0

    package var isEmpty: Bool { count == 0 }

    mutating func add(_ item: WorkItem, on today: Day) {
        count += 1
        if let due = item.due, due < today { overdue += 1 }
        if items.count == Self.most, let last = items.last, !item.isSooner(than: last) { return }
        let place = items.partitioningIndex { item.isSooner(than: $0) }
        items.insert(item, at: place)
        if items.count > Self.most { items.removeLast() }
    }
}

/// A data owner who answers no more for the open shares that are theirs: the hub appoints another.
package struct GoneOwner: Hashable, Sendable {
    package var person: PersonID
    package var name: String
    package var gap: OwnerGap
    package var shares: Int
}

/// What waits for a person, and what they wait for.
package struct Work: Hashable, Sendable {
    package var mine = WorkList()
    /// Requested or owned by the person, and waiting for somebody else.
    package var others = WorkList()
    /// What became lately of steps that the person asked for, the newest first.
    package var answers: [WorkAnswer] = []
    /// Of a partner: shares of which notice was given, what stops first first.
    package var endings: [WorkEnding] = []
    /// Of the hub: those who answer for open shares no more, with the most shares first.
    package var gone: [GoneOwner] = []
    /// Groups of redundant shares that wait for a decision which the person may take, the surest first.
    package var groups: [RedundancyCluster] = []
    /// Whether a large register is still being searched for such groups.
    package var isSearching = false
}

extension WorkItem {
    fileprivate func isSooner(than other: WorkItem) -> Bool {
        let never = Day(number: .max)
        if due != other.due { return (due ?? never) < (other.due ?? never) }
        return (reference.rawValue, machine.rawValue) < (other.reference.rawValue, other.machine.rawValue)
    }
}

extension [WorkItem] {
    /// The first place of which the condition holds, where it holds of all after it.
    fileprivate func partitioningIndex(where holds: (WorkItem) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if holds(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
