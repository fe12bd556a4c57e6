import ArgumentParser
import Casework
import Ledger
import Shares
import Workflows

struct BulkCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk", abstract: "Tells every share of a selection to do something: one result for each.",
        discussion: """
            --preview writes nothing and says what would come of it, with the position of the record. --seen POSITION then \
            does it, and leaves alone what has changed since; more than one share is acted on only so. A share that refuses, or \
            that meets the conditions no longer, hinders no other; the exit code is 1 where any did.

            Example: concordat bulk appoint-owner --where spoke=disability --as hub --field owner=owner-disability --preview
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The command, as actions lists it; proposal:submit where two machines have it.") var command: String
    @Option(
        name: .customLong("where"), parsing: .upToNextOption,
        help: "Conditions such as stage=live or provider=HMRC; a share must meet all of them.")
    var conditions: [String]
    @Option(name: .customLong("as"), help: "The person who acts.") var person: String
    @OptionGroup var given: FieldOptions
    @Option(help: "The reason, kept in the record.") var reason: String?
    @Flag(help: "Say what would come of it, and write nothing.") var preview = false
    @Option(help: "The position that the preview named: needed for more than one share.") var seen: Int?

    func validate() throws {
        for condition in conditions where ShareFilter(condition) == nil {
            throw ValidationError(
                "“\(condition)” is not a condition such as stage=live; columns: \(ShareFilter.columns.joined(separator: ", "))."
            )
        }
        if preview, seen != nil { throw ValidationError("--seen is for the act that follows a preview.") }
    }

    func run() async throws {
        let order = try OrderText.order(command, fields: given.values, reason: reason)
        let filters = conditions.compactMap { ShareFilter($0) }
        let office = try global.office()
        let bulk =
            preview
            ? try office.previewBulkAct(where: filters, order, as: PersonID(person))
            : try office.actInBulk(where: filters, order, as: PersonID(person), seen: seen)
        for result in bulk.results { print(result) }
        let did = preview ? "would do it" : "did it"
        Console.line("\(bulk.results.count) shares: \(bulk.given) \(did), \(bulk.refused) refused.")
        if preview { Console.line("Do it with --seen \(bulk.position).") }
        if bulk.refused > 0 { throw Ended(code: Failure.refused) }
    }

    private func print(_ result: BulkAct.Result) {
        let name = "\(Console.safe(result.reference.rawValue)) “\(Console.safe(result.title))”"
        switch result.decision {
        case .event(let event): Console.line("\(name): \(Console.safe(event.summary))")
        case .refused(let refusal):
            Console.line("\(name): refused")
            for reason in refusal.reasons { Console.line("  - \(Console.safe(reason.says))") }
        }
    }
}

/// A command as it is typed: `submit`, or `proposal:submit` where two machines have it.
enum OrderText {
    static func order(_ text: String, fields: [String: String], reason: String?) throws -> Order {
        var fields = fields
        if let reason { fields["reason"] = reason }
        let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
        let machine = parts.count == 2 ? Machine(rawValue: parts[0]) : nil
        if parts.count == 2 && machine == nil { throw ValidationError("There is no machine “\(parts[0])”.") }
        return Order(CommandName(rawValue: parts.last ?? text), machine: machine, fields: fields)
    }
}
