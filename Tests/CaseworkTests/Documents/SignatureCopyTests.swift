import Casework
import Crypto
import Foundation
import Ledger
import Shares
import Testing
import Workflows

/// What is to be signed is complete, or is not made.
@Suite struct SignatureCopyTests {
    @Test func anIncompleteAgreementIsMadeAndIsRefusedForSignature() async throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let draft = try await desk.office.document("A", template: "data-sharing-agreement", format: .html)
        #expect(draft.missing.contains("the volume of data"))
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

    /// Whatever becomes of templates and of the share, what was signed is what is shown; a change of it is found.
    @Test func theTextThatIsSignedIsKeptByteForByte() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let (text, bytes) = try desk.office.frozenText(of: "A", agreement: 1)
        #expect(text.template == "data-sharing-agreement")
        #expect(Array(SHA256.hash(data: bytes)).map { String(format: "%02x", $0) }.joined() == text.digest)
        #expect(try desk.share("A").approved?.text == text)
        let words = String(decoding: bytes, as: UTF8.self)
        #expect(words.hasPrefix("<!DOCTYPE html>") && words.contains("Earnings check"))
        #expect(try desk.office.verifyAudit().faults == [])

        try Life.live(Life.amendment, "A", at: desk)
        #expect(try desk.office.frozenText(of: "A", agreement: 1).bytes == bytes)
        let second = try desk.office.frozenText(of: "A", agreement: 2)
        #expect(String(decoding: second.bytes, as: UTF8.self).contains("Address"))
        #expect(second.0.digest != text.digest)
        #expect(try desk.office.verifyAudit().faults == [])
        #expect(throws: Refusal.self) { try desk.office.frozenText(of: "A", agreement: 3) }
    }

    @Test func aTextWithGapsIsFrozenOnlyForAReason() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix { $0.command != "prepare-agreement" }), "A", at: desk)
        let before = try desk.position()
        let refusal = try #require(throws: Refusal.self) { try desk.act("prepare-agreement", on: "A", by: "legal") }
        #expect(Set(refusal.reasons.map(\.rule)) == ["text-incomplete"])
        #expect(refusal.reasons.map(\.says).contains("The text is to be completed: the volume of data: give volume."))
        #expect(refusal.reasons.last?.says.hasPrefix("Complete it, or give the reason") == true)
        #expect(try desk.position() == before)
        try desk.act("prepare-agreement", on: "A", by: "legal", ["reason": "The annex says the rest"])
        #expect(try desk.share("A").state(.approval) == "signing")
        let text = String(decoding: try desk.office.frozenText(of: "A", agreement: 1).bytes, as: UTF8.self)
        #expect(text.contains("Cover note: signed with these open."))
        #expect(text.contains("<span>The annex says the rest</span>"))
        #expect(!text.contains("not ready for signature"))
    }

    @Test func whoSignsIsToldWhatTheTextLeavesOpen() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try Life.live(Array(Life.proposed.prefix { $0.command != "sign" }), "A", at: desk)
        let open = try desk.office.check("A").filter { $0.rule == "text-incomplete" }
        #expect(open.count == 1 && open[0].message.contains("the volume of data"))
    }

    @Test func noReasonLetsAnEssentialStandOpen() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk, ["disposal": "", "rights_contact": "", "recipient_role": ""])
        try Life.live(Array(Life.proposed.prefix { $0.command != "prepare-agreement" }), "A", at: desk)
        let refusal = try #require(throws: Refusal.self) {
            try desk.act("prepare-agreement", on: "A", by: "legal", ["reason": "The annex says the rest"])
        }
        #expect(
            Set(refusal.reasons.map(\.says)) == [
                "The text is to be completed: the controller role (Department for Work and Pensions): give provider_role and recipient_role.",
                "The text is to be completed: the single point of contact for individuals: give rights_contact.",
                "The text is to be completed: the method of disposal: give disposal.",
                "No agreement can be signed without these, whatever the reason: document A shows where.",
            ])
        #expect(try desk.share("A").approval.agreements == [])
    }

    @Test func whatIsOnlyNeededForPeoplesDataMayStandOpenWhereThereAreNone() throws {
        let desk = try Desk()
        try Life.propose(
            "A", at: desk,
            [
                "provider": "VOA", "data_items": "Property type; Floor area", "data_subjects": "", "lawful_basis": "",
                "rights_contact": "", "privacy_information": "", "disposal": "",
            ])
        try Life.live(Array(Life.proposed.prefix { $0.command != "screen" }), "A", at: desk)
        try desk.act("screen", on: "A", by: "owner", ["outcome": "not-required", "reason": "No personal data"])
        try desk.act("excuse", on: "A", by: "dpo", ["reason": "No personal data"])
        try desk.act("open", on: "A", by: "owner")
        try desk.act("sign-off", on: "A", by: "owner")
        let refusal = try #require(throws: Refusal.self) {
            try desk.act("prepare-agreement", on: "A", by: "legal", ["reason": "The annex says the rest"])
        }
        #expect(refusal.reasons.first?.says == "The text is to be completed: the method of disposal: give disposal.")
        #expect(refusal.reasons.count == 2)
    }
}
