/// How long a piece of work of one machine may take, in working days, not counting the days that another party has it.
package struct Clock: Hashable, Sendable {
    package var name: String
    /// As people read it: `Decision on the request`.
    package var title: String
    /// Working days.
    package var target: Int
    /// States in which the clock runs.
    package var runs: [StateName]
    /// States in which it stands still, because a partner, the ICO or the requester has the next step.
    package var pauses: [StateName]

    package init(name: String, title: String, target: Int, runs: [StateName], pauses: [StateName] = []) {
        self.name = name
        self.title = title
        self.target = target
        self.runs = runs
        self.pauses = pauses
    }
}
