import ArgumentParser
import Casework
import Interchange
import Shares

struct ReconcileCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "Holds the shares with a partner against the partner's own register.",
        discussion: """
            The partner's side is what it sent as manifests (manifest import), or its register as a file. It says what one \
            side takes for live and the other does not, and field by field what differs. Ends with 1 where anything does.

            Example: concordat reconcile HMRC
            Example: concordat reconcile "Cabinet Office" --register theirs.csv --mapping theirs.json --format csv
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The partner, by its identifier or a name.") var partner: String
    @Option(help: "The partner's register as a file. [default: the manifests that it sent]") var register: String?
    @Option(help: "With --register: a mapping file, where it is not the native CSV.") var mapping: String?
    @Option(help: "text, json or csv.") var format: OutputFormat = .text

    func validate() throws {
        if mapping != nil, register == nil { throw ValidationError("--mapping goes with --register.") }
    }

    func run() async throws {
        let report = try global.existingOffice().reconcile(with: partner, register: register, mapping: mapping)
        for finding in report.findings.all { Console.error(Console.oneLine(finding.description)) }
        switch format {
        case .text: Console.write(Console.safe(ReconciliationPrinting.text(report)))
        case .json: try ReconciliationPrinting.lines(report.reconciliation).printAsJSON()
        case .csv: Console.write(ReconciliationPrinting.csv(report.reconciliation))
        }
        if !report.reconciliation.agrees || !report.findings.isEmpty { throw Ended(code: Failure.refused) }
    }
}
