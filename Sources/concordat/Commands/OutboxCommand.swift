import ArgumentParser
import Casework
import Ledger
import Shares

struct OutboxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "outbox", abstract: "The letters that wait to be delivered, and those that are held.",
        discussion: "Example: concordat outbox deliver --smtp /etc/concordat/mail-server.json",
        subcommands: [List.self, Deliver.self, Retry.self], defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the letters that wait or are held, each recipient's copy for itself, with its fault.",
            discussion: "Example: concordat outbox list --format json")

        @OptionGroup var global: GlobalOptions
        @Option(help: "text or json.") var format: PlainFormat = .text

        func run() async throws {
            let waiting = try global.office().waitingLetters()
            if format == .json { return try waiting.map(PrintedLetter.init).printAsJSON() }
            var table = TextTable([
                .init(title: "No."), .init(title: "Due"), .init(title: "To", width: 30),
                .init(title: "Subject", width: 80), .init(title: "State", width: 40),
                .init(title: "Fault", width: 120),
            ])
            for one in waiting {
                table.add([
                    String(one.number), one.letter.due.description, one.recipient, one.letter.subject, one.state,
                    one.fault ?? "",
                ])
            }
            Console.line(table.text)
        }
    }

    struct Deliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends the letters whose turn it is, by a mail server or into a folder.",
            discussion: """
                A letter is delivered at least once, and the letters of one recipient in their order. One that fails is \
                tried again after a minute, and then after twice as long each time; after 25 attempts, or when the server \
                refuses it for good, it is held until outbox retry. A recipient without an address is named, and waits; \
                the rest go out. Exit code 1 where any letter waits or is held still.

                Example: concordat outbox deliver --smtp /etc/concordat/mail-server.json
                Example: concordat outbox deliver --to /var/spool/concordat --from data-sharing@example.gov.uk
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var letters: DeliveryOptions

        func validate() throws { _ = try route() }

        func run() async throws {
            let office = try global.office()
            let report = try office.deliverLetters(by: route(), digests: letters.digests)
            if let stopped = report.stopped { Console.error(stopped) }
            for kept in report.kept where kept.why != report.stopped || kept.letter.isHeld {
                Console.error(
                    "Letter \(kept.letter.number) to \(kept.letter.recipient), “\(kept.letter.letter.subject)”, "
                        + "\(kept.letter.isHeld ? "is held" : "waits"). \(kept.why)")
            }
            let waiting = try office.waitingLetters()
            let held = waiting.count(where: \.isHeld)
            Console.line(
                "\(report.delivered.count) letters delivered, \(waiting.count - held) waiting, \(held) held.")
            if !waiting.isEmpty { throw Ended(code: Failure.refused) }
        }

        private func route() throws -> DeliveryRoute {
            guard let route = try letters.route() else {
                throw ValidationError("Say how letters leave: --smtp FILE, or --to DIR --from ADDRESS.")
            }
            return route
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Puts back a letter, or all that are held: they are tried at the next delivery, as if new.",
            discussion: """
                Example: concordat outbox retry 42
                Example: concordat outbox retry --held
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The letter's number in the outbox.") var number: Int?
        @Flag(help: "All that are held.") var held = false

        func validate() throws {
            guard (number != nil) != held else { throw ValidationError("Give a letter's number, or --held.") }
        }

        func run() async throws {
            let count = try global.existingOffice().retryLetters(number)
            Console.line("\(count) put back: they leave at the next delivery.")
        }
    }
}

extension LetterCopy {
    /// `waits`, `tried 3 times, next 2026-04-01 09:32 UTC`, `held after 3 attempts`
    fileprivate var state: String {
        if isHeld { return "held after \(attempts) \(attempts == 1 ? "attempt" : "attempts")" }
        guard let nextAttempt else { return "waits" }
        let moment = nextAttempt.description.prefix(16).replacing("T", with: " ")
        return "tried \(attempts == 1 ? "once" : "\(attempts) times"), next \(moment) UTC"
    }
}

/// A letter for programs.
private struct PrintedLetter: Encodable {
    var number: Int
    var share: String
    var kind: String
    var due: Day
    /// Whose copy it is; `role:x` while nobody holds the role.
    var recipient: String
    var subject: String
    var body: String
    var written: Instant
    var held: Bool
    var attempts: Int
    var nextAttempt: Instant?
    var fault: String?

    init(_ waiting: LetterCopy) {
        let letter = waiting.letter
        number = waiting.number
        share = letter.share.rawValue
        kind = letter.kind
        due = letter.due
        recipient = waiting.recipient
        subject = letter.subject
        body = letter.body
        written = letter.written
        held = waiting.isHeld
        attempts = waiting.attempts
        nextAttempt = waiting.nextAttempt
        fault = waiting.fault
    }
}
