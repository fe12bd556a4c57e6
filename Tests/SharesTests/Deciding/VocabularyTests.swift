import Foundation
import JSONValues
import Shares
import Testing
import Workflows

/// What workflow files may name is what the program knows the meaning of.
@Suite struct VocabularyTests {
    private func listed(_ kind: String) throws -> Set<String> {
        let folder = try #require(RepositoryFolder.url())
        let schema = try JSONValue(
            parsing: Array(
                try Data(contentsOf: folder.appendingPathComponent("Templates/schemas/workflow.schema.json"))))
        return Set(schema["$defs"]?[kind]?["enum"]?.array?.compactMap(\.string) ?? [])
    }

    @Test func theSchemaListsWhatTheProgramKnows() throws {
        #expect(try listed("role") == Set(RoleName.known.map(\.rawValue)))
        #expect(try listed("need") == Set(Fact.allCases.map(\.rawValue)))
        #expect(try listed("evidence") == Set(EvidenceField.allCases.map(\.rawValue)))
        #expect(try listed("record") == Set(Recording.allCases.map(\.rawValue)))
        #expect(try listed("date") == Set(ShareDate.allCases.map(\.rawValue)))
    }

    @Test func theVocabularyIsTheEnumerations() {
        let vocabulary = Rulebook.vocabulary
        #expect(vocabulary.roles == Set(RoleName.known))
        #expect(vocabulary.needs == Set(Fact.allCases.map(\.name)))
        #expect(vocabulary.evidence == Set(EvidenceField.allCases.map(\.name)))
        #expect(vocabulary.records == Set(Recording.allCases.map(\.name)))
        #expect(vocabulary.dates == Set(ShareDate.allCases.map(\.name)))
        #expect(vocabulary.entries == EntryName.known)
    }

    @Test func everyStatusOfARegisterIsAWayIn() throws {
        let statuses = try RepositoryFolder.reference().statuses.all.map { EntryName(rawValue: $0.id) }
        #expect(Set(statuses) == EntryName.known)
    }
}
