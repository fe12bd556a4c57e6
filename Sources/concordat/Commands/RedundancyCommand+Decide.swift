import ArgumentParser
import Casework
import Foundation
import Shares

extension RedundancyCommand {
    struct Decide: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Records what a board decided about redundant shares, and begins the casework of a consolidation.",
            discussion: """
                WHAT is the reference of a cluster, as redundancy clusters names it, or the references of two or more \
                shares. consolidate begins an amendment of the survivor with what it has to take over, and proposes to \
                retire the others as superseded by it; keep and not-the-same leave them out of what is found until the \
                facts of one change. For the governance board and the hub. --preview writes nothing and says what would \
                become of each share; the exit code is 1 where one would refuse, which keeps all of it from being done.

                Example: concordat redundancy decide C-7K2M9QXA --as board --verdict consolidate --reason 'One feed is enough' --preview
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The cluster, or two or more shares.") var what: [String]
        @Option(name: .customLong("as"), help: "The person who decides.") var person: String
        @Option(help: "consolidate, keep or not-the-same.") var verdict: RedundancyVerdict
        @Option(help: "Why, kept in the record.") var reason: String
        @Option(help: "The share that takes over. [default: the one that is proposed]") var survivor: String?
        @Option(name: .customLong("at"), help: "The day of the decision, today or before: 2026-04-01.") var day: String?
        @Flag(help: "Say what would come of it, and write nothing.") var preview = false
        @Flag(help: "Consolidate although the shares are not found redundant, or others rest on one that goes.")
        var insist = false
        @Option(help: "The --min-score with which the cluster was found.") var minScore: Double?
        @Option(help: "The position that the preview named: refuse where a share has changed since.") var seen: Int?

        func validate() throws {
            if let day, Day(iso: day) == nil { throw ValidationError("--at takes a day such as 2026-04-01.") }
            try Scores.check(minScore)
            if preview, seen != nil { throw ValidationError("--seen is for the decision that follows a preview.") }
        }

        func run() async throws {
            let target: ConsolidationOrder.Target =
                what.count == 1
                ? .cluster(what[0]) : .shares(what.map { ShareReference(TermsReader.normalised($0)) })
            let order = ConsolidationOrder(
                target, verdict, reason: reason, survivor: survivor.map { ShareReference(TermsReader.normalised($0)) },
                on: day.flatMap { Day(iso: $0) }, seen: seen, leastScore: minScore, insists: insist)
            let office = try global.existingOffice()
            let outcome =
                preview
                ? try office.previewConsolidation(order, as: PersonID(person))
                : try office.decideConsolidation(order, as: PersonID(person))
            DecisionPrinting.print(outcome, isPreview: preview)
            if outcome.refused > 0 { throw Ended(code: Failure.refused) }
        }
    }

    struct Decisions: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists what was decided about redundant shares, how far the casework is, and what is overdue.",
            discussion: """
                The newest first. Of each share of a consolidation it says whether it was amended or retired, and whether \
                what was retired names the survivor as its successor.

                Example: concordat redundancy decisions --format csv > decisions.csv
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "text, json or csv.") var format: OutputFormat = .text

        func run() async throws {
            let decisions = try global.existingOffice().redundancyDecisions()
            switch format {
            case .text: DecisionPrinting.print(decisions)
            case .csv: Console.write(DecisionPrinting.csv(decisions))
            case .json: try decisions.map(DecisionPrinting.Printed.init).printAsJSON()
            }
        }
    }
}

extension RedundancyVerdict: ExpressibleByArgument {}
