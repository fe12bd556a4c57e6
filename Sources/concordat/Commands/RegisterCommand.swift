import ArgumentParser
import Casework
import Interchange
import Shares

struct RegisterCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: "The registers that a department keeps or publishes, made of its shares.",
        discussion: "Example: concordat register export public > register.csv", subcommands: [Export.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes a register of all shares that belong in it to standard output.",
            discussion: """
                dea: information sharing agreements under Part 5 of the Digital Economy Act 2017, in the 18 fields of the \
                public register. article-30: the controller's record of processing (UK GDPR Article 30(1)), and article-30-processor \
                the processor's (Article 30(2)); not for publication. catalogue: DCAT 3, for other departments' catalogues to harvest. public: what may be \
                published of every share.

                What is left out, and what the shares in it are wanting, is said on standard error.

                Example: concordat register export dea > agreements.csv
                Example: concordat register export catalogue --format turtle --base https://data.example.gov.uk/shares/
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "dea, article-30, article-30-processor, catalogue or public.") var register: RegisterExport
        @Option(help: "csv, tsv or json; of the catalogue, json-ld or turtle. [default: the first]")
        var format: RegisterExportForm?
        @Option(help: "Of the catalogue: the address that all addresses in it begin with.") var base: String?

        private var form: RegisterExportForm { format ?? (register == .catalogue ? .jsonLD : .csv) }

        func validate() throws {
            guard (register == .catalogue) == [.jsonLD, .turtle].contains(form) else {
                throw ValidationError("The catalogue is written as json-ld or turtle, the others as csv, tsv or json.")
            }
            guard base == nil || register == .catalogue else { throw ValidationError("--base goes with catalogue.") }
            if let base, !base.hasPrefix("https://") { throw ValidationError("--base takes an https address.") }
        }

        func run() async throws {
            let account = try global.existingOffice().exportRegister(register, as: form, base: base) {
                Console.write($0)
            }
            for finding in account.unstated.all { Console.error(Console.oneLine(finding.description)) }
            for (column, shares) in account.gaps {
                let first = shares.prefix(3).map(\.rawValue).joined(separator: ", ")
                Console.message(
                    "“\(column)” is empty for \(shares.count) shares: \(first)\(shares.count > 3 ? ", …" : ".")")
            }
            for omission in Omission.allCases {
                guard let count = account.omitted[omission] else { continue }
                Console.message("Not in it: \(count) \(omission.rawValue).")
            }
            Console.message("\(account.written) shares")
            if !account.unstated.isEmpty { throw Ended(code: Failure.refused) }
        }
    }
}

extension RegisterExport: ExpressibleByArgument {}
extension RegisterExportForm: ExpressibleByArgument {}
