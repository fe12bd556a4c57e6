import Testing
import Workflows

/// Pages in `docs/` that are printed from the definitions: compared, or rewritten with `RECORD=1`.
@Suite struct PrintedDocumentTests {
    @Test func thePermissionTableInTheDocumentsIsThatOfTheDefinitions() throws {
        let table = PermissionTable(try MasterDefinitions.load())
        try compare(
            "docs/permissions.md",
            with: """
                # Who may do what, and when

                Printed from `Templates/workflows/` by a test (`RECORD=1 swift test --filter PrintedDocumentTests` rewrites
                it); the pages and the command line obey the same table. ● marks a role that may give the command. A command
                that no role may give follows from another, named in the last column. What the needs mean is in
                [workflow-format.md](workflow-format.md).

                \(table.markdown())
                """)
    }

    @Test(arguments: Machine.allCases)
    func theDiagramInTheDocumentsIsThatOfTheDefinition(machine: Machine) throws {
        let definition = try MasterDefinitions.load()[machine].definition
        let meanings = definition.states.map { state in
            "| \(state.title) | `\(state.name)` | \(state.meaning) | "
                + "\(state.waitsFor.map(\.rawValue).joined(separator: ", ")) |"
        }
        let invariants = definition.invariants.map { "- `\($0.name)`: \($0.says)" }
        try compare(
            "docs/workflows/\(machine.rawValue).md",
            with: """
                # \(definition.title)

                \(definition.summary) Printed from `Templates/workflows/\(machine.rawValue).json`, version \(definition.version), by a test.

                ```mermaid
                \(definition.mermaid())```

                | state | name | what is true of a share there | waits for |
                |---|---|---|---|
                \(meanings.joined(separator: "\n"))

                What always holds:

                \(invariants.joined(separator: "\n"))

                """)
    }

    private func compare(_ path: String, with printed: String) throws {
        if RepositoryFiles.records {
            try RepositoryFiles.write(printed, to: path)
        } else {
            #expect(
                try RepositoryFiles.text(path) == printed,
                "\(path) is out of date: run with RECORD=1 and read the difference")
        }
    }
}
