import ArgumentParser
import Casework
import Interchange
import Shares

extension ManifestCommand {
    struct Mirrors: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the partners' shares that are mirrored here, as their last manifests state them.",
            discussion: "Example: concordat manifest mirrors HMRC")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "A partner, by its identifier or a name. [default: all]") var partner: String?
        @Option(help: "text, json or csv.") var format: OutputFormat = .text

        func run() async throws {
            let mirrors = try global.existingOffice().mirrors(of: partner)
            switch format {
            case .json: try mirrors.printAsJSON()
            case .csv:
                Console.write(
                    mirrors.reduce(
                        into: CSVWriter.line([
                            "issuer", "reference", "version", "title", "status", "issued", "received", "digest",
                            "signer",
                        ])
                    ) {
                        $0 += CSVWriter.line([
                            $1.issuer, $1.reference, String($1.version), $1.title, $1.status, $1.issued.description,
                            $1.received.description, $1.digest, $1.signer,
                        ])
                    })
            case .text:
                var table = TextTable([
                    .init(title: "Issuer", width: 36), .init(title: "Reference", width: 24),
                    .init(title: "Version", isNumber: true), .init(title: "Title", width: 44), .init(title: "Status"),
                    .init(title: "Issued"), .init(title: "Received"),
                ])
                for mirror in mirrors {
                    table.add([
                        mirror.issuer, mirror.reference, String(mirror.version), mirror.title, mirror.status,
                        mirror.issued.description, mirror.received.description,
                    ])
                }
                Console.write(table.text + "\n")
                Console.message("\(mirrors.count) mirrors")
            }
        }
    }
}
