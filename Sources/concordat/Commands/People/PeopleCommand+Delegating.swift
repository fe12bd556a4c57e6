import ArgumentParser
import Casework
import Shares
import Workflows

extension PeopleCommand {
    struct Delegate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lets one person act for another in some of their roles, from a first day to a last.",
            discussion: """
                The record names both. A delegate may do no more than whoever delegated, and passes nothing on; the \
                segregation of duties binds both.

                Example: concordat people delegate owner deputy --role data-owner --from 2026-08-01 --until 2026-08-21 \
                --reason 'Annual leave' --as owner
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Whose roles they are.") var principal: String
        @Argument(help: "Who is to act.") var delegate: String
        @Option(name: .customLong("role"), parsing: .upToNextOption, help: "One or more roles.") var roles: [String]
        @Option(name: .customLong("from"), help: "The first day. [default: today]") var first: String?
        @Option(name: .customLong("until"), help: "The last day.") var last: String
        @Option(help: "Why.") var reason: String
        @Option(name: .customLong("as"), help: "Who delegates: the person themself, or the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            let delegation = try office.delegate(
                Delegation(
                    number: 0, from: PersonID(principal), to: PersonID(delegate),
                    roles: roles.map { RoleName(rawValue: $0) },
                    first: try first.map { try OptionValue.day($0, of: "--from") } ?? office.today,
                    last: try OptionValue.day(last, of: "--until"), reason: reason), as: PersonID(actor))
            Console.line("Delegation \(delegation.number): \(Console.safe(delegation.inWords)).")
        }
    }

    struct EndDelegation: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Ends a delegation before its last day.",
            discussion: "Example: concordat people end-delegation 3 --last 2026-08-10 --as owner")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Its number, as people show lists it.") var number: Int
        @Option(help: "The last day on which it holds. [default: yesterday]") var last: String?
        @Option(name: .customLong("as"), help: "One of its two people, or the hub.") var actor: String

        func run() async throws {
            let office = try global.office()
            guard var delegation = try office.currentRoster().delegations.first(where: { $0.number == number }) else {
                throw ValidationError("There is no delegation \(number): people show lists those of a person.")
            }
            delegation.last = try last.map { try OptionValue.day($0, of: "--last") } ?? office.today.adding(days: -1)
            try office.change(.delegationEnded(delegation), as: PersonID(actor))
            Console.line("Delegation \(number) ends on \(delegation.last.inWords).")
        }
    }
}

extension Delegation {
    /// `owner → deputy as data-owner, from 1 August 2026 to 21 August 2026`.
    var inWords: String {
        "\(principal) → \(delegate) as \(roles.map(\.rawValue).joined(separator: ", ")), \(daysInWords)"
    }
}
