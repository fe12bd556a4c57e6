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

    /// Damage of any kind is answered with faults, or does no harm; it never ends the program.
    @Test func aDamagedFileIsAnsweredAndNotTrappedOn() throws {
        let files = try MasterDefinitions.files()
        let original = try #require(files["review.json"])
        let pieces: [[UInt8]] = ["{}", "[]", "null", "-1", "1e9", "\"#\"", "\"\"", "true", "\"due\"", ",", "\u{0}"]
            .map { Array($0.utf8) }
        let seed: UInt64 = 20_260_205
        var random = SeededGenerator(seed: seed)
        var refused = 0
        for round in 0..<60 {
            var damaged = original
            let start = Int.random(in: 0..<damaged.count, using: &random)
            let end = min(damaged.count, start + Int.random(in: 0..<40, using: &random))
            damaged.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
            var these = files
            these["review.json"] = damaged
            do {
                _ = try Definitions.load(files: these, vocabulary: .master)
            } catch {
                refused += 1
                #expect(!error.all.isEmpty, "seed \(seed), round \(round)")
            }
        }
        #expect(refused > 40, "seed \(seed)")
    }

    @Test func deadlinesThatLeaveTheCalendarAreRefused() throws {
        var files = try MasterDefinitions.files()
        let text = String(decoding: files["review.json"] ?? [], as: UTF8.self)
        files["review.json"] = Array(
            text.replacing("\"workingDays\": -20", with: "\"workingDays\": -9007199254740991").utf8)
        let faults = try #require(throws: DefinitionFaults.self) {
            try Definitions.load(files: files, vocabulary: .master)
        }
        #expect(faults.all.map(\.rule) == [.tooMany])
    }

    @Test func everyKindOfFaultIsShownByAFile() throws {
        var shown: Set<String> = ["doubled-machine", "doubled-department", "sign-off-nobody-may-give"]
        for listed in [try Self.expected(), try OverlayTests.expected()] {
            for (_, faults) in listed["faults"]?.object ?? [:] {
                for fault in faults.array ?? [] { shown.insert(fault["rule"]?.string ?? "") }
            }
        }
        #expect(Set(DefinitionFault.Rule.allCases.map(\.rawValue)).subtracting(shown) == [])
    }
}
