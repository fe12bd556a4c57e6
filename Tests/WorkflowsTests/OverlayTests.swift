import Foundation
import JSONValues
import Testing
import Workflows

/// Departments narrow the master, and every attempt to widen it is found.
@Suite struct OverlayTests {
    static let departments = DepartmentNames(
        organisations: ["department-for-work-pensions", "pension-protection-fund"], spokes: ["fraud-and-error"])

    static func narrowed(_ path: String) throws -> NarrowedDefinitions {
        try narrowed(RepositoryFiles.bytes(path), path)
    }

    static func narrowed(_ bytes: [UInt8], _ file: String = "test.json") throws -> NarrowedDefinitions {
        try NarrowedDefinitions(
            overlay: bytes, file: file, on: MasterDefinitions.load(), vocabulary: .master, departments: departments)
    }

    static func faults(_ json: String) throws -> [String] {
        let faults = try #require(throws: DefinitionFaults.self) { try narrowed(Array(json.utf8)) }
        return faults.all.map { "\($0.rule.rawValue) \($0.pointer)" }
    }

    // MARK: - The samples

    @Test(arguments: ["fraud-and-error", "pension-protection-fund"])
    func aSampleOverlayPassesTheSameProofAsTheMaster(name: String) throws {
        let narrowed = try Self.narrowed("Samples/overlays/\(name).json")
        #expect(narrowed.overlay.name == name)
        let proof = narrowed.definitions.prove()
        #expect(proof.faults.isEmpty, "\(proof.faults)")
        #expect(proof.configurations > 1_000)
    }

    @Test(arguments: ["fraud-and-error", "pension-protection-fund"])
    func theSchemaAcceptsTheSampleOverlays(name: String) throws {
        let json = try JSONValue(parsing: RepositoryFiles.bytes("Samples/overlays/\(name).json"))
        #expect(try Self.schema().faults(in: json) == [])
    }

    static func schema() throws -> JSONSchema {
        try JSONSchema(try JSONValue(parsing: RepositoryFiles.bytes("Templates/schemas/overlay.schema.json")))
    }

