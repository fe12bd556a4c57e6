import Casework
import Shares
import Testing
import Workflows

/// What a document tells somebody of another organisation.
struct OutsideDocumentTests {
    /// An amendment is the department's until its text is frozen for the partner to sign.
    @Test func aPartnersAgreementSaysNothingOfAnAmendmentThatIsBeingWritten() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        try desk.act("begin-amendment", on: "A", by: "hub", ["reason": "Another scheme"])
        try desk.act("edit", on: "A", by: "requester", ["purpose": "To try the lion scheme"])
        func text(for person: String) throws -> String {
            let made = try desk.office.document(
                of: ShareReference("A"), template: nil, format: .html,
                for: try #require(try desk.office.currentRoster()[PersonID(person)]))
            return String(decoding: made.document.bytes, as: UTF8.self)
        }
        #expect(try text(for: "owner").contains("lion scheme"))
        let told = try text(for: "partner")
        #expect(!told.contains("lion scheme"))
        #expect(told.contains("Earnings check"))
    }

    /// They read it in the text that they sign; what is made of the share is of what is in force.
    @Test func whileAnAmendmentIsSignedAPartnersAgreementIsOfTheTermsInForce() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        var steps = Life.amendment
        steps[1] = LifeStep("requester", "edit", ["purpose": "To try the lion scheme"])
        let frozen = try #require(steps.firstIndex { $0.command == "prepare-agreement" })
        func told(to person: String) throws -> String {
            let made = try desk.office.document(
                of: ShareReference("A"), template: nil, format: .html,
                for: try #require(try desk.office.currentRoster()[PersonID(person)]))
            return String(decoding: made.document.bytes, as: UTF8.self)
        }
        try Life.live(Array(steps[...frozen]), "A", at: desk)
        #expect(try told(to: "owner").contains("lion scheme"))
        let text = try told(to: "partner")
        #expect(text.contains("Checking earnings") && !text.contains("lion scheme"))
        let signed = String(decoding: try desk.office.frozenText(of: "A", agreement: 2).bytes, as: UTF8.self)
        #expect(signed.contains("lion scheme") && !signed.contains("not ready for signature"))
        try Life.live(Array(steps[(frozen + 1)...]), "A", at: desk)
        #expect(try told(to: "partner").contains("lion scheme"))
    }

    /// At every state: what is theirs to do, and nothing of what the department has before it.
    @Test func aPartnerIsListedNothingThatTellsHowTheDepartmentGoesOn() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        let (partner, owner) = (
            try #require(desk.office.currentRoster()["partner"]), try #require(desk.office.currentRoster()["owner"])
        )
        var listed: Set<CommandName> = []
        let life = Life.proposed + Life.amendment + Life.suspension + Life.review + Life.retirement
        for step in life {
            try Life.live([step], "A", at: desk)
            for action in try desk.office.actions(on: "A", toldTo: partner) {
                listed.insert(action.transition.command)
                #expect(action.transition.roles.contains("partner"), "\(action.transition.command)")
                #expect(action.refusal == nil || [.approval, .retirement].contains(action.machine))
                for reason in action.refusal?.reasons ?? [] {
                    #expect(![" proposal", "DPIA", " review"].contains { reason.says.contains($0) }, "\(reason.says)")
                }
            }
            // Whoever sees within is told as before.
            #expect(
                try desk.office.actions(on: "A", toldTo: owner).count
                    == desk.office.actions(on: "A", as: owner.id).count)
        }
        #expect(listed.isSuperset(of: ["sign", "propose-retirement"]), "\(listed)")
    }
}
