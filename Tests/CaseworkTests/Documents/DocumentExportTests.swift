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

    @Test func aDocumentWithoutATemplateIsTheAgreementThatTheShareAsksFor() async throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        try desk.act("edit", on: "A", by: "hub", ["agreement_type": "Process MoU"])
        let document = try await desk.office.document("A", template: nil, format: .html)
        #expect(
            try await document.bytes == desk.office.document("A", template: "process-mou", format: .html).bytes)
        let version = try desk.share("A").version
        try desk.act("edit", on: "A", by: "hub", ["purpose": "To check awards"])
        let compared = try desk.office.compareDocuments("A", template: nil, from: version, to: nil, format: .html)
        #expect(
            try compared.bytes
                == desk.office.compareDocuments("A", template: "process-mou", from: version, to: nil, format: .html)
                .bytes)
    }

    /// The others have theirs.
    @Test func aFaultyTemplateKeepsThoseAloneThatAskForIt() async throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "templates-\(UUID().uuidString)")
        try FileManager.default.copyItem(at: TemplateFolder.bundled.root, to: root)
        defer { try? FileManager.default.removeItem(at: root) }
        try Data("<html".utf8).write(to: root.appending(path: "agreements/process-mou.xhtml"))
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B")])
        try desk.act("edit", on: "B", by: "hub", ["agreement_type": "Process MoU"])
        let office = Office(ledger: desk.office.ledger, templates: TemplateFolder(root: root))
        let written = try await office.exportDocuments(
            where: [], template: nil, formats: [.html], to: desk.path("agreements"))
        #expect(written.map(\.refused.isEmpty) == [true, false])
        #expect(written[1].refused.first?.hasPrefix("B: its agreement cannot be made: ") == true)
        #expect(try files(in: desk.path("agreements")) == ["A.html"])
        await #expect(throws: Findings.self) { try await office.document("B", template: nil, format: .html) }
        #expect(try office.checkTemplate(nil, shares: false).errors.map(\.rule) == ["template-unreadable"])
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
