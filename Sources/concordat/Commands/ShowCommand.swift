import ArgumentParser
import Casework
import Ledger
import Shares
import Workflows

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a share: its terms, where its five machines stand, and what is recorded of it.",
        discussion: "Example: concordat show DWP-DS-00123")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let view = try global.office().show(ShareReference(TermsReader.normalised(reference)))
        if format != .text { return try view.share.printAsJSON() }
        SharePrinting.print(view)
    }
}

struct HistoryCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Lists everything that happened to a share: who, as what, when, and what changed.",
        discussion: "Example: concordat history DWP-DS-00123")

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let events = try global.office().history(of: ShareReference(TermsReader.normalised(reference)))
        if format != .text { return try events.map(PrintedEvent.init).printAsJSON() }
        for placed in events { SharePrinting.print(placed) }
    }
}

/// An event for programs.
struct PrintedEvent: Encodable {
    var position: Int
    var share: String
    var version: Int
    var at: Instant
    var actor: String
    var role: String
    var kind: String
    var happening: Happening

    init(_ placed: PlacedEvent) {
        position = placed.position
        share = placed.event.share.rawValue
        version = placed.event.version
        at = placed.event.at
        actor = placed.event.actor.rawValue
        role = placed.event.role.rawValue
        kind = placed.event.happening.kind
        happening = placed.event.happening
    }
}
