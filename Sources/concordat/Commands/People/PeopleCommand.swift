import ArgumentParser
import Casework
import Shares
import Workflows

struct PeopleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "The people of the installation.",
        discussion: "Example: concordat people list",
        subcommands: [
            Add.self, List.self, Show.self, Appoint.self, EndAppointment.self, Delegate.self, EndDelegation.self,
            Absent.self, Password.self, Unlink.self, Left.self, Return.self, HandOver.self, Orphans.self,
        ])

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Adds a person, or changes what is known of them.",
            discussion: """
                Example: concordat people add dpo --name 'Data Protection Officer' --role dpo --organisation DWP
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The id to sign in and act as: small letters, digits, hyphens and dots.") var id: String
        @Option(help: "The name, or the post.") var name: String
        @Option(name: .customLong("role"), parsing: .upToNextOption, help: "One or more roles.") var roles: [String]
        @Option(help: "The organisation they act for.") var organisation: String
        @Option(help: "The data domain of a data owner.") var spoke: String?
        @Option(help: "Where letters go.") var email: String?
        @Option(name: .customLong("as"), help: "Who says so: somebody of the hub. Nobody is named at a first set-up.")
        var actor: String?

        func run() async throws {
            try global.office().keep(
                Person(
                    id: PersonID(id), name: name, roles: roles.map { RoleName(rawValue: $0) },
                    organisation: organisation, spoke: spoke, email: email), as: actor.map { PersonID($0) })
            Console.line("\(id) is kept as \(roles.joined(separator: ", ")).")
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Lists everybody with their roles.", discussion: "Example: concordat people list")

        @OptionGroup var global: GlobalOptions
        @Option(help: "text or json.") var format: PlainFormat = .text

        func run() async throws {
            let people = try global.office().people()
            if format != .text { return try people.printAsJSON() }
            var table = TextTable([
                .init(title: "Id"), .init(title: "Name", width: 40), .init(title: "Roles"),
                .init(title: "Organisation"),
                .init(title: "Spoke"),
            ])
            for person in people {
                table.add([
                    person.id.rawValue, person.name, person.roles.map(\.rawValue).joined(separator: ", "),
                    person.organisation, person.spoke ?? "",
                ])
            }
            Console.line(table.text)
        }
    }
}
