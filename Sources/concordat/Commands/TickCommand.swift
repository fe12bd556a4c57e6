import ArgumentParser
import Casework
import Ledger
import Shares

struct TickCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tick",
        abstract: "Lets time pass: reviews fall due, agreements expire, reminders go to the outbox.",
        discussion: """
            Safe to run twice, late, or by two processes at once. The record never goes back: after a day that lies ahead, \
            whatever anybody does is dated that day or later, so --at is for trials, and for a clock that is behind.

            Example: concordat tick --at 2026-04-01
            """)

    @OptionGroup var global: GlobalOptions
    @Option(help: "Up to this day, which becomes the least that the record knows. [default: today]") var at: String?

    func run() async throws {
        let day = try at.map { try OptionValue.day($0, of: "--at") }
        let office = try global.office()
        let report = try office.tick(at: day)
        if let day, day > office.today {
            Console.message(
                "\(day.inWords) lies ahead: from now on whatever is done in this register is dated that day or later.")
        }
        for event in report.events {
            Console.line("\(event.share): \(event.actor) \(event.summary)")
        }
        Console.line(
            "\(report.shares) shares looked at; \(report.events.count) commands given, \(report.letters.count) letters written."
        )
    }
}

/// Values of options that the parser does not know how to read.
enum OptionValue {
    static func day(_ text: String, of option: String) throws -> Day {
        guard let day = Day(iso: text) else {
            throw ValidationError("\(option) takes a day such as 2026-04-01, not “\(text)”.")
        }
        return day
    }
}
