import Casework
import Shares
import Testing

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
}
