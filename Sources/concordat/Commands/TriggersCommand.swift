import ArgumentParser
import Casework
import Shares

struct TriggersCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "triggers",
        abstract: "Lists what makes a DPIA necessary, and which of it a share's terms show.",
        discussion: """
            screen takes those that apply by their names in criteria, separated by semicolons; what they come to is computed.

            Example: concordat triggers DS-2026-AB12CD
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "A share's reference.") var reference: String?
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let reference = reference.map { ShareReference(TermsReader.normalised($0)) }
        let office = try reference == nil ? global.office() : global.existingOffice()
        let triggers = try office.screeningTriggers(of: reference)
        if format != .text { return try triggers.map(PrintedTrigger.init).printAsJSON() }
        for asked in triggers {
            Console.line("\(asked.trigger.id): \(asked.trigger.asks)")
            if let shown = asked.shownBy { Console.line("    The terms show it: \(Console.safe(shown)).") }
        }
    }
}

/// A trigger for programs.
struct PrintedTrigger: Encodable {
    var id: String
    var list: String
    var name: String
    var asks: String
    var shownBy: String?

    init(_ asked: AskedTrigger) {
        id = asked.trigger.id
        list = asked.trigger.list.rawValue
        name = asked.trigger.name
        asks = asked.trigger.asks
        shownBy = asked.shownBy
    }
}
