import ArgumentParser
import Casework
import Shares

struct TemplateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "template", abstract: "The templates of documents and the clauses that they share.",
        discussion: "Example: concordat template check agreements/process-mou.xhtml",
        subcommands: [List.self, Clauses.self, Check.self])

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the documents that can be written, with their versions.",
            discussion: "Example: concordat template list")

        @OptionGroup var global: GlobalOptions
        @Option(help: "text or json.") var format: PlainFormat = .text

        func run() async throws {
            let lines = try global.officeWithoutDatabase().documentTemplateLines()
            if format != .text { return try lines.printAsJSON() }
            var table = TextTable([
                .init(title: "Template", width: 40), .init(title: "Title", width: 60),
                .init(title: "Version", isNumber: true), .init(title: "Digest"),
            ])
            for line in lines { table.add([line.name, line.title, line.version, String(line.digest.prefix(12))]) }
            Console.line(table.text)
        }
    }

    struct Clauses: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the clause library: titles, versions, and when each applies.",
            discussion: "Example: concordat template clauses")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            var table = TextTable([
                .init(title: "Clause", width: 30), .init(title: "Title", width: 50),
                .init(title: "Version", isNumber: true), .init(title: "Applies to", width: 70),
            ])
            for clause in try global.officeWithoutDatabase().clauses() {
                table.add([clause.name, clause.title, clause.version, clause.applies])
            }
            Console.line(table.text)
        }
    }

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a template or clause, and names each field that no share fills.",
            discussion: """
                The file is checked with the templates and clauses that there are, in the place of the one of its name; a \
                clause stands in a folder “clauses”. Without a file, all are checked. Every fault is told with its line. \
                Ends with 1 where there are errors.

                Example: concordat template check process-mou.xhtml
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The template or clause.") var file: String?
        @Flag(help: "Look at the file alone and not at the register.") var withoutShares = false

        func run() async throws {
            let office = try withoutShares ? global.officeWithoutDatabase() : global.existingOffice()
            let findings = try office.checkTemplate(file, shares: !withoutShares)
            for finding in findings.errors { Console.error(Console.oneLine(finding.description)) }
            for finding in findings.warnings { Console.line(Console.oneLine(finding.description)) }
            guard !findings.hasErrors else { throw Ended(code: Failure.refused) }
            Console.line("Sound. Fields that no share fills: \(findings.warnings.count).")
        }
    }
}
