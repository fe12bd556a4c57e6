import Casework
import Foundation
import Ledger
import Shares
import Testing

/// Documents for many shares at once, each as it would be made alone.
@Suite struct DocumentExportTests {
    private func files(in folder: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    }

    @Test func everyShareOfTheSelectionHasTheAgreementThatItsTermsAskFor() async throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B/../1"), Row("C", ["status": "Closed"])])
        try desk.act("edit", on: "B/../1", by: "hub", ["agreement_type": "Process MoU"])
        let folder = desk.path("agreements")
        let written = try await desk.office.exportDocuments(
            where: [try #require(ShareFilter("stage=inherited"))], template: nil, formats: [.html, .odt], to: folder)
        #expect(written.map(\.share) == ["A", "B/../1"])
        #expect(written.map(\.template) == ["data-sharing-agreement", "process-mou"])
        #expect(try files(in: folder) == ["A.html", "A.odt", "B%2F..%2F1.html", "B%2F..%2F1.odt"])
        for (format, name) in [(DocumentFormat.html, "A.html"), (.odt, "A.odt")] {
            let alone = try await desk.office.document("A", template: "data-sharing-agreement", format: format)
            #expect(FileManager.default.contents(atPath: folder + "/" + name).map(Array.init) == alone.bytes)
            #expect(written[0].missing == alone.missing)
        }
    }

    @Test func anUnknownTemplateOrAFolderThatCannotBeLeavesNothing() async throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        let unknown = await #expect(throws: Findings.self) {
            try await desk.office.exportDocuments(
                where: [], template: "treaty", formats: [.html], to: desk.path("treaties"))
        }
        #expect(unknown?.all.map(\.rule) == ["unknown-template"])
        #expect(try files(in: desk.path("treaties")) == [])
        try Data("x".utf8).write(to: URL(fileURLWithPath: desk.path("file")))
        let blocked = await #expect(throws: Findings.self) {
            try await desk.office.exportDocuments(where: [], template: nil, formats: [.html], to: desk.path("file/in"))
        }
        #expect(blocked?.all.map(\.rule) == ["cannot-write"])
    }
}
