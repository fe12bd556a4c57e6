import Casework
import Shares
import Testing

/// What is to be signed is complete, or is not made.
@Suite struct SignatureCopyTests {
    @Test func anIncompleteAgreementIsMadeAndIsRefusedForSignature() async throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let draft = try await desk.office.document("A", template: "data-sharing-agreement", format: .html)
        #expect(draft.missing.contains("the method of disposal"))
        let refusal = await #expect(throws: Refusal.self) {
            try await desk.office.document(
                "A", template: "data-sharing-agreement", format: .html, isForSignature: true)
        }
        #expect(Set(refusal?.reasons.map(\.rule) ?? []) == ["document-incomplete"])
        #expect(refusal?.reasons.map(\.says) == draft.missing.map { "It is to be completed: \($0)." })
    }

    @Test func whatTheDepartmentKeepsAboutAPartyIsInItsAgreements() async throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let draft = try await desk.office.document("A", template: "data-sharing-agreement", format: .html)
        #expect(String(decoding: draft.bytes, as: UTF8.self).contains("Caxton House, Tothill Street, London SW1H 9NA"))
        #expect(!draft.missing.contains { $0.hasPrefix("the address") })
    }
}
