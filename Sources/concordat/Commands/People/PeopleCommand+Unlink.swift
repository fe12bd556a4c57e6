import ArgumentParser
import Casework
import Shares

extension PeopleCommand {
    struct Unlink: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Unbinds a person from the account with which they sign in, and ends their sessions.",
            discussion: """
                The account of the provider that is next found by their id or address is bound to them.

                Example: concordat people unlink owner --as hub
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Option(
            name: .customLong("as"), help: "Who says so: somebody of the hub. Nobody is named at the machine itself.")
        var actor: String?

        func run() async throws {
            try global.existingOffice().unlink(PersonID(id), as: actor.map { PersonID($0) })
            Console.line("\(Console.safe(id)) is bound to no account, and signed out.")
        }
    }
}
