import ArgumentParser
import Casework
import Interchange
import Shares

struct ManifestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Machine-readable statements of shares, for partners.",
        discussion: "Example: concordat manifest export --all --to out/manifests",
        subcommands: [Export.self, Verify.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes manifest.json and manifest.xml of shares, each checked against its schema first.",
            discussion: "Example: concordat manifest export DWP-DS-00123 --to out/manifests")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "References of shares.") var references: [String] = []
        @Flag(help: "Every share.") var all = false
        @Option(help: "The folder to write to.") var to: String

        func validate() throws {
            guard all != !references.isEmpty else { throw ValidationError("Give references, or --all.") }
        }

        func run() async throws {
            let bar = ProgressBar("Writing manifests")
            let wanted = all ? nil : references.map { ShareReference(TermsReader.normalised($0)) }
            let export = try global.existingOffice().exportManifests(of: wanted, to: to) { bar.show($0, of: $1) }
            bar.end()
            for (_, findings) in export.left {
                for finding in findings.all { Console.error(Console.safe(finding.description)) }
            }
            Console.line(
                "\(export.written) manifests in JSON and XML are in \(to); \(export.left.count) shares have none.")
            if !export.left.isEmpty { throw Ended(code: Failure.refused) }
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a manifest, XML or JSON, against its schema and its digest.",
            discussion: "Example: concordat manifest verify manifest.xml")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The manifest.") var file: String

        func run() async throws {
            let manifest = try global.officeWithoutDatabase().verifyManifest(file)
            Console.line(
                "\(file): a sound manifest of \(Console.safe(manifest.reference.rawValue)), version \(manifest.version), not signed."
            )
        }
    }
}
