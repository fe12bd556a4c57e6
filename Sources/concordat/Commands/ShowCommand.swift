import ArgumentParser
import Casework
import Ledger
import Shares
import Workflows

struct ShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows a share: its terms, where its five machines stand, and what is recorded of it.",
        discussion: """
            --frozen N prints the terms of agreement N as they were frozen, as canonical JSON (RFC 8785): their SHA-256 is the \
            one in the record.

            Example: concordat show DWP-DS-00123
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text or json.") var format: PlainFormat = .text
    @Option(help: "Print the terms of this agreement as they were frozen.") var frozen: Int?

    func run() async throws {
        if let frozen {
            let terms = try global.office().frozenTerms(
                of: ShareReference(TermsReader.normalised(reference)), agreement: frozen)
            Console.write(String(decoding: terms.bytes, as: UTF8.self))
            let recorded = terms.agreement.frozen?.termsDigest
            guard let recorded else { return Console.message("SHA-256 \(terms.digest); none was recorded") }
            Console.message(
                "SHA-256 \(terms.digest), \(recorded == terms.digest ? "as recorded" : "NOT as recorded: \(recorded)")")
            if recorded != terms.digest { throw Ended(code: Failure.refused) }
            return
        }
        let office = try global.office()
        let view = try office.show(ShareReference(TermsReader.normalised(reference)))
        if format != .text { return try view.share.printAsJSON() }
        SharePrinting.print(
            view, supersedes: try office.superseded(by: view.share.reference),
            findings: view.stage == .ended ? [] : try office.check(view.share.reference))
        DecisionPrinting.print(try office.redundancyDecisions(about: view.share.reference), about: view.share.reference)
    }
}

struct SignOffsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign-offs",
        abstract: "Says which sign-offs a share needs and why, which are given and which are missing.",
        discussion: """
            By the policy of the department (reference/sign-offs.json), and once the text is frozen, by the policy as it then was.

            Example: concordat sign-offs DWP-DS-00123 --format json
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let account = try global.office().signOffs(of: ShareReference(TermsReader.normalised(reference)))
        if format != .text { return try account.printAsJSON() }
        SharePrinting.print(account)
    }
}

struct ChangesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "changes",
        abstract: "Shows what an amendment changes, field by field, and what was decided of every version put forward.",
        discussion: """
            + is what came in and − what is gone. Every request and amendment is listed with the versions that were submitted, \
            and who returned, accepted or refused which of them, with the reason.

            Example: concordat changes DWP-DS-00123 --format json
            """)

    @OptionGroup var global: GlobalOptions
    @Argument(help: "The share's reference.") var reference: String
    @Option(help: "text or json.") var format: PlainFormat = .text

    func run() async throws {
        let account = try global.office().changes(of: ShareReference(TermsReader.normalised(reference)))
        if format != .text { return try PrintedChanges(account).printAsJSON() }
        ChangesPrinting.print(account)
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
