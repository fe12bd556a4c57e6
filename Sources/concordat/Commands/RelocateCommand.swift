import ArgumentParser
import Casework
import Ledger
import Shares

struct RelocateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "relocate", abstract: "Moves shares to another edition of the workflows, and back.",
        discussion: """
            A share runs on the edition that was current when it came in, until it is moved. Each machine stays in its \
            state, or goes to the one that --map gives; where the five could not stand so under the new edition, the share \
            stays as it is and the reason is printed.

            Example: concordat workflow relocate --where stage=dpia --map proposal:returned=draft --as hub --preview
            """)

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("where"), parsing: .upToNextOption, help: "Conditions, all of which must hold.")
    var conditions: [String] = []
    @Option(help: "current, or the beginning of the digest of a published edition.") var to = "current"
    @Option(parsing: .upToNextOption, help: "machine:old-state=new-state, for states that are no longer there.")
    var map: [String] = []
    @Option(name: .customLong("as"), help: "Who moves them: somebody of the hub.") var actor: String
    @Option(help: "Why, for the record.") var reason: String?
    @Flag(help: "Says what would happen and writes nothing.") var preview = false
    @Flag(help: "Takes shares back to where they were before they were moved.") var revert = false

    func validate() throws {
        for condition in conditions where ShareFilter(condition) == nil {
            throw ValidationError(
                "“\(condition)” is not a condition such as stage=live; columns: \(ShareFilter.columns.joined(separator: ", "))."
            )
        }
        guard RelocationMap(map) != nil else {
            throw ValidationError("--map takes machine:old-state=new-state, each old state once.")
        }
        if revert, !map.isEmpty || to != "current" {
            throw ValidationError("--revert goes back to where each share was: leave out --to and --map.")
        }
    }

    func run() async throws {
        let office = try global.existingOffice()
        let request = RelocationRequest(
            filters: conditions.compactMap { ShareFilter($0) }, target: to == "current" ? .current : .edition(to),
            map: RelocationMap(map) ?? RelocationMap(), reason: reason, isPreview: preview)
        let report =
            try revert
            ? office.revertRelocation(request, as: PersonID(actor)) : office.relocate(request, as: PersonID(actor))
        for moved in report.moved {
            let moves = moved.plan.moves.map { "\($0.machine): \($0.from) → \($0.to)" }
            let to = "edition \(moved.plan.relocation.to.digest.prefix(12))"
            Console.line(
                Console.safe("\(moved.share): \(([to] + moves).joined(separator: ", "))"))
            for difference in moved.plan.differences { Console.line(Console.safe("    \(difference)")) }
        }
        for kept in report.kept {
            for reason in kept.refusal.reasons { Console.error(Console.safe("\(kept.share): \(reason.says)")) }
        }
        Console.line(
            "\(report.moved.count) \(report.isPreview ? "would be moved" : "moved"), \(report.kept.count) cannot be, "
                + "\(report.untouched) need not be.")
        if !report.kept.isEmpty { throw Ended(code: Failure.refused) }
    }
}
