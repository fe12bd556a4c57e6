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
            The score is the chance that the finding is right.

            Example: concordat redundancy --format csv --min-score 0.8 > redundancy.csv
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "text, json or csv.") var format: OutputFormat = .text
    @Option(help: "Only findings of at least this score, 0 to 1. [default: where right outweighs wrong]") var minScore:
        Double?
    @Option(help: "Measure the findings against a CSV file of the true ones: share_a,share_b,kind.") var truth: String?

    func validate() throws {
        if let minScore, !(0...1).contains(minScore) { throw ValidationError("--min-score takes 0 to 1.") }
    }

    func run() async throws {
        let office = try global.existingOffice()
        if let truth {
            return RedundancyPrinting.print(try office.measureRedundancy(against: truth, minimumScore: minScore))
        }
        let findings = try office.redundancy(minimumScore: minScore)
        switch format {
        case .text: RedundancyPrinting.print(findings)
        case .csv: Console.write(RedundancyPrinting.csv(findings))
        case .json: try findings.map(RedundancyPrinting.Printed.init).printAsJSON()
        }
    }
}
