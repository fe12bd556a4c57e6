import Casework
import Shares

/// What changes in a share, for people at a terminal.
enum ChangesPrinting {
    static func print(_ account: ChangesAccount) {
        if !account.underWay.isEmpty {
            Console.line("The amendment under way changes:")
            print(account.underWay, indent: 2)
            let sensitive = account.itemsAdded.filter { $0.specialCategory != nil || $0.isCriminalOffenceData }
            for item in sensitive { line("  It brings in \(item.inWords).") }
        }
        for (place, round) in account.rounds.enumerated() {
            if place > 0 || !account.underWay.isEmpty { Console.line("") }
            print(round)
        }
        if account.rounds.isEmpty { Console.line("Nothing was put forward here.") }
    }

    private static func print(_ round: TermsRound) {
        let name = round.kind == .request ? "Request" : "Amendment \(round.number)"
        let reason = round.reason.map { ": \($0)" } ?? ""
        line("\(name), begun on \(round.begunAt.day.inWords) by \(round.begunBy)\(reason)")
        for decision in round.decisions { line("  \(decision.inWords)") }
        for submission in round.submissions {
            line("  Submission \(submission.number), on \(submission.at.day.inWords) by \(submission.by)")
            print(submission.changes, indent: 4)
            if !submission.sinceLast.isEmpty {
                Console.line("    since submission \(submission.number - 1):")
                print(submission.sinceLast, indent: 6)
            }
            for decision in submission.decisions { line("    \(decision.inWords)") }
        }
        if !round.isOver { Console.line("  under way") }
    }

    static func print(_ changes: [TermsChange], indent: Int) {
        let margin = String(repeating: " ", count: indent)
        for change in changes { line("\(margin)\(change.field.label): \(change.inWords)") }
    }

    private static func line(_ text: String) { Console.line(Console.safe(text)) }
}

/// The same for programs.
struct PrintedChanges: Encodable {
    struct Change: Encodable {
        var field: String
        var label: String
        var from: String
        var to: String
        var added: [String]
        var removed: [String]

        init(_ change: TermsChange) {
            field = change.field.rawValue
            label = change.field.label
            from = change.from
            to = change.to
            added = change.added
            removed = change.removed
        }
    }

    var underWay: [Change]
    var rounds: [TermsRound]

    init(_ account: ChangesAccount) {
        underWay = account.underWay.map(Change.init)
        rounds = account.rounds
    }
}
