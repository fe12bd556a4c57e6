import ArgumentParser
import Casework
import Shares
import Workflows

extension PeopleCommand {
    struct Absent: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records somebody's leave: their shares need a delegate meanwhile.",
            discussion: "Example: concordat people absent owner --from 2026-08-01 --until 2026-08-21 --as owner")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Option(name: .customLong("from"), help: "The first day. [default: today]") var first: String?
        @Option(name: .customLong("until"), help: "The last day.") var last: String
        @Option(name: .customLong("as"), help: "The person themself, or the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            let absence = Absence(
                PersonID(id), from: try first.map { try OptionValue.day($0, of: "--from") } ?? office.today,
                to: try OptionValue.day(last, of: "--until"))
            try office.change(.absent(absence), as: PersonID(actor))
            Console.line("\(Console.safe(id)) is on leave \(absence.days.inWords).")
        }
    }

    struct Left: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records somebody's last day: they may do nothing after it, and their shares are orphans.",
            discussion: """
                people hand-over does this and gives what they hold to somebody else, in one act.

                Example: concordat people left owner --last 2026-09-30 --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Option(help: "The last day. [default: today]") var last: String?
        @Option(name: .customLong("as"), help: "Somebody of the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            let last = try last.map { try OptionValue.day($0, of: "--last") } ?? office.today
            try office.change(.left(RosterChange.Departure(PersonID(id), last: last)), as: PersonID(actor))
            Console.line("The last day of \(Console.safe(id)) is \(last.inWords).")
            let holdings = try office.holdings(of: PersonID(id), as: PersonID(actor))
            guard !holdings.isEmpty else { return }
            Console.line("\(Console.safe(id)) \(holdings.inWords): concordat people hand-over gives them to another.")
            for share in holdings.underWay {
                Console.line("  \(share.reference)  \(share.stage.label)  \(Console.safe(share.title))")
            }
        }
    }

    struct Return: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that somebody is back from leave, or was taken on again.",
            discussion: "Example: concordat people return owner --on 2026-08-18 --as owner")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Option(help: "The first day. [default: today]") var on: String?
        @Option(name: .customLong("as"), help: "The person themself after leave, or the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            let first = try on.map { try OptionValue.day($0, of: "--on") } ?? office.today
            try office.change(.returned(RosterChange.Return(PersonID(id), first: first)), as: PersonID(actor))
            Console.line("\(Console.safe(id)) is back on \(first.inWords).")
        }
    }

    struct HandOver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Gives everything that one person owns or requested to another, in one act.",
            discussion: """
                All of it or nothing: where a share cannot be given, each reason is said. With --leaving it also records \
                the last day, and ends delegations with it.

                Example: concordat people hand-over owner owner-disability --reason 'New post' --leaving 2026-09-30 \
                --as hub --preview
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Who hands over.") var from: String
        @Argument(help: "Who takes over.") var to: String
        @Option(help: "The reason, kept in the record of each share.") var reason: String
        @Option(help: "The last day of whoever hands over, where they leave.") var leaving: String?
        @Option(name: .customLong("as"), help: "Somebody of the hub.") var actor: String
        @Flag(help: "Say what would be given, and write nothing.") var preview = false

        func run() async throws {
            let result = try global.office().handOver(
                HandOverRequest(
                    from: PersonID(from), to: PersonID(to), reason: reason,
                    leaving: try leaving.map { try OptionValue.day($0, of: "--leaving") }, isPreview: preview),
                as: PersonID(actor))
            for given in result.given {
                let what = given.command == "appoint-owner" ? "data owner" : "requester"
                Console.line("\(Console.safe(given.reference.rawValue)) “\(Console.safe(given.title))”: \(what)")
            }
            for delegation in result.ended {
                Console.line("Delegation \(delegation.number) ends: \(Console.safe(delegation.inWords))")
            }
            for signOff in result.lapsed { Console.line("Counts no more: \(Console.safe(signOff))") }
            for condition in result.passed { Console.line("Goes over: \(Console.safe(condition))") }
            for condition in result.conditions { Console.line("To look at: \(Console.safe(condition))") }
            let did = preview ? "would go" : "went"
            Console.line("\(result.given.count) \(did) from \(Console.safe(from)) to \(Console.safe(to)).")
        }
    }
}
