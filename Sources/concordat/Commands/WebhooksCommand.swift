import ArgumentParser
import Casework
import Foundation
import Ledger
import Shares
import Signatures

struct WebhooksCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "Addresses at which partners are told what was issued to them.",
        discussion: "Example: concordat webhooks add HMRC https://data.example/hooks --as hub",
        subcommands: [List.self, Add.self, Remove.self, Log.self, Hold.self, Retry.self, Deliver.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the webhooks, how far each has come, and what is wrong.",
            discussion: "Example: concordat webhooks list")

        @OptionGroup var global: GlobalOptions

        func run() async throws {
            var table = TextTable([
                .init(title: "No."), .init(title: "Partner", width: 40), .init(title: "Address", width: 80),
                .init(title: "Told to"), .init(title: "State", width: 40), .init(title: "Fault", width: 120),
            ])
            for hook in try global.existingOffice().webhooks() {
                table.add([
                    String(hook.number), hook.organisation, hook.address, String(hook.through), hook.state,
                    hook.fault ?? "",
                ])
            }
            Console.line(table.text)
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds an address at which a partner is told of what is issued to it from now on.",
            discussion: """
                What webhooks deliver would not send to is refused: an address that is not public, or not https, and a name without any.

                Example: concordat webhooks add HMRC https://data.example/hooks --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The partner, by its identifier or any of its names.") var partner: String
        @Argument(help: "The address: https, a name, perhaps a port, and a path.") var address: String
        @Option(name: .customLong("as"), help: "Who does it: a person of the hub or of the partner.") var person: String
        @OptionGroup var allowed: NetworkOptions

        func run() async throws {
            let webhook = try global.existingOffice().addWebhook(
                of: partner, to: address, as: PersonID(person), allowing: allowed.networks())
            Console.line("Webhook \(webhook.number) is told of what is issued from now on.")
        }
    }

    struct Remove: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Removes a webhook and its log.", discussion: "Example: concordat webhooks remove 1 --as hub")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Its number.") var number: Int
        @Option(name: .customLong("as"), help: "Who does it: a person of the hub or of the partner.") var person: String

        func run() async throws {
            try global.existingOffice().removeWebhook(number, as: PersonID(person))
            Console.line("Webhook \(number) is removed.")
        }
    }

    struct Log: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the last attempts of a webhook, newest first.",
            discussion: "Example: concordat webhooks log 1")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Its number.") var number: Int

        func run() async throws {
            for attempt in try global.existingOffice().webhookAttempts(of: number) {
                Console.line("\(attempt.at)  event \(attempt.issue)  \(Console.safe(attempt.fault ?? "taken"))")
            }
        }
    }

    struct Hold: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sends nothing more to a webhook until webhooks retry.",
            discussion: "Example: concordat webhooks hold 1 --as hub")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Its number.") var number: Int
        @Option(name: .customLong("as"), help: "Who does it: a person of the hub or of the partner.") var person: String

        func run() async throws {
            try global.existingOffice().holdWebhook(number, as: PersonID(person))
            Console.line("Webhook \(number) is held.")
        }
    }

    struct Retry: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Tries again, at the next delivery, a webhook that is held or waits.",
            discussion: "Example: concordat webhooks retry 1 --as hub")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "Its number.") var number: Int
        @Option(name: .customLong("as"), help: "Who does it: a person of the hub or of the partner.") var person: String

        func run() async throws {
            try global.existingOffice().retryWebhook(number, as: PersonID(person))
            Console.line("Webhook \(number) is tried at the next delivery.")
        }
    }

    struct Deliver: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Issues what is not issued yet, and tells partners of it.",
            discussion: """
                Each webhook is told in order, each message at least once. One that is not taken is tried again after a minute, \
                and then after twice as long each time; after 24 hours the webhook is held until webhooks retry. Exit code 1 \
                where any fails.

                Example: concordat webhooks deliver --keys keys
                """)

        @OptionGroup var global: GlobalOptions
        @OptionGroup var telling: TellingOptions

        func run() async throws {
            guard let publication = try telling.publication() else {
                throw ValidationError("What is sent is signed: give --keys, or a key in the environment.")
            }
            let report = try global.existingOffice().tellPartners(by: publication, allowing: telling.networks())
            for hook in report.failing {
                Console.error("Webhook \(hook.number) \(hook.state). \(Console.safe(hook.fault ?? ""))")
            }
            Console.line(
                "\(report.issued) versions issued, \(report.told) messages taken, \(report.failing.count) failing.")
            if !report.failing.isEmpty { throw Ended(code: Failure.refused) }
        }
    }
}

/// Who signs what partners are told and read, and where it may be sent.
struct TellingOptions: ParsableArguments {
    @Option(help: "The folder with signing.key and signing.pem. [default: the environment]")
    var keys: String?
    @OptionGroup var allowed: NetworkOptions

    @Option(
        help: """
            A PEM file with the authority that certifies the key, or with what it took back; may be repeated. The pages publish \
            it and verify with it, beside Templates/trust, and read it anew when it changes.
            """)
    var trust: [String] = []

    func publication() throws -> Publication? {
        try SigningKeys.signatory(folder: keys, environment: ProcessInfo.processInfo.environment)
            .map { Publication(signedBy: $0, under: try TrustFiles(trust)) }
    }

    func networks() throws -> [InternetNetwork] { try allowed.networks() }
}

/// Where webhooks may lead beside what is public.
struct NetworkOptions: ParsableArguments {
    @Option(help: "A network that webhooks may be in though it is not public, as 10.20.0.0/16; may be repeated.")
    var allowNetwork: [String] = []

    func validate() throws { _ = try networks() }

    func networks() throws -> [InternetNetwork] {
        try allowNetwork.map { text in
            guard let network = InternetNetwork(text) else {
                throw ValidationError("--allow-network takes a network such as 10.20.0.0/16, not “\(text)”.")
            }
            return network
        }
    }
}

extension Webhook {
    /// `up to date`, `tried 3 times, next 2026-04-01 09:32 UTC`, `held after 12 attempts`
    fileprivate var state: String {
        if isHeld { return "held after \(attempts) \(attempts == 1 ? "attempt" : "attempts")" }
        guard attempts > 0 else { return "in order" }
        let moment = nextAttempt.description.prefix(16).replacing("T", with: " ")
        return "tried \(attempts == 1 ? "once" : "\(attempts) times"), next \(moment) UTC"
    }
}
