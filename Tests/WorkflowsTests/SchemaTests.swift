import JSONValues
import Testing
import Workflows

/// The JSON Schema says of the format what a schema can say.
@Suite struct SchemaTests {
    static func document() throws -> JSONValue {
        try JSONValue(parsing: RepositoryFiles.bytes("Templates/schemas/workflow.schema.json"))
    }

    @Test(arguments: Machine.allCases)
    func theSchemaAcceptsTheMasterDefinitions(machine: Machine) throws {
        let json = try JSONValue(parsing: MasterDefinitions.files()["\(machine.rawValue).json"] ?? [])
        #expect(try JSONSchema(Self.document()).faults(in: json) == [])
    }

    @Test(arguments: ["shape.json", "names.json", "together.json", "too-many-states.json", "unknown-machine.json"])
    func theSchemaRejectsWhatASchemaCanReject(name: String) throws {
        let json = try JSONValue(parsing: RepositoryFiles.bytes("\(BrokenDefinitionTests.folder)/\(name)"))
        #expect(try !JSONSchema(Self.document()).faults(in: json).isEmpty)
    }

    @Test func theSchemaKnowsTheNamesOfTheVocabulary() throws {
        let definitions = try #require(try Self.document()["$defs"])
        func listed(_ kind: String) -> Set<String> {
            Set(definitions[kind]?["enum"]?.array?.compactMap(\.string) ?? [])
        }
        let master = WorkflowVocabulary.master
        #expect(listed("role") == Set(master.roles.map(\.rawValue)))
        #expect(listed("need") == Set(master.needs.map(\.rawValue)))
        #expect(listed("evidence") == Set(master.evidence.map(\.rawValue)))
        #expect(listed("record") == Set(master.records.map(\.rawValue)))
        #expect(listed("date") == Set(master.dates.map(\.rawValue)))
        let entries = try Self.document()["properties"]?["entries"]?["required"]?.array?.compactMap(\.string)
        #expect(Set(entries ?? []) == Set(master.entries.map(\.rawValue)))
    }
}
