import Casework
import Foundation
import Ledger
import Shares
import Testing

/// Whose installation it is comes from a file that a department edits.
@Suite struct DepartmentFileTests {
    private func department(_ text: String) throws -> Department {
        let root = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: TemplateFolder.bundled.root, to: root)
        defer { try? FileManager.default.removeItem(at: root) }
        let file = root.appending(path: "department.json")
        try FileManager.default.removeItem(at: file)
        try Data(text.utf8).write(to: file)
        return try Office(ledger: Ledger.inMemory(), templates: TemplateFolder(root: root)).department()
    }

    @Test func anyOrganisationOfTheReferenceDataCanIssue() throws {
        #expect(try department(#"{"organisation": "hm-revenue-customs"}"#).organisation.id == "hm-revenue-customs")
        #expect(
            try Office(ledger: Ledger.inMemory()).department().organisation.id == "department-for-work-pensions")
    }

    static let broken = [
        (#"{"organisation": "nobody"}"#, "department.json at /organisation"),
        (#"{}"#, "department.json at /organisation"),
        (#"{"organisation": "hm-revenue-customs", "x": 1}"#, "department.json at /x"), ("{", "line 1, column 2"),
    ]

    @Test(arguments: broken) func whatIsWrongIsSaidWithItsPlace(_ text: String, _ place: String) {
        let findings = #expect(throws: Findings.self) { try department(text) }
        #expect(findings?.all.map(\.rule) == ["department"])
        #expect(findings?.all.first?.place.description.hasPrefix(place) == true, "\(String(describing: findings))")
    }
}
