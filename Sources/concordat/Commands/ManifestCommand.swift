import ArgumentParser
import Casework
import Foundation
import Interchange
import Shares
import Signatures

struct ManifestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "manifest", abstract: "Machine-readable statements of shares, for partners.",
        discussion: "Example: concordat manifest export --all --to out/manifests",
        subcommands: [
            Export.self, Verify.self, Import.self, Mirrors.self, Acknowledge.self, Receipts.self, Delta.self,
            Conformance.self,
        ])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Writes the manifests of shares in both forms, checked against their schemas, signed, with a list.",
            discussion: """
                With --keys, or with CONCORDAT_KEYS (a folder) or CONCORDAT_SIGNING_KEY and CONCORDAT_SIGNING_CERTIFICATE \
                (PEM texts) in the environment, each is signed.

                Example: concordat manifest export DWP-DS-00123 --to out/manifests --keys keys
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "References of shares.") var references: [String] = []
        @Flag(help: "Every share.") var all = false
        @Option(help: "The folder to write to.") var to: String
        @Option(
            help: "The folder with signing.key and signing.pem. [default: the environment; without it, no signature]")
        var keys: String?
        @Flag(
            help: """
                Adds a Dataspace Protocol agreement, an ODCS data contract, a CSV template and its field list, and records of the \
                UK Cross-Government Metadata Exchange Model.
                """)
        var sideFiles = false
        @Flag(help: "Leaves bundles alone that are there, complete, and say what would be written now.")
        var resume = false
        @Option(
            name: .customLong("manifest-version"),
            help: "An earlier version: issued once more as REFERENCE@VERSION, it says by what it was replaced.")
        var version: Int?
        @Option(
            help: """
                A PEM file of authorities or revocation lists; may be repeated. Nothing is signed with a certificate that was \
                taken back. [default: Templates/trust]
                """)
        var trust: [String] = []

        func validate() throws {
            guard all != !references.isEmpty else { throw ValidationError("Give references, or --all.") }
            guard version == nil || references.count == 1 else {
                throw ValidationError("--manifest-version is of one share: give its reference.")
            }
        }

        func run() async throws {
            let bar = ProgressBar("Writing manifests")
            let wanted = all ? nil : references.map { ShareReference(TermsReader.normalised($0)) }
            let signatory = try SigningKeys.signatory(
                folder: keys, environment: ProcessInfo.processInfo.environment)
            let export = try global.existingOffice().exportManifests(
                of: wanted, version: version, to: to, signedBy: signatory, under: trust, withSideFiles: sideFiles,
                resuming: resume
            ) { bar.show($0, of: $1) }
            bar.end()
            for (_, findings) in export.left {
                for finding in findings.all { Console.error(Console.oneLine(finding.description)) }
            }
            Console.line(
                "\(export.written) manifests in JSON and XML are in \(to); \(export.left.count) shares have none.")
            if export.kept > 0 { Console.line("\(export.kept) were there already.") }
            for gap in MetadataGap.allCases {
                guard let count = export.metadataGaps[gap] else { continue }
                Console.message("Without a metadata record: \(count) with \(gap.rawValue).")
            }
            if signatory == nil { Console.error("They are not signed: see “concordat keys --help”.") }
            if !export.left.isEmpty { throw Ended(code: Failure.refused) }
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Checks a manifest or a bundle: form, schema, digest, signature, certificate, issuer, version.",
            discussion: """
                Nothing is fetched. Beside manifest.json its signature is looked for as manifest.json.jws. What is not \
                signed is refused: schema and digest show accident, not intent. Who only wants these looked at gives \
                --allow-unsigned; a signature that is there must hold all the same.

                Example: concordat manifest verify manifests/DS-1 --trust authority.pem --trust revoked.pem
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The manifest, XML or JSON, or the folder of a bundle.") var file: String
        @Option(help: "A PEM file of authorities or revocation lists; may be repeated. [default: Templates/trust]")
        var trust: [String] = []
        @Option(help: "Judges certificates as at the end of that day. [default: now]") var at: String?
        @Option(help: "The manifest of the share that came before, or its bundle.") var previous: String?
        @Flag(help: "Refuses what no list of revoked certificates speaks for.") var requireRevocations = false
        @Flag(help: "Accepts what bears no signature at all, and says so.") var allowUnsigned = false

        func run() async throws {
            let moment = try at.map { text in
                guard let day = Day(iso: text) else { throw ValidationError("--at takes a day, as 2026-11-26.") }
                return Instant(milliseconds: Instant(startOf: day.adding(days: 1)).milliseconds - 1)
            }
            let verdict = try await global.officeWithoutDatabase().verifyManifest(
                at: file,
                VerificationWish(
                    trust: trust, moment: moment, previous: previous, allowsUnsigned: allowUnsigned,
                    requiresRevocations: requireRevocations))
            for finding in verdict.findings.all { Console.error(Console.oneLine(finding.description)) }
            guard let manifest = verdict.manifest else { throw Ended(code: Failure.badInput) }
            guard verdict.isSound else {
                throw Ended(code: verdict.findings.all.contains(where: \.isOfForm) ? Failure.badInput : Failure.refused)
            }
            let name = Console.safe(manifest.reference.rawValue)
            let signer = verdict.signer.map { "signed for \($0.organisation ?? "") (\($0.subject))" }
            Console.line(
                "\(file): a sound manifest of \(name), version \(manifest.version), "
                    + Console.safe(signer ?? "not signed") + ".")
        }
    }
}

extension ManifestCommand {
    struct Delta: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Says what changed from one manifest of a share to a later one, in words or as JSON Patch.",
            discussion: """
                Check both with “manifest verify” first: this holds them against schema and digest only.

                Example: concordat manifest delta old/DS-1/manifest.json new/DS-1/manifest.json --format json
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The earlier manifest, XML or JSON, or a bundle.") var old: String
        @Argument(help: "The later one.") var new: String
        @Option(help: "text or json.") var format = DeltaFormat.text

        enum DeltaFormat: String, ExpressibleByArgument { case text, json }

        func run() async throws {
            let delta = try await global.officeWithoutDatabase().manifestDelta(from: old, to: new)
            if format == .json { return Console.line(String(decoding: delta.json.dropLast(), as: UTF8.self)) }
            Console.line(
                "\(Console.safe(delta.reference.rawValue)), from version \(delta.from) to version \(delta.to): "
                    + (delta.words.isEmpty ? "nothing changed in what is agreed." : "\(delta.words.count) changes."))
            for line in delta.words { Console.line("  " + Console.safe(line)) }
        }
    }
}

extension ManifestCommand {
    struct Conformance: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a kit of sound and broken manifests that a partner can hold its own reader against.",
            discussion: "Example: concordat manifest conformance --to conformance")

        @OptionGroup var global: GlobalOptions
        @Option(help: "The folder to make.") var to: String

        func run() async throws {
            let office = try global.officeWithoutDatabase()
            let count = try office.writeConformanceKit(to: to, at: office.surroundings.now())
            Console.line("\(count) cases are in \(to); expected.json says what must be said of each.")
        }
    }
}

extension Finding {
    /// Whether it is about the form of a file, and not about who signed it.
    fileprivate var isOfForm: Bool { severity == .error && rule.hasPrefix("manifest-") }
}
