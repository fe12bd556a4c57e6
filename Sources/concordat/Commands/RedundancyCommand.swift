import ArgumentParser
import Casework
import Foundation
import Interchange
import Redundancy
import Shares

struct RedundancyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "redundancy", abstract: "Finds redundant shares and explains each finding.",
        discussion: """
            The score is the chance that the finding is right. Without a subcommand it finds: --format text, json or csv; \
            --min-score 0 to 1; --truth FILE measures the findings against the true ones; --decided shows what is left out \
            because a board has decided about it.

            Example: concordat redundancy --format csv --min-score 0.8 > redundancy.csv
            """,
        subcommands: [Find.self, Clusters.self, Decide.self, Decisions.self, Patterns.self, Words.self],
        defaultSubcommand: Find.self)

    struct Find: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Finds redundant shares and explains each finding.",
            discussion: """
                The score is the chance that the finding is right.

                Example: concordat redundancy find --format csv --min-score 0.8 > redundancy.csv
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "text, json or csv.") var format: OutputFormat = .text
        @Option(help: "Only findings of at least this score, 0 to 1. [default: where right outweighs wrong]")
        var minScore: Double?
        @Option(help: "Measure the findings against a CSV file of the true ones: share_a,share_b,kind.") var truth:
            String?
        @Flag(help: "Show what is left out because a board has decided about it, and why.") var decided = false

        func validate() throws {
            try Scores.check(minScore)
            if truth != nil, format == .csv { throw ValidationError("--truth is told as text or JSON.") }
        }

        func run() async throws {
            let office = try global.existingOffice()
            if let truth {
                let measured = try office.measureRedundancy(against: truth, minimumScore: minScore)
                guard format == .json else { return RedundancyPrinting.print(measured) }
                return try RedundancyPrinting.PrintedMeasurement(measured).printAsJSON()
            }
            if decided { return try printLeftOut(try office.redundancyLeftOut(minimumScore: minScore)) }
            let findings = try office.redundancy(minimumScore: minScore)
            switch format {
            case .text: RedundancyPrinting.print(findings)
            case .csv: Console.write(RedundancyPrinting.csv(findings))
            case .json: try findings.map(RedundancyPrinting.Printed.init).printAsJSON()
            }
        }

        private func printLeftOut(_ findings: [LeftOutFinding]) throws {
            switch format {
            case .text: DecisionPrinting.print(findings)
            case .csv: Console.write(DecisionPrinting.csv(findings))
            case .json: try findings.map(DecisionPrinting.PrintedLeftOut.init).printAsJSON()
            }
        }
    }

    struct Clusters: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Groups redundant shares, each group with the share that should survive and why.",
            discussion: """
                A group is held together by its findings, overlaps aside; what the survivor would have to carry as well \
                is named. Nothing is changed.

                Example: concordat redundancy clusters --format csv > clusters.csv
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "text, json or csv.") var format: OutputFormat = .text
        @Option(help: "Only findings of at least this score, 0 to 1.") var minScore: Double?

        func validate() throws { try Scores.check(minScore) }

        func run() async throws {
            let proposal = try global.existingOffice().redundancyClusters(minimumScore: minScore)
            let rows = proposal.clusters.map(RedundancyPrinting.PrintedCluster.init)
            switch format {
            case .text: RedundancyPrinting.print(proposal)
            case .csv: Console.write(RedundancyPrinting.csv(rows))
            case .json: try rows.printAsJSON()
            }
        }
    }

    struct Patterns: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows shapes of the portfolio that are no redundancy and worth a board's look.",
            discussion: """
                One template for many recipients (an umbrella agreement could stand for them), data that goes to a body and \
                back, one flow over a legacy and a strategic channel, and shares past their end that still flow.

                Example: concordat redundancy patterns --format csv > patterns.csv
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "text, json or csv.") var format: OutputFormat = .text

        func run() async throws {
            let rows = try global.existingOffice().redundancyPatterns().map(RedundancyPrinting.PrintedPattern.init)
            switch format {
            case .text: RedundancyPrinting.print(rows)
            case .csv: Console.write(RedundancyPrinting.csv(rows))
            case .json: try rows.printAsJSON()
            }
        }
    }

    struct Words: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "vocabulary",
            abstract: "Lists the names that were not recognised, the most frequent first, and what they may mean.",
            discussion: """
                What a name may mean is what the register itself shows: in shares that are the same in all else, names left \
                over that pair one to one. Confirm a name by adding it to the department's reference data.

                Example: concordat redundancy vocabulary --format csv > vocabulary.csv
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "text, json or csv.") var format: OutputFormat = .text

        func run() async throws {
            let vocabulary = try global.existingOffice().redundancyVocabulary()
            let rows = RedundancyPrinting.PrintedName.all(vocabulary)
            switch format {
            case .text: RedundancyPrinting.print(rows)
            case .csv: Console.write(RedundancyPrinting.csv(rows))
            case .json: try rows.printAsJSON()
            }
        }
    }

    /// What may be asked of scores.
    enum Scores {
        static func check(_ score: Double?) throws {
            if let score, !(0...1).contains(score) { throw ValidationError("--min-score takes 0 to 1.") }
        }
    }
}
