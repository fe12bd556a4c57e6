import ArgumentParser
import Casework
import Foundation
import Shares

extension PeopleCommand {
    struct Password: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Sets the password with which a person signs in to the pages, and ends their sessions.",
            discussion: """
                The password is read from standard input, one line; --generate makes one and prints it.

                Example: concordat people password owner --generate
                """)

        @OptionGroup var global: GlobalOptions
        @Argument(help: "The person.") var id: String
        @Flag(help: "Make a password and print it.") var generate = false
        @Option(
            name: .customLong("as"), help: "Who says so: the person, or the hub. Nobody is named at a first set-up.")
        var actor: String?

        func run() async throws {
            let office = try global.office()
            let password = generate ? Self.made() : try Self.read()
            try office.setPassword(of: PersonID(id), to: password, as: actor.map { PersonID($0) })
            Console.line(
                generate ? "\(Console.safe(id)) signs in with: \(password)" : "\(Console.safe(id)) can sign in.")
        }

        private static func read() throws -> String {
            guard let line = readLine(strippingNewline: true), !line.isEmpty else {
                throw ValidationError("Give the password on standard input, or --generate.")
            }
            return line
        }

        /// Twenty characters without those that are mistaken for each other: 99 bits.
        private static func made() -> String {
            let alphabet = Array("23456789abcdefghjkmnpqrstuvwxyz")
            var source = SystemRandomNumberGenerator()
            let letters = (0..<20).compactMap { _ in alphabet.randomElement(using: &source) }
            return stride(from: 0, to: 20, by: 5).map { String(letters[$0..<($0 + 5)]) }.joined(separator: "-")
        }
    }
}
