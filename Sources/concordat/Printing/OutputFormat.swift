import ArgumentParser
import Foundation

/// For people, or for programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, csv
}

/// The formats of what is no table.
enum PlainFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

extension Encodable {
    /// Printed as JSON, keys in order, for programs.
    func printAsJSON() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        Console.write(Array(try encoder.encode(self)) + [0x0A])
    }
}
