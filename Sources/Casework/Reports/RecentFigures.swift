import Ledger
import Shares
import Synchronization

/// What was counted over the whole register lately, for whoever asks the same before anything has changed.
///
/// The same question has the same answer while the ledger stands where it stood and the day is the same.
final class RecentFigures<Question: Hashable & Sendable, Figures: Sendable>: Sendable {
    /// More questions than these are not kept: each person of a partner's asks one of their own.
    private static var most: Int { 64 }

    /// The position is nil for what was true at the end of a past day: nothing that is recorded later changes it.
    private struct Moment: Equatable {
        var position: LedgerPosition?
        var today: Day
    }

    private struct Shelf {
        var moment: Moment?
        var kept: [Question: Figures] = [:]
    }

    private let shelf = Mutex(Shelf())
    /// Held while figures are made, so that many who ask at once are answered by one count.
    private let making = Mutex(())

    /// The position is read before the register is: figures that are newer than it are made anew, and never older ones given.
    func figures(
        for question: Question, in office: Office, isPast: Bool = false, making make: () throws -> Figures
    ) throws -> Figures {
        func moment() throws -> Moment {
            Moment(position: isPast ? nil : try office.ledger.read { try $0.position() }, today: office.today)
        }
        if let known = known(question, at: try moment()) { return known }
        return try making.withLock { _ in
            let moment = try moment()
            if let known = known(question, at: moment) { return known }
            let figures = try make()
            keep(figures, for: question, at: moment)
            return figures
        }
    }

    /// The same within a reading. Of one value either this or the other is used: both wait for each other otherwise.
    func figures(
        for question: Question, in reader: LedgerReader, on today: Day, making make: () throws -> Figures
    ) throws -> Figures {
        let moment = Moment(position: try reader.position(), today: today)
        if let known = known(question, at: moment) { return known }
        return try making.withLock { _ in
            if let known = known(question, at: moment) { return known }
            let figures = try make()
            keep(figures, for: question, at: moment)
            return figures
        }
    }

    private func known(_ question: Question, at moment: Moment) -> Figures? {
        shelf.withLock { $0.moment == moment ? $0.kept[question] : nil }
    }

    private func keep(_ figures: Figures, for question: Question, at moment: Moment) {
        shelf.withLock { shelf in
            if shelf.moment != moment || shelf.kept.count >= Self.most { shelf = Shelf(moment: moment) }
            shelf.kept[question] = figures
        }
    }
}
