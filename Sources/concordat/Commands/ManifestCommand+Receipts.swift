import ArgumentParser
import Casework
import Interchange
import Shares

extension ManifestCommand {
    struct Acknowledge: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Records that a partner has a manifest that was issued here.",
            discussion: """
                The file is the one that the partner has: its digest goes into the record. A person of the partner's \
                acknowledges for their own organisation; the hub says for which, and how it is known.

                Example: concordat manifest acknowledge received/DS-1 --as hmrc
                Example: concordat manifest acknowledge received/DS-1/manifest.xml --for HMRC --evidence "Mail of 3 April" --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The manifest, XML or JSON, or the folder of a bundle.") var file: String
        @Option(name: .customLong("as"), help: "Who acknowledges it.") var person: String
        @Option(name: .customLong("for"), help: "As the hub: the party, by its identifier or a name.")
        var organisation: String?
        @Option(help: "As the hub: how it is known that the party has it.") var evidence: String?

        func run() async throws {
            let receipt = try await global.existingOffice().acknowledgeManifest(
                at: file, for: organisation, evidence: evidence, as: PersonID(person))
            Console.line(
                "\(receipt.organisation) has version \(receipt.version) of the manifest of \(receipt.share), digest \(receipt.digest)."
            )
        }
    }

    struct Receipts: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says who has acknowledged the manifests that were last issued, and who has not.",
            discussion: """
                A signed export issues a manifest where it states something new. How long a party has is \
                acknowledgeWithin in department.json, in working days.

                Example: concordat manifest receipts --overdue
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The reference of a share. [default: all]") var reference: String?
        @Flag(help: "Only those that are overdue; ends with 1 where there are any.") var overdue = false
        @Option(help: "text, json or csv.") var format: OutputFormat = .text

        func run() async throws {
            let wanted = reference.map { ShareReference(TermsReader.normalised($0)) }
            let lines = try global.existingOffice().receipts(of: wanted).filter { !overdue || $0.isOverdue }
            switch format {
            case .json: try lines.printAsJSON()
            case .csv:
                Console.write(
                    lines.reduce(
                        into: CSVWriter.line([
                            "share", "version", "issued", "organisation", "acknowledged", "by", "digest",
                            "working_days_waiting", "overdue",
                        ])
                    ) {
                        $0 += CSVWriter.line([
                            $1.share, String($1.version), $1.issued.description, $1.organisation,
                            $1.acknowledged?.description ?? "", $1.by ?? "", $1.digest ?? "",
                            $1.waiting.map(String.init) ?? "", $1.isOverdue ? "yes" : "no",
                        ])
                    })
            case .text:
                var table = TextTable([
                    .init(title: "Share", width: 24), .init(title: "Version", isNumber: true), .init(title: "Issued"),
                    .init(title: "Party", width: 40), .init(title: "Acknowledged", width: 60),
                ])
                for line in lines {
                    table.add([
                        line.share, String(line.version), line.issued.description, line.organisation, line.inWords,
                    ])
                }
                Console.write(table.text + "\n")
                Console.message("\(lines.count) receipts asked for, \(lines.count { $0.acknowledged != nil }) given")
            }
            if overdue, !lines.isEmpty { throw Ended(code: Failure.refused) }
        }
    }
}

extension ReceiptLine {
    /// `2026-04-07 by hmrc`, or how long it has been waited for.
    fileprivate var inWords: String {
        if let acknowledged, let by { return "\(acknowledged) by \(by)" }
        return "no: \(waiting ?? 0) working days" + (isOverdue ? ", overdue" : "")
    }
}
