import JSONValues
import Testing
import Workflows

/// Every file in `Samples/broken/workflows` gives exactly the faults that `expected.json` beside it lists.
@Suite struct BrokenDefinitionTests {
    static let folder = "Samples/broken/workflows"

    struct Expected: Hashable {
        let rule: String
        let pointer: String
    }

    static func expected() throws -> JSONValue {
        try JSONValue(parsing: RepositoryFiles.bytes("\(folder)/expected.json"))
    }

    /// The masters with the file in the place of the machine that it defines, here always named.
    static func files(with name: String, for machine: Machine) throws -> [String: [UInt8]] {
        var files = try MasterDefinitions.files()
        files["\(machine.rawValue).json"] = try RepositoryFiles.bytes("\(folder)/\(name)")
        return files
    }

    @Test(arguments: [
        "not-json.json", "shape.json", "names.json", "graph.json", "together.json", "too-many-states.json",
        "unknown-machine.json",
    ])
    func aBrokenFileGivesExactlyItsFaults(name: String) throws {
        let listed = try #require(try Self.expected()["faults"]?[name]?.array)
        let expected = listed.map { Expected(rule: $0["rule"]?.string ?? "", pointer: $0["pointer"]?.string ?? "") }
        let files = try Self.files(with: name, for: .review)
        let faults = try #require(throws: DefinitionFaults.self) {
            try Definitions.load(files: files, vocabulary: .master)
        }
        let found = faults.all.map { Expected(rule: $0.rule.rawValue, pointer: $0.pointer.description) }
        #expect(Set(found) == Set(expected), "\(faults)")
        #expect(found.count == expected.count, "\(faults)")
        #expect(faults.all.allSatisfy { !$0.message.isEmpty })
    }

    @Test(arguments: [
        ("shortcut-around-legal-review.json", Machine.approval), ("retired-without-stopping.json", .retirement),
    ])
    func aFileThatLoadsButIsNotSafeFailsItsProof(name: String, machine: Machine) throws {
        let expected = try #require(try Self.expected()["proof"]?[name]?.array).compactMap(\.string)
        let definitions = try Definitions.load(files: Self.files(with: name, for: machine), vocabulary: .master)
        let found = definitions.prove().faults.compactMap { fault -> String? in
            if case .violated(_, let invariant, _) = fault { invariant.name } else { nil }
        }
        #expect(found == expected)
    }

    @Test func aMachineDefinedTwiceIsFound() throws {
        var files = try MasterDefinitions.files()
        files["second-review.json"] = files["review.json"]
        let faults = try #require(throws: DefinitionFaults.self) {
            try Definitions.load(files: files, vocabulary: .master)
        }
        #expect(faults.all.map(\.rule) == [.doubledMachine])
        #expect(faults.all.first?.file == "second-review.json")
    }

    @Test func everyMachineThatIsMissingIsNamed() throws {
        let faults = try #require(throws: DefinitionFaults.self) {
            try Definitions.load(files: [:], vocabulary: .master)
        }
        #expect(faults.all.map(\.rule) == Array(repeating: .missingMachine, count: 5))
    }

    @Test func everyKindOfFaultIsShownByAFile() throws {
        var shown: Set<String> = ["doubled-machine"]
        for (_, faults) in try Self.expected()["faults"]?.object ?? [:] {
            for fault in faults.array ?? [] { shown.insert(fault["rule"]?.string ?? "") }
        }
        #expect(Set(DefinitionFault.Rule.allCases.map(\.rawValue)).subtracting(shown) == [])
    }
}
