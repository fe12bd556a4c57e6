import JSONValues
import Testing
import Workflows

@Suite struct MasterDefinitionTests {
    @Test func theFiveAreSoundAndEveryInvariantHolds() throws {
        let proof = try MasterDefinitions.load().prove()
        #expect(proof.faults.map(\.description) == [])
        // A product of machines that hold each other up is thousands of configurations: fewer would mean that most of it
        // was never looked at.
        #expect(proof.configurations > 5_000)
    }

    @Test(arguments: Machine.allCases)
    func aDefinitionWrittenOutReadsAsItself(machine: Machine) throws {
        let definition = try MasterDefinitions.load()[machine]
        #expect(try Definition(json: definition.definition.json, file: "again") == definition.definition)
        #expect(
            definition.canonical
                == (try JSONValue(parsing: MasterDefinitions.files()["\(machine).json"] ?? []).canonical()))
    }

    @Test func whatARegisterSaysIsLiveStartsAsInherited() throws {
        let starts = try MasterDefinitions.load().starts
        #expect(
            starts["live"]
                == Configuration(
                    proposal: "inherited", dpia: "inherited", approval: "inherited", review: "scheduled",
                    retirement: "not-begun"))
        #expect(starts["pending-approval"]?.dpia == "inherited")
        #expect(starts["proposed"]?.proposal == "draft")
    }

    @Test(arguments: ["closed", "withdrawn", "refused"] as [EntryName])
    func whatARegisterSaysIsOverIsOverInEveryMachine(entry: EntryName) throws {
        let definitions = try MasterDefinitions.load()
        let start = try #require(definitions.starts[entry])
        for machine in Machine.allCases {
            #expect(definitions[machine].state(start[machine])?.isEnd == true, "\(machine) at \(start[machine])")
        }
    }

    @Test func nobodyDecidesOnTheirOwnRequest() throws {
        let definitions = try MasterDefinitions.load()
        #expect(
            definitions[.proposal].transition("accept", from: "submitted")?.notBy == ["propose", "submit", "resubmit"])
        #expect(
            definitions[.dpia].transition("approve-dpia", from: "awaiting-decision")?.notBy == [
                "submit-assessment", "propose", "submit", "resubmit", "submit-amendment",
            ])
        #expect(definitions[.approval].transition("sign-off", from: "signing-off")?.notBy.contains("submit") == true)
    }

    /// To propose the end of a share decides nothing, and the end is its owner's to decide: docs/decisions.
    @Test func whoeverProposesTheEndOfAShareIsBarredFromNothing() throws {
        for definition in try MasterDefinitions.load().all {
            let barring = definition.definition.transitions.filter { $0.notBy.contains("propose-retirement") }
            #expect(barring.map(\.command) == [])
        }
    }

    /// Beginning an amendment says that something has to change, and not what: docs/decisions.
    @Test func whoeverBeginsAnAmendmentIsBarredFromNothing() throws {
        for definition in try MasterDefinitions.load().all {
            let barring = definition.definition.transitions.filter { $0.notBy.contains("begin-amendment") }
            #expect(barring.map(\.command) == [])
        }
        #expect(
            try MasterDefinitions.load()[.proposal].transition("accept-amendment", from: "amendment-submitted")?.notBy
                == ["edit", "answer", "submit-amendment"])
    }

    @Test func everyStateThatSomebodyMustLeaveSaysWhomItWaitsFor() throws {
        for definition in try MasterDefinitions.load().all {
            for state in definition.definition.states where state.groups.contains("working") {
                #expect(!state.waitsFor.isEmpty, "\(definition.machine) \(state.name)")
                #expect(!state.deadlines.isEmpty, "\(definition.machine) \(state.name)")
            }
        }
    }
}
