import Casework
import Shares
import Testing
import Workflows

/// A share proposed as another one is.
@Suite struct CopyTests {
    @Test func theTermsAreCopiedAndNothingThatWasDecided() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let original = try desk.share("A")
        let person = try #require(original.requester)
        let copy = try desk.office.propose(
            reference: ShareReference("B"), from: ShareReference("A"), fields: ["title": "The second"], as: person
        ).share
        #expect(copy.terms.title == "The second")
        #expect(copy.terms.parties == original.terms.parties)
        #expect(copy.terms.items == original.terms.items)
        #expect(copy.terms.gateways == original.terms.gateways)
        #expect(copy.terms.startDate == nil && copy.terms.endDate == nil && copy.terms.reviewDate == nil)
        #expect(copy.state(.proposal) == "draft" && copy.state(.dpia) == "not-started")
        #expect(copy.termsVersion == 0 && copy.owner == nil)
        #expect(copy.approval == ApprovalRecord() && copy.dpia == DPIARecord())
        #expect(try desk.share("A") == original)
    }

    @Test func aCopyKeepsTheTitleUnlessItIsGiven() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let person = try #require(try desk.share("A").requester)
        let copy = try desk.office.propose(
            reference: ShareReference("B"), from: ShareReference("A"), fields: [:], as: person
        ).share
        #expect(copy.terms.title == (try desk.share("A").terms.title))
    }

    @Test func whatIsNotThereCannotBeCopied() throws {
        let desk = try Desk()
        try Life.inForce("A", at: desk)
        let person = try #require(try desk.share("A").requester)
        #expect(throws: NoSuchShare.self) {
            try desk.office.propose(
                reference: ShareReference("B"), from: ShareReference("NONE"), fields: [:], as: person)
        }
        #expect(throws: NoSuchShare.self) { try desk.office.show(ShareReference("B")) }
    }
}
