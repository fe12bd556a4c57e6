import ArgumentParser
import Casework
import Interchange
import Shares

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Checks whether a share's terms agree with the law and with themselves.",
        discussion: """
            An error cannot be agreed to as it stands; a warning is for a person to judge. Ends with 1 where there are errors.

            Example: concordat check DS-2026-AB12CD --format csv
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text, json or csv.") var format: OutputFormat = .text

    func run() async throws {
        let findings = try global.existingOffice().check(ShareReference(TermsReader.normalised(reference)))
        switch format {
        case .text:
            for finding in findings { Console.line(Console.oneLine(finding.description)) }
            Console.message("\(findings.count) findings")
        case .json: try findings.map(PrintedFinding.init).printAsJSON()
        case .csv:
            Console.write(
                findings.map(PrintedFinding.init).reduce(
                    into: CSVWriter.line(["severity", "field", "rule", "message"])
                ) {
                    $0 += CSVWriter.line([$1.severity, $1.field, $1.rule, $1.message])
                })
        }
        if findings.contains(where: { $0.severity == .error }) { throw Ended(code: Failure.refused) }
    }
}

/// A finding on a share for programs.
struct PrintedFinding: Encodable {
    var severity: String
    var field: String
    var rule: String
    var message: String

    init(_ finding: Finding) {
        severity = finding.severity.rawValue
        field = if case .field(let name) = finding.place { name } else { "" }
        rule = finding.rule
        message = finding.message
    }
}
