import ArgumentParser
import Casework
import Foundation
import Ledger
import Shares
import Workflows

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Proof that nothing was altered.",
        discussion: "Example: concordat audit verify",
        subcommands: [Verify.self, Events.self, Pack.self])

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Computes the chain of events anew, folds every share, and compares both with what is stored.",
            discussion: """
                With --against, a position that somebody else kept is looked for as well, such as the one in a partner's \
                manifest: a record that was computed anew from the beginning does not go through it.

                Example: concordat audit verify
                Example: concordat audit verify --against 4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "A position with the hash that the record had there, as POSITION:HASH.") var against: String?

        func validate() throws {
            if let against, kept(against) == nil {
                throw ValidationError(
                    "--against takes a position and its hash of 64 hexadecimal digits, as 4711:9f86….")
            }
        }

        private func kept(_ text: String) -> LedgerPosition? {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let size = Int(parts[0]), size > 0, parts[1].utf8.count == 64 else { return nil }
            var head: [UInt8] = []
            var rest = parts[1]
            while !rest.isEmpty {
                guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
                head.append(byte)
                rest = rest.dropFirst(2)
            }
            return LedgerPosition(size: size, head: head)
        }

        func run() async throws {
            let office = try global.existingOffice()
            let verification = try office.verifyAudit()
            if let kept = against.flatMap({ kept($0) }), try !office.recordHolds(kept) {
                Console.line(
                    "The record does not go through position \(kept.size) with that hash: it is another record.")
                throw Ended(code: Failure.refused)
            }
            for fault in verification.faults { Console.error(Console.safe(fault)) }
            let head = verification.position.head.hexadecimal
            guard verification.faults.isEmpty else {
                Console.line("The ledger was altered: \(verification.faults.count) faults.")
                throw Ended(code: Failure.refused)
            }
            Console.line(
                "\(verification.position.size - verification.installationEvents) events of \(verification.shares) shares and \(verification.installationEvents) of the installation: the chain is whole. Head: \(head)"
            )
        }
    }

    struct Events: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Searches the record: what happened, the newest first.",
            discussion: """
                Example: concordat audit events --share DS-1
                Example: concordat audit events --by hub --from 2026-04-01 --until 2026-04-30 --format json
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "Only what happened to this share.") var share: String?
        @Option(help: "Only what this person did.") var by: String?
        @Option(help: "From this day on, as 2026-04-01.") var from: String?
        @Option(help: "Up to the end of this day.") var until: String?
        @Option(help: "Only events before this position.") var before: Int?
        @Option(help: "How many at most.") var limit = 100
        @Option(help: "text or json.") var format: PlainFormat = .text

        func validate() throws {
            guard (1...100_000).contains(limit) else { throw ValidationError("--limit is from 1 to 100,000.") }
            _ = try search()
        }

        private func search() throws -> EventSearch {
            EventSearch(
                share: share.map { ShareReference(TermsReader.normalised($0)) }, actor: by.map { PersonID($0) },
                from: try from.map { try OptionValue.day($0, of: "--from") },
                until: try until.map { try OptionValue.day($0, of: "--until") }, before: before)
        }

        func run() async throws {
            let found = try global.existingOffice().recordedEvents(search(), limit: limit)
            if format == .json { return try found.map(PrintedRecordedEvent.init).printAsJSON() }
            var table = TextTable([
                .init(title: "Position"), .init(title: "When (UTC)"), .init(title: "Share", width: 30),
                .init(title: "By", width: 20), .init(title: "As", width: 14), .init(title: "What happened", width: 120),
            ])
            for event in found {
                table.add([
                    String(event.position), String(event.at.description.prefix(16)).replacing("T", with: " "),
                    event.share?.rawValue ?? "(\(event.stream))", event.actor.rawValue, event.role.rawValue, event.says,
                ])
            }
            Console.line(table.text)
        }
    }

    struct Pack: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the record as evidence that needs nothing of this program to be checked.",
            discussion: """
                A folder with every event, their hashes, the workflows and the documents that were signed, what was found \
                when the chain was verified, and how to check all that with Python. It is complete or absent.

                Example: concordat audit pack --to evidence-2026-04
                Example: concordat audit pack --share DS-1 --to evidence-DS-1
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "The folder to write; it must not exist.") var to: String
        @Option(help: "Only the events of this share, and the documents that they name.") var share: String?

        func run() async throws {
            try global.existingOffice().writeEvidence(
                about: share.map { ShareReference(TermsReader.normalised($0)) }, to: to)
            Console.line("The evidence is in \(to): README.txt says how to check it.")
        }
    }
}

/// An event for programs.
private struct PrintedRecordedEvent: Encodable {
    var position: Int
    var stream: String
    var share: String?
    var at: Instant
    var actor: String
    var role: String
    var says: String
    var hash: String

    init(_ event: RecordedEvent) {
        position = event.position
        stream = event.stream
        share = event.share?.rawValue
        at = event.at
        actor = event.actor.rawValue
        role = event.role.rawValue
        says = event.says
        hash = event.hash.hexadecimal
    }
}

struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Writes a whole copy of the database while others work on it.",
        discussion: "Example: concordat backup register-2026-04-01.sqlite")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The file to write; it must not exist.") var file: String

    func run() async throws {
        try global.existingOffice().ledger.backUp(to: file)
        Console.line("The backup is in \(file).")
    }
}

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Makes the database of a backup; an existing database is never overwritten.",
        discussion: "Example: concordat --db register.sqlite restore register-2026-04-01.sqlite")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The backup.") var file: String

    func run() async throws {
        try Ledger.restore(backup: file, to: global.databaseFile)
        let verification = try global.office().verifyAudit()
        for fault in verification.faults { Console.error(Console.safe(fault)) }
        guard verification.faults.isEmpty else { throw Ended(code: Failure.refused) }
        Console.line("\(global.databaseFile) holds the \(verification.position.size) events of the backup.")
    }
}