    /// What may be done under an overlay may be done under the master: by the same roles, from the same states, to the
    /// same end, with no need, field or segregation less.
    @Test(arguments: ["fraud-and-error", "pension-protection-fund"])
    func nothingIsPossibleThatTheMasterRefuses(name: String) throws {
        let master = try MasterDefinitions.load()
        let narrowed = try Self.narrowed("Samples/overlays/\(name).json").definitions
        var differences = 0
        for definition in narrowed.all {
            for transition in definition.definition.transitions {
                for state in transition.from {
                    let before = try #require(
                        master[definition.machine].transition(transition.command, from: state),
                        "\(definition.machine) \(transition.command) from \(state)")
                    #expect(before.to == transition.to)
                    #expect(Set(transition.roles).isSubset(of: before.roles))
                    #expect(Set(transition.needs).isSuperset(of: before.needs))
                    #expect(Set(transition.evidence).isSuperset(of: before.evidence))
                    #expect(Set(transition.notBy).isSuperset(of: before.notBy))
                    #expect(before.records == transition.records && before.clears == transition.clears)
                    #expect(before.causes == transition.causes)
                    if before.needs != transition.needs || before.roles != transition.roles { differences += 1 }
                }
            }
        }
        #expect(differences > 3, "an overlay that changes nothing shows nothing")
    }

    @Test func theStricterSampleChangesWhatItSays() throws {
        let definitions = try Self.narrowed("Samples/overlays/fraud-and-error.json").definitions
        #expect(definitions[.dpia].transition("approve-dpia", from: "awaiting-decision")?.roles == ["siro"])
        #expect(
            definitions[.dpia].transition("approve-dpia", from: "awaiting-decision")?.title
                == "Accept the risk that remains (SIRO only)")
        // Only the states that are named: the screening can still be recorded again by the data owner.
        #expect(definitions[.dpia].transition("screen", from: "not-started")?.roles == ["dpo"])
        #expect(definitions[.dpia].transition("screen", from: "screened")?.roles == ["dpo", "data-owner"])
        #expect(definitions[.dpia].transition("record-existing-dpia", from: "inherited") == nil)
        #expect(definitions[.approval].transition("reinstate", from: "suspended") == nil)
        #expect(definitions[.approval].transition("set-condition", from: "signing-off") != nil)
        #expect(
            definitions[.proposal].state("submitted")?.deadlines.map(\.offset) == [.workingDays(5), .workingDays(10)])
        #expect(definitions[.proposal].definition.clocks.first?.target == 10)
        let regularised = definitions[.approval].transition("bring-into-force", from: "regularising-agreed")
        let amended = definitions[.approval].transition("bring-into-force", from: "amendment-agreed")
        #expect(regularised?.needs.contains(.fact("security-stated")) == false)
        #expect(amended?.needs.contains(.fact("security-stated")) == true)
    }

    @Test func aTransitionOfWhichSomeStatesAreNarrowedIsTwo() throws {
        let json = """
            {"overlay": "some", "version": 1, "title": "Some", "appliesTo": {"spokes": ["fraud-and-error"]},
             "uses": {"approval": ["reinstate", "set-condition"], "dpia": ["record-existing-dpia"],
                      "review": ["set-aside"], "retirement": ["withdraw-notice"]},
             "workflows": {"proposal": {"transitions": [
               {"command": "withdraw", "from": ["submitted"], "roles": ["requester"]}]}}}
            """
        let definitions = try Self.narrowed(Array(json.utf8)).definitions
        #expect(definitions[.proposal].transition("withdraw", from: "submitted")?.roles == ["requester"])
        #expect(definitions[.proposal].transition("withdraw", from: "draft")?.roles == ["requester", "hub"])
        let master = try MasterDefinitions.load()
        #expect(
            definitions[.proposal].definition.transitions.count == master[.proposal].definition.transitions.count + 1)
        #expect(definitions[.approval].definition == master[.approval].definition)
    }

    // MARK: - The broken ones

    static let folder = "Samples/broken/overlays"

    static func expected() throws -> JSONValue {
        try JSONValue(parsing: RepositoryFiles.bytes("\(folder)/expected.json"))
    }

    @Test(arguments: ["not-json.json", "widening.json", "names.json", "nobody.json"])
    func aBrokenOverlayGivesExactlyItsFaults(name: String) throws {
        let listed = try #require(try Self.expected()["faults"]?[name]?.array)
        let expected = listed.map { "\($0["rule"]?.string ?? "") \($0["pointer"]?.string ?? "")" }
        let faults = try #require(throws: DefinitionFaults.self) { try Self.narrowed("\(Self.folder)/\(name)") }
        let found = faults.all.map { "\($0.rule.rawValue) \($0.pointer)" }
        #expect(found.sorted() == expected.sorted(), "\(faults)")
        #expect(faults.all.allSatisfy { $0.message.count > 10 && $0.file.hasSuffix(name) })
    }

    @Test func anOverlayThatIsWellMadeAndNotSafeFailsTheProof() throws {
        let name = "strands-a-suspended-share.json"
        let expected = try #require(try Self.expected()["proof"]?[name]?.array).compactMap(\.string)
        let found = try Self.narrowed("\(Self.folder)/\(name)").definitions.prove().faults.compactMap {
            if case .violated(_, let invariant, _) = $0 { invariant.name } else { nil }
        }
        #expect(found == expected)
    }

    @Test func everyBrokenOverlayIsLoadedByATest() throws {
        let names = try FileManager.default.contentsOfDirectory(
            atPath: RepositoryFiles.root.appending(path: Self.folder).path)
        let listed = ["faults", "proof"].flatMap { key in
            (try? Self.expected()[key]?.object?.keys.map { $0 }) ?? []
        }
        #expect(Set(names) == Set(listed + ["expected.json"]))
    }

    @Test func aDamagedOverlayIsAnsweredAndNotTrappedOn() throws {
        let original = try RepositoryFiles.bytes("Samples/overlays/fraud-and-error.json")
        let pieces: [[UInt8]] = ["{}", "[]", "null", "-1", "1e9", "\"#\"", "\"\"", "true", "\"dpo\"", ","]
            .map { Array($0.utf8) }
        let seed: UInt64 = 20_260_911
        var random = SeededGenerator(seed: seed)
        var refused = 0
        for round in 0..<60 {
            var damaged = original
            let start = Int.random(in: 0..<damaged.count, using: &random)
            let end = min(damaged.count, start + Int.random(in: 0..<40, using: &random))
            damaged.replaceSubrange(start..<end, with: pieces.randomElement(using: &random) ?? [])
            do {
                _ = try Self.narrowed(damaged)
            } catch let faults as DefinitionFaults {
                refused += 1
                #expect(!faults.all.isEmpty, "seed \(seed), round \(round)")
            }
        }
        #expect(refused > 40, "seed \(seed)")
    }
}
