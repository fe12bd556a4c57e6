import ArgumentParser
import Casework
import Shares
import Signatures

struct KeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "Keys and certificates that manifests are signed with.",
        discussion: """
            For trying the exchange out, or where partners agree on an authority between them. A department with a \
            certification authority of its own uses that: any X.509 certificate with a P-256 key whose alternative name is \
            the URI https://concordat.example/ns/2026/organisation/IDENTIFIER will do.

            Example: concordat keys authority --to authority --name "DWP test authority"
            """,
        subcommands: [Authority.self, Issue.self, Rotate.self, Revoke.self, List.self])

    struct Authority: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a test authority: authority.key, authority.pem and an empty list of revocations.",
            discussion: "Example: concordat keys authority --to authority --name \"DWP test authority\"")

        @OptionGroup var global: GlobalOptions
        @Option(help: "The folder to make it in.") var to: String
        @Option(help: "What it is called.") var name = "Concordat test authority"
        @Option(help: "How many years it lasts.") var years = 10

        func validate() throws {
            guard (1...30).contains(years) else { throw ValidationError("--years takes 1 to 30.") }
        }

        func run() async throws {
            let folder = AuthorityFolder(to)
            let made = try folder.make(
                named: name, at: try global.officeWithoutDatabase().surroundings.now(), years: years)
            Console.line("\(Console.safe(made.subject)) is good until \(made.notAfter.day).")
            Console.line(
                "Give partners \(folder.certificateFile) and \(folder.revocationsFile); keep authority.key to yourself."
            )
        }
    }

    /// Whom a certificate is for, and for how long.
    struct Wish: ParsableArguments {
        @Option(help: "The folder of the test authority.") var authority: String
        @Option(
            help: "Identifier in reference/organisations.json. [default: the department of Templates/department.json]")
        var organisation: String?
        @Option(help: "How many days the certificate lasts.") var days = 365

        func validate() throws {
            guard (1...3_650).contains(days) else { throw ValidationError("--days takes 1 to 3650.") }
        }

        func issue(to folder: String, replacing: Bool, _ office: Office) throws -> SigningCertificate {
            try AuthorityFolder(authority).issue(
                to: office.organisation(organisation), folder: folder, at: office.surroundings.now(), days: days,
                replacing: replacing)
        }
    }

    struct Issue: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a signing key and a certificate for it: signing.key and signing.pem.",
            discussion: "Example: concordat keys issue --authority authority --to keys")

        @OptionGroup var global: GlobalOptions
        @OptionGroup var wish: Wish
        @Option(help: "The folder to write them to.") var to: String

        func run() async throws {
            let made = try wish.issue(to: to, replacing: false, try global.officeWithoutDatabase())
            Console.line(
                "Certificate \(made.serial) for \(Console.safe(made.subject)), good until \(made.notAfter.day).")
        }
    }

    struct Rotate: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts a new key and certificate in the place of the present ones.",
            discussion: """
                What was signed before stays good: the earlier certificate is valid until it ends or is revoked.

                Example: concordat keys rotate --authority authority --keys keys
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var wish: Wish
        @Option(help: "The folder with signing.key and signing.pem.") var keys: String

        func run() async throws {
            let before = try SigningKeys.signatory(folder: keys, environment: [:])
            let made = try wish.issue(to: keys, replacing: true, try global.officeWithoutDatabase())
            Console.line(
                "Certificate \(made.serial) for \(Console.safe(made.subject)), good until \(made.notAfter.day).")
            if let before {
                Console.line("In the place of \(before.certificate.serial), which is not revoked by this.")
            }
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes a certificate back and signs a new list of revocations.",
            discussion: "Example: concordat keys revoke 3F2A… --authority authority --reason key-compromise")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The serial number, as “keys list” prints it.") var serial: String
        @Option(help: "The folder of the test authority.") var authority: String
        @Option(help: "unspecified, key-compromise, affiliation-changed, superseded or cessation-of-operation.")
        var reason = "unspecified"

        func run() async throws {
            guard let reason = RevocationList.Reason.allCases.first(where: { $0.name == reason }) else {
                throw ValidationError(
                    "--reason takes one of: \(RevocationList.Reason.allCases.map(\.name).joined(separator: ", ")).")
            }
            let folder = AuthorityFolder(authority)
            let list = try folder.revoke(serial, for: reason, at: try global.officeWithoutDatabase().surroundings.now())
            Console.line(
                "Revoked. Give partners \(folder.revocationsFile): list \(list.number), good until \(list.next.day).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says which certificates a test authority has issued, and how each stands.",
            discussion: "Example: concordat keys list --authority authority")

        @OptionGroup var global: GlobalOptions
        @Option(help: "The folder of the test authority.") var authority: String

        func run() async throws {
            let folder = AuthorityFolder(authority)
            let (issued, list) = (try folder.issued(), try folder.revocations())
            let now = try global.officeWithoutDatabase().surroundings.now()
            for certificate in issued {
                let standing =
                    if let entry = list[certificate.serial] {
                        "revoked \(entry.at.day): \(entry.reason.name)"
                    } else if now
                        > certificate.notAfter
                    { "expired \(certificate.notAfter.day)" } else { "good until \(certificate.notAfter.day)" }
                Console.line(
                    "\(certificate.serial)  \(Console.safe(certificate.organisation ?? "nobody"))  "
                        + "from \(certificate.notBefore.day)  \(standing)")
            }
        }
    }
}
