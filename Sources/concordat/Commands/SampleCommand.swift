import ArgumentParser
import Casework
import Foundation

struct SampleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample", abstract: "Prints a realistic portfolio as CSV, the same for the same seed.",
        discussion: "Example: concordat sample --shares 1500 --seed 1 > portfolio.csv")

    @OptionGroup var global: GlobalOptions
    @Option(help: "How many shares: 1 to 1,000,000.") var shares = 1500
    @Option(help: "Any number: the same seed gives the same portfolio.") var seed: UInt64 = 1

    func validate() throws {
        guard (1...1_000_000).contains(shares) else { throw ValidationError("--shares takes 1 to 1000000.") }
    }

    func run() async throws {
        let office = try global.officeWithoutDatabase()
        try office.writeSample(shares: shares, seed: seed) { Console.write($0) }
    }
}
