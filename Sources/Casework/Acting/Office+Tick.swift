package import Ledger
package import Shares
import Workflows

/// What the passing of time brought.
package struct TickReport: Hashable, Sendable {
    /// Commands given by the system actor.
    package var events: [Event] = []
    package var letters: [Letter] = []
    package var shares = 0
}

extension Office {
    /// Lets time pass up to a day: deadlines give their commands as the system actor, and reminders go to the outbox.
    ///
    /// Safe to run twice, late, or by two processes at once: each share is one transaction, an act is decided on the share
    /// as it then stands, and the same letter is written once.
    package func tick(at day: Day? = nil) throws -> TickReport {
        let now = surroundings.now()
        // A day given is a moment of that day, so that what happened earlier on it lies before.
        let moment = day.map { $0 == now.day ? now : Instant(startOf: $0) } ?? now
        var report = TickReport()
        let references = try read { reader in
            try reader.summaries().filter { $0.stage != .ended }.map(\.reference)
        }
        let calendar = try reference().workingDays(in: .englandAndWales)
        for reference in references {
            try tick(reference, at: moment, calendar: calendar, into: &report)
        }
        return report
    }

    private func tick(
        _ reference: ShareReference, at moment: Instant, calendar: WorkingDays, into report: inout TickReport
    ) throws {
        // Most shares have nothing due: that is found out without a write transaction.
        let isDue = try read { reader in
            guard let share = try reader.share(reference) else { return false }
            return try !Deadlines(definitions: definitions(for: share.pin, in: reader), calendar: calendar).due(
                in: share, at: moment.day
            )
            .isEmpty
        }
        report.shares += 1
        guard isDue else { return }
        let (events, letters) = try write { writer in
            var share = try existing(reference, in: writer.reader)
            let rules = try rulebook(for: share.pin, in: writer.reader)
            let deadlines = Deadlines(definitions: rules.definitions, calendar: calendar)
            var circumstances = try circumstances(writer.reader)
            circumstances.now = moment
            let people = Array(circumstances.people.values)
            var events: [Event] = []
            var letters: [Letter] = []
            // A command may bring the share to a state with deadlines of its own; each machine moves on, so this ends.
            for _ in 0..<8 {
                var moved = false
                for due in deadlines.due(in: share, at: moment.day) {
                    switch due.effect {
                    case .command(let command):
                        guard !moved,
                            case .event(let event) = share.decide(
                                Order(command, machine: due.machine), by: .system, in: circumstances, under: rules)
                        else { continue }
                        share.apply(event)
                        try writer.append([event], making: share, definitions: rules.definitions)
                        events.append(event)
                        moved = true
                    case .remind(let roles):
                        letters += try writer.post(
                            due.letters(
                                to: roles, about: share, people: people, definitions: rules.definitions, at: moment),
                            at: moment)
                    }
                }
                if !moved { break }
            }
            return (events, letters)
        }
        report.events += events
        report.letters += letters
    }
}
