import Foundation
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
    /// Lets time pass up to a day in London, today where none is given: deadlines give their commands as the system actor,
    /// and reminders go to the outbox.
    ///
    /// Safe to run twice, late, or by two processes at once: an act is decided on the share as it stands in the
    /// transaction that records it, and the same letter is written once. A day before the last event is refused.
    package func tick(at day: Day? = nil) throws -> TickReport {
        let rules = try rulebook()
        try noteReference(on: .tick)
        let (moment, due, shares) = try read { reader in
            let moment = try self.moment(of: day, in: reader)
            var due: [Share] = []
            var shares = 0
            try reader.forEachShare { share in
                let calendar = rules.reference.workingDays(of: share)
                let deadlines = Deadlines(definitions: try definitions(for: share.pin, in: reader), calendar: calendar)
                guard !deadlines.isOver(share) else { return }
                shares += 1
                if deadlines.haveCome(for: share, at: moment.dayInLondon)
                    || !ConditionReminders(calendar: calendar).due(in: share, at: moment.dayInLondon).isEmpty
                    || !ActionReminders(calendar: calendar).due(in: share, at: moment.dayInLondon).isEmpty
                {
                    due.append(share)
                }
            }
            return (moment, due, shares)
        }
        var report = TickReport(shares: shares)
        // Many shares in one transaction, and not all in one: others who write wait no longer than for a few.
        for start in stride(from: 0, to: due.count, by: Self.sharesInATransaction) {
            // SQLite has no queue: without a gap whoever waits would hardly ever find the file free.
            if start > 0 { Thread.sleep(forTimeInterval: Self.gapForOthers) }
            let some = due[start..<min(start + Self.sharesInATransaction, due.count)]
            let (events, letters) = try write { writer in
                var circumstances = try circumstances(writer.reader)
                circumstances.now = max(moment, circumstances.now)
                var round = TickRound(circumstances: circumstances)
                for share in some {
                    let isAsRead = try writer.reader.version(of: share.reference) == share.version
                    let current = isAsRead ? share : try existing(share.reference, in: writer.reader)
                    round.circumstances = try self.circumstances(of: current, in: writer.reader, from: circumstances)
                    try round.tick(current, under: try rulebook(for: share.pin, in: writer.reader), writer: writer)
                }
                return (round.events, round.letters)
            }
            report.events += events
            report.letters += letters
        }
        try ledger.write { try forgetRequests($0) }
        return report
    }

    private static let sharesInATransaction = 50
    /// Seconds.
    private static let gapForOthers = 0.005

    /// A day given is a moment of that day, so that what happened earlier on it lies before.
    private func moment(of day: Day?, in reader: LedgerReader) throws -> Instant {
        let now = try now(in: reader)
        guard let day, day != now.dayInLondon else { return now }
        if let last = try reader.lastEventTime()?.dayInLondon, day < last {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "time-goes-forward",
                    "Time cannot go back to \(day.inWords): the record reaches to \(last.inWords).")
            ])
        }
        return Instant(startOf: day)
    }
}

/// What one transaction of a tick does.
private struct TickRound {
    var circumstances: Circumstances
    var events: [Event] = []
    var letters: [Letter] = []

    /// A command may bring the share to a state with deadlines of its own; each machine moves on, so this ends.
    mutating func tick(_ share: Share, under rules: Rulebook, writer: LedgerWriter) throws {
        let calendar = rules.reference.workingDays(of: share)
        let deadlines = Deadlines(definitions: rules.definitions, calendar: calendar)
        var share = share
        for _ in 0..<8 {
            guard let event = nextCommand(of: share, deadlines, under: rules) else { break }
            share.apply(event)
            try writer.append([event], making: share, definitions: rules.definitions)
            events.append(event)
            letters += try writer.post(
                LettersOfAct(templates: rules.reference.letterTemplates, circumstances: circumstances)
                    .letters(after: event, making: share, under: rules.definitions), at: circumstances.now)
        }
        // Reminders are of where the share has come to: of what it has left nobody needs to be reminded.
        for due in deadlines.due(in: share, at: circumstances.today) {
            guard case .remind(let roles) = due.effect, !due.isPast(at: circumstances.today),
                !rules.definitions.isDecidedElsewhere(due.machine, in: share.configuration)
            else { continue }
            letters += try writer.post(
                due.letters(to: roles, about: share, in: circumstances, definitions: rules.definitions),
                at: circumstances.now)
        }
        if !deadlines.isOver(share) {
            letters += try writer.post(
                ConditionReminders(calendar: calendar).letters(about: share, in: circumstances)
                    + ActionReminders(calendar: calendar).letters(about: share, in: circumstances),
                at: circumstances.now)
        }
    }

    /// What the first deadline that has come, and that the share takes, brings about; the record says since when it was due.
    private func nextCommand(of share: Share, _ deadlines: Deadlines, under rules: Rulebook) -> Event? {
        for due in deadlines.due(in: share, at: circumstances.today) {
            guard case .command(let command) = due.effect else { continue }
            let takesDay = rules.definitions[due.machine].transition(command, from: share.state(due.machine))?
                .optionalEvidence.contains(EvidenceField.effective.name)
            let fields = takesDay == true ? [EvidenceField.effective.rawValue: due.day.description] : [:]
            let order = Order(command, machine: due.machine, fields: fields)
            if case .event(let event) = share.decide(order, by: .system, in: circumstances, under: rules) {
                return event
            }
        }
        return nil
    }
}
