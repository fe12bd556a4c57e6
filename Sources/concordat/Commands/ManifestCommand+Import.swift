import ArgumentParser
import Casework
import Interchange
import Shares

extension ManifestCommand {
    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes in manifests that partners sent: each becomes the mirror of the partner's share.",
            discussion: """
                Every one is verified first: form, digest, signature, certificate, issuer, and that it follows what came before. \
                Where anything is wrong with any of them, nothing is written. Mirrors are kept apart from the shares of this \
                register; “reconcile” compares them.

                Example: concordat manifest import from-hmrc/* --trust authority.pem --trust revoked.pem
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Manifests, XML or JSON, or folders of bundles.") var files: [String]
        @Option(help: "A PEM file of authorities or revocation lists; may be repeated. [default: Templates/trust]")
        var trust: [String] = []
        @Option(name: .customLong("as"), help: "The person of the hub who imports.") var person: String?

        func run() async throws {
            let office = try global.office()
            do {
                let imported = try await office.importManifests(
                    at: files, trust: trust, as: person.map { PersonID($0) }
                ) { Console.error(Console.safe($0.description)) }
                for one in imported {
                    Console.line(
                        "\(one.issuer.name): \(one.reference), version \(one.version): \(one.outcome.rawValue).")
                }
            } catch let findings as Findings {
                for finding in findings.all { Console.error(Console.oneLine(finding.description)) }
                Console.line("Nothing was written.")
                throw Ended(code: Failure.badInput)
            }
        }
    }
}
