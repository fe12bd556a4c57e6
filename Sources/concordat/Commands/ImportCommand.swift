import ArgumentParser
import Casework
import Foundation
import Shares

struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Loads a register: idempotent, all or nothing unless told otherwise.",
        discussion: """
            Errors keep a row out, warnings come in with it; each names its row and column. A later file that changes a \
            row corrects the share; a share that it leaves out is untouched.

            Example: concordat import register.csv --dry-run
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The register file.") var file: String
    @Option(help: "A mapping file, for a register that is not the native CSV.") var mapping: String?
    @Flag(help: "Tell what would happen, and write nothing.") var dryRun = false
    @Flag(help: "Load the sound rows although others have errors.") var skipInvalid = false
    @Option(help: "Write the rows that were kept out to this CSV file, each with its errors.") var rejects: String?
    @Option(help: "With --dry-run: write what would change to this CSV file, new shares and each field that differs.")
    var changes: String?
    @Option(name: .customLong("as"), help: "The person of the hub who imports.") var person: String?
    @Flag(help: "Print every warning, not only how many there are of each kind.") var verbose = false
    @Option(help: "text, or all findings as json or csv.") var format: OutputFormat = .text

    func validate() throws {
        if rejects != nil && !skipInvalid { throw ValidationError("--rejects goes with --skip-invalid.") }
        if changes != nil && !dryRun { throw ValidationError("--changes goes with --dry-run.") }
        if rejects != nil && dryRun { throw ValidationError("--dry-run writes nothing, so it goes without --rejects.") }
    }

    func run() async throws {
        let bar = ProgressBar("Reading \(URL(fileURLWithPath: file).lastPathComponent)")
        let request = ImportRequest(
            file: file, mapping: mapping, isDryRun: dryRun, skipsInvalid: skipInvalid,
            actor: person.map { PersonID($0) })
        do {
            if let rejects {
                try OutputFile.check(rejects, sparing: global.databaseFiles + [file] + (mapping.map { [$0] } ?? []))
            }
            if let changes {
                try OutputFile.check(changes, sparing: global.databaseFiles + [file] + (mapping.map { [$0] } ?? []))
            }
            // What is only tried makes no database either.
            let isNew = !FileManager.default.fileExists(atPath: global.databaseFile)
            let office = dryRun && isNew ? try global.officeWithoutDatabase() : try global.office()
            let report = try office.importRegister(request) { bar.show($0, of: $1) }
            bar.end()
            if let rejects {
                try OutputFile.write(Array(report.rejectsCSV.utf8), to: rejects)
            }
            if let changes { try OutputFile.write(Array(report.changesCSV.utf8), to: changes) }
            try show(report)
        } catch let refused as RefusedImport {
            bar.end()
            try show(refused.report, refused: true)
            throw Ended(code: Failure.badInput)
        }
    }

    private func show(_ report: ImportReport, refused: Bool = false) throws {
        switch format {
        case .json: try ImportPrinting.Printed(report, refused: refused).printAsJSON()
        case .csv: Console.write(ImportPrinting.csv(report.findings))
        case .text: ImportPrinting.printText(report, refused: refused, verbose: verbose)
        }
    }
}
