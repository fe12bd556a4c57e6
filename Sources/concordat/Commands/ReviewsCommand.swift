import ArgumentParser
import Casework
import Interchange
import Ledger
import Shares

struct ReviewsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reviews", abstract: "Levels the load of reviews over the months.",
        discussion: "Example: concordat reviews plan --max 40 --format json > plan.json",
        subcommands: [Plan.self, Apply.self])

    struct Plan: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Proposes review dates so that no month holds too many; changes nothing.",
            discussion: """
                High risk is placed first, so that low risk moves first; no review moves to a later month than its \
                interval allows. What is overdue is spread over the room that is left.

                Example: concordat reviews plan --max 40 --where spoke=disability
                """)

        @OptionGroup var global: GlobalOptions
        @Option(name: .customLong("max"), help: "The most reviews that a month may hold.") var most: Int
        @Option(help: "How many months are planned, this one the first.") var months: Int = 12
        @Option(name: .customLong("where"), parsing: .upToNextOption, help: "Conditions, all of which must hold.")
        var conditions: [String] = []
        @Option(help: "text, csv of the moves, or json for reviews apply.") var format: OutputFormat = .text

        func validate() throws {
            guard (1...1_000_000).contains(most) else { throw ValidationError("--max takes a number from 1.") }
            guard (1...120).contains(months) else { throw ValidationError("--months takes a number from 1 to 120.") }
            for condition in conditions where ShareFilter(condition) == nil {
                throw ValidationError("“\(condition)” is not a condition such as stage=live.")
            }
        }

        func run() async throws {
            let filters = conditions.compactMap { ShareFilter($0) }
            let plan = try global.office().planReviews(most: most, months: months, where: filters)
            switch format {
            case .json: try plan.printAsJSON()
            case .csv:
                var text = CSVWriter.line(["share", "version", "from", "to", "why"])
                for move in plan.moves {
                    text += CSVWriter.line([
                        move.share.rawValue, String(move.version), move.from.description, move.to.description,
                        move.why,
                    ])
                }
                Console.write(text)
            case .text: printText(plan)
            }
        }

        private func printText(_ plan: ReviewPlan) {
            var load = TextTable([.init(title: "Month"), .init(title: "Before"), .init(title: "After")])
            for month in plan.months {
                load.add([String(month.first.description.prefix(7)), String(month.before), String(month.after)])
            }
            var moves = TextTable([
                .init(title: "Share", width: 24), .init(title: "From"), .init(title: "To"),
                .init(title: "Why", width: 90),
            ])
            for move in plan.moves {
                moves.add([move.share.rawValue, move.from.description, move.to.description, move.why])
            }
            Console.write(load.text + "\n\n" + moves.text + "\n")
            for unplaced in plan.unplaced {
                Console.message("\(unplaced.share), \(unplaced.date), stays: \(unplaced.why)")
            }
            Console.message("\(plan.moves.count) reviews would move, \(plan.unplaced.count) find no place.")
        }
    }

    struct Apply: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets the dates of a plan that was approved, each on the record.",
            discussion: """
                A share that has changed since the plan was made is refused; the others are done. Exit code 1 where any \
                was refused.

                Example: concordat reviews apply plan.json --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "What reviews plan --format json printed.") var plan: String
        @Option(name: .customLong("as"), help: "Who approves it.") var actor: String
        @Option(help: "Why the plan was approved, beside why it moves each review.") var reason: String?

        func run() async throws {
            let office = try global.office()
            let results = try office.apply(try office.reviewPlan(in: plan), because: reason, as: PersonID(actor))
            for result in results {
                let outcome =
                    result.refusal.map { "refused: " + $0.reasons.map(\.says).joined(separator: " ") }
                    ?? "\(result.move.from) → \(result.move.to)"
                Console.line("\(result.move.share): \(outcome)")
            }
            let refused = results.filter { $0.refusal != nil }.count
            Console.message("\(results.count - refused) dates set, \(refused) refused.")
            if refused > 0 { throw Ended(code: Failure.refused) }
        }
    }
}
