import ArgumentParser
import Casework
import Foundation
import Ledger
import Shares

struct APIKeysCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "api-keys", abstract: "Keys with which programs read and act under /api.",
        discussion: "Example: concordat api-keys list --as hub", subcommands: [List.self, Add.self, Revoke.self],
        defaultSubcommand: List.self)

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists the keys that a person may see: the hub all, a partner those of its organisation.",
            discussion: "Example: concordat api-keys list --as hub")

        @OptionGroup var global: GlobalOptions
        @Option(name: .customLong("as"), help: "Who looks.") var person: String

        func run() async throws {
            let office = try global.existingOffice()
            var table = TextTable([
                .init(title: "Client"), .init(title: "What for", width: 40), .init(title: "Acts for", width: 40),
                .init(title: "Scopes", width: 80), .init(title: "Last day"), .init(title: "Last used"),
                .init(title: "State"),
            ])
            for key in try office.apiKeys(as: PersonID(person)) {
                table.add([
                    key.actor.rawValue, key.name, key.holder.text, key.scopes.text, key.last.description,
                    key.used.map { String($0.description.prefix(16)).replacing("T", with: " ") + " UTC" } ?? "never",
                    key.revoked != nil ? "revoked" : key.isGood(on: office.today) ? "good" : "ended",
                ])
            }
            Console.line(table.text)
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Makes a key and prints its secret, this once.",
            discussion: """
                A key acts for one person or for one partner, with exactly what they may see and do, and of that only what its \
                scopes allow: \(APIScope.allCases.map(\.rawValue).joined(separator: ", ")).

                Example: concordat api-keys add "Nightly fetch" --organisation HMRC --scope manifests:read --last 2027-03-31 \
                --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "What it is for.") var name: String
        @Option(help: "The person for whom it acts.") var person: String?
        @Option(help: "The partner for which it acts, by its identifier or any of its names.") var organisation: String?
        @Option(help: "What it may do; may be repeated.") var scope: [String]
        @Option(help: "The last day on which it is good; a year ahead at most.") var last: String
        @Option(name: .customLong("as"), help: "Who makes it.") var maker: String

        func validate() throws {
            for text in scope where APIScope(rawValue: text) == nil {
                throw ValidationError(
                    "“\(text)” is not a scope: \(APIScope.allCases.map(\.rawValue).joined(separator: ", ")).")
            }
            guard Day(iso: last) != nil else { throw ValidationError("--last takes a day such as 2027-03-31.") }
        }

        func run() async throws {
            guard let last = Day(iso: last) else { return }
            let made = try global.existingOffice().makeAPIKey(
                APIKeyWish(
                    name: name, person: person.map { PersonID($0) }, organisation: organisation,
                    scopes: scope.compactMap { APIScope(rawValue: $0) }, last: last), as: PersonID(maker))
            Console.message("\(made.client) is good until the end of \(last). Its secret is not shown again:")
            Console.line(made.secret)
        }
    }

    struct Revoke: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Revokes a key for good, and what was given for it.",
            discussion: "Example: concordat api-keys revoke key_7 --as hub")

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The client that the list names.") var client: String
        @Option(name: .customLong("as"), help: "Who revokes it.") var person: String

        func validate() throws { _ = try number() }

        func run() async throws {
            try global.existingOffice().revokeAPIKey(number(), as: PersonID(person))
            Console.line("\(client) is good for nothing any more.")
        }

        private func number() throws -> Int {
            guard client.hasPrefix("key_"), let number = Int(client.dropFirst(4)) else {
                throw ValidationError("A client is named as key_7.")
            }
            return number
        }
    }
}

extension APIKeyHolder {
    fileprivate var text: String {
        switch self {
        case .person(let id): id.rawValue
        case .organisation(let id): id
        }
    }
}
