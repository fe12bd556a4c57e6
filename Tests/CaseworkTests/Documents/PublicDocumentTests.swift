import Casework
import Shares
import Testing

/// What may leave for everybody, and which document an agreement's name asks for.
@Suite struct PublicDocumentTests {
    /// As `docs/registers.md` says of the public registers.
    @Test(arguments: [
        (["classification": "SECRET"], "classified SECRET or above"),
        (["classification": "TOP SECRET"], "classified SECRET or above"),
        (["classification": "RESTRICTED"], "obsolete or not understood"),
        (["classification": "hush hush"], "obsolete or not understood"),
    ])
    func theAnswerForThePublicIsRefusedForWhatIsNotForIt(cells: [String: String], why: String) async throws {
        let desk = try Desk()
        try desk.importing([Row("A", cells), Row("B")])
        let refusal = try await #require(throws: Refusal.self) {
            try await desk.office.document("A", template: "foi-answer", format: .html)
        }
        #expect(refusal.reasons.map(\.rule) == ["not-for-the-public"])
        #expect(refusal.reasons[0].says.contains(why))
        _ = try await desk.office.document("B", template: "foi-answer", format: .html)
        _ = try await desk.office.document("A", template: "data-sharing-agreement", format: .html)
        let written = try await desk.office.exportDocuments(
            where: [], template: "foi-answer", formats: [.html], to: desk.path("answers"))
        #expect(written.map(\.refused.isEmpty) == [false, true])
    }

    @Test func aProposalIsNotForThePublic() async throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let refusal = try await #require(throws: Refusal.self) {
            try await desk.office.document("A", template: "foi-answer", format: .odt)
        }
        #expect(refusal.reasons[0].says.contains("not agreed"))
    }

    @Test(arguments: [
        ("umbrella MoU", "umbrella-mou"), ("process MoU", "process-mou"),
        ("Data usage agreement", "data-usage-agreement"),
        ("data sharing agreement", "data-sharing-agreement"),
        ("information sharing agreement under the Digital Economy Act", "information-sharing-agreement"),
        ("Joint-controller arrangement", "joint-controller-arrangement"),
        ("Processor contract", "processor-contract-schedule"),
        ("Art28ProcessorContract", "processor-contract-schedule"),
    ])
    func everyNameOfAnAgreementLeadsToItsDocument(name: String, template: String) async throws {
        let desk = try Desk()
        try desk.importing([Row("A")])
        try desk.act("edit", on: "A", by: "hub", ["agreement_type": name])
        let written = try await desk.office.exportDocuments(
            where: [], template: nil, formats: [.html], to: desk.path("agreements"))
        #expect(written.map(\.template) == [template])
    }
}
