import ArgumentParser
import Casework
import Ledger
import Shares

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "The letters that wait to be delivered.",
        discussion: "Example: concordat outbox deliver --to /var/spool/concordat --from data-sharing@example.gov.uk",
        subcommands: [List.self, Deliver.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the letters that wait.", discussion: "Example: concordat outbox list --format json")

        @OptionGroup var global: GlobalOptions
        @Option(help: "text or json.") var format: PlainFormat = .text

        func run() async throws {
            let waiting = try global.office().waitingLetters()
            if format == .json { return try waiting.map(PrintedLetter.init).printAsJSON() }
            var table = TextTable([
                .init(title: "No."), .init(title: "Due"), .init(title: "To", width: 30),
                .init(title: "Subject", width: 80),
            ])
            for one in waiting {
                table.add([
                    String(one.number), one.letter.due.description, one.letter.recipient, one.letter.subject,
                ])
            }
            Console.line(table.text)
        }
    }

    struct Deliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Writes the letters that wait into a folder, one .eml file each, for a mail system to take.",
            discussion: """
                A letter is delivered at least once, and the letters of one recipient in their order. One without an \
                address waits, and is named; the rest go out. Exit code 1 where any waits still.

                Example: concordat outbox deliver --to /var/spool/concordat --from data-sharing@example.gov.uk
                """)

        @OptionGroup var global: GlobalOptions
        @Option(help: "The folder; made where it is missing.") var to: String
        @Option(help: "The address that the letters come from.") var from: String
        @Flag(help: "Put the reminders of a person that wait together into one message.") var digests = false

        func validate() throws {
            _ = try sender()
        }

        func run() async throws {
            let report = try global.office().deliverLetters(
                to: to, from: try sender(), digests: digests)
            for kept in report.kept {
                Console.error("Letter \(kept.letter.number), “\(kept.letter.letter.subject)”, waits. \(kept.why)")
            }
            Console.line("\(report.delivered.count) letters delivered, \(report.kept.count) wait.")
            if !report.kept.isEmpty { throw Ended(code: Failure.refused) }
        }

        private func sender() throws -> MailAddress {
            guard let address = MailAddress(from) else {
                throw ValidationError("--from takes an address such as data-sharing@example.gov.uk, not “\(from)”.")
            }
            return address
        }
    }
}

/// A letter for programs.
private struct PrintedLetter: Encodable {
    var number: Int
    var share: String
    var kind: String
    var due: Day
    var recipient: String
    var subject: String
    var body: String
    var written: Instant

    init(_ waiting: WaitingLetter) {
        let letter = waiting.letter
        number = waiting.number
        share = letter.share.rawValue
        kind = letter.kind
        due = letter.due
        recipient = letter.recipient
        subject = letter.subject
        body = letter.body
        written = letter.written
    }
}
