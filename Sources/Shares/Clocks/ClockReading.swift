package import Workflows

/// What a clock shows of one piece of work: how many working days it has taken so far, or took.
package struct ClockReading: Hashable, Sendable {
    package var machine: Machine
    package var clock: Clock
    package var started: Day
    /// Nil: the work goes on.
    package var ended: Day?
    /// Working days, without those on which another party had the next step.
    package var spent: Int
    /// Another party has the next step now.
    package var isPaused: Bool

    package var isLate: Bool { spent > clock.target }
    /// Working days left; none below zero.
    package var left: Int { max(0, clock.target - spent) }
}

/// How long a machine stood in one state.
package struct TimedState: Hashable, Sendable {
    package var state: StateName
    package var entered: Day
    /// Nil: it stands there still.
    package var left: Day?

    package init(_ state: StateName, entered: Day, left: Day?) {
        self.state = state
        self.entered = entered
        self.left = left
    }
}

/// Reads the clocks of the definitions from how long a share stood where.
package struct ClockReader: Sendable {
    package let definitions: CheckedDefinitions
    package let calendar: WorkingDays

    package init(definitions: CheckedDefinitions, calendar: WorkingDays) {
        self.definitions = definitions
        self.calendar = calendar
    }

    /// Every piece of work of one machine, in the order of its clocks and in time; `states` in time.
    package func readings(of machine: Machine, _ states: [TimedState], at today: Day) -> [ClockReading] {
        definitions[machine].definition.clocks.flatMap { readings(of: $0, machine, states, at: today) }
    }

    private func readings(
        of clock: Clock, _ machine: Machine, _ states: [TimedState], at today: Day
    ) -> [ClockReading] {
        var readings: [ClockReading] = []
        var open: ClockReading?
        for stay in states {
            if clock.runs.contains(stay.state) {
                var reading =
                    open
                    ?? ClockReading(
                        machine: machine, clock: clock, started: stay.entered, ended: nil, spent: 0, isPaused: false)
                reading.spent += calendar.count(from: stay.entered, to: max(stay.entered, stay.left ?? today))
                reading.isPaused = false
                open = reading
            } else if clock.pauses.contains(stay.state) {
                open?.isPaused = true
            } else if var reading = open {
                reading.ended = stay.entered
                reading.isPaused = false
                readings.append(reading)
                open = nil
            }
        }
        return readings + (open.map { [$0] } ?? [])
    }
}

extension ReferenceData {
    /// The working days of the party that answers for the share: its first provider that serves one part of the United
    /// Kingdom; else those of England and Wales.
    package func workingDays(of organisations: [String]) -> WorkingDays {
        workingDays(in: division(of: organisations))
    }

    /// Those by which the deadlines and the clocks of a share count.
    package func workingDays(of share: Share) -> WorkingDays {
        workingDays(of: share.terms.providers.compactMap(\.organisation.term))
    }

    package func division(of organisations: [String]) -> BankHolidays.Division {
        switch organisations.lazy.compactMap({ self.organisations[$0]?.nation }).first {
        case .scotland: .scotland
        case .northernIreland: .northernIreland
        case .england, .wales, nil: .englandAndWales
        }
    }
}

extension ClockReading {
    /// `Decision on the request: 8 of 20 working days, paused while another party has the next step`.
    package var inWords: String {
        let unit = clock.target == 1 ? "working day" : "working days"
        let count = "\(clock.title): \(spent) of \(clock.target) \(unit)"
        if isLate { return "\(count), late by \(spent - clock.target)" + (isPaused ? ", now paused" : "") }
        return isPaused ? "\(count), paused while another party has the next step" : "\(count), \(left) left"
    }
}
