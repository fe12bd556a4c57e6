import Ledger
import Shares
import Workflows

/// An open share with what its machines wait for on a day.
struct WaitingShare: Sendable {
    struct Step: Sendable {
        var machine: Machine
        var state: State
        var due: Day?
        /// Whether somebody is to go on with it who was told so, and nobody merely may.
        var isUnderWay: Bool
    }

    var share: OpenShare
    var steps: [Step]

    init(_ share: OpenShare, under definitions: CheckedDefinitions, _ calendar: WorkingDays, on today: Day) {
        self.share = share
        let deadlines = Deadlines(definitions: definitions, calendar: calendar)
        steps = Machine.allCases.compactMap { machine in
            guard let state = definitions[machine].state(share.configuration[machine]), !state.waitsFor.isEmpty else {
                return nil
            }
            return Step(
                machine: machine, state: state,
                due: deadlines.next(of: machine, at: state, share.outlook.dates, on: today),
                isUnderWay: state.groups.contains("working") || state.groups.contains("signing-off"))
        }
    }
}
