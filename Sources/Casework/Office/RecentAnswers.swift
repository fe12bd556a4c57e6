import Ledger
import Shares
import Synchronization

/// What was told of single shares lately, for whoever asks the same before anything has happened to the register.
///
/// The same question has the same answer while the ledger stands where it stood and the day is the same.
final class RecentAnswers<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
    /// More than all shares of a department; an answer is some kilobytes.
    private static var most: Int { 2048 }

    private struct Moment: Equatable {
        var position: LedgerPosition
        var today: Day
    }

    private struct Shelf {
        var moment: Moment?
        var kept: [Question: Answer] = [:]
    }

    private let shelf = Mutex(Shelf())

    func answer(
        to question: Question, in reader: LedgerReader, on today: Day, making make: () throws -> Answer
    ) throws -> Answer {
        let moment = Moment(position: try reader.position(), today: today)
        if let known = shelf.withLock({ $0.moment == moment ? $0.kept[question] : nil }) { return known }
        let answer = try make()
        shelf.withLock { shelf in
            if shelf.moment != moment || shelf.kept.count >= Self.most { shelf = Shelf(moment: moment) }
            shelf.kept[question] = answer
        }
        return answer
    }
}
