import Casework
import Shares
import Testing
import Web
import Workflows

/// Whoever decides on an amendment sees what it changes, and what was decided of it before.
@Suite struct AmendmentPageTests {
    private static let register = """
        reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,frequency,\
        transfer_method,classification,start_date,end_date,review_date,data_owner,status
        A,Earnings check,HMRC,DWP,To check earnings,Welfare Reform Act 2012 s.127,6(1)(e),\
        National Insurance number;Date of birth,benefit claimants,daily,API,OFFICIAL,2022-02-01,2030-03-31,2026-12-01,\
        Somebody,Suspended

        """

    private static func site() throws -> TestSite {
        let site = try TestSite(register: register)
        func give(_ command: CommandName, by person: String, _ fields: [String: String]) throws {
            _ = try site.office.act(
                on: ShareReference("A"), Order(command, fields: fields), as: PersonID(person))
        }
        try give("appoint-owner", by: "hub", ["owner": "owner"])
        try give("edit", by: "hub", ["retention": "P2Y"])
        try give("adopt", by: "owner", [:])
        try give("begin-amendment", by: "hub", ["reason": "Fewer <items>"])
        try give("edit", by: "hub", ["data_items": "Date of birth; Address", "purpose": "To check <b>all</b>"])
        try give("submit-amendment", by: "hub", [:])
        try give("return-amendment", by: "owner", ["reason": "Why the <i>address</i>?"])
        try give("edit", by: "hub", ["data_items": "Date of birth"])
        try give("submit-amendment", by: "hub", [:])
        return site
    }

    @Test func thePageShowsWhatChangesAndEveryVersionThatWasPutForward() async throws {
        let site = try Self.site()
        let body = try await site.get("/shares/A", as: "owner").body
        #expect(body.contains("<h2 id=\"changes\">Changes and decisions</h2>"))
        #expect(body.contains("href=\"#changes\""))
        #expect(body.contains("<h3>Amendment 1, under way</h3>"))
        #expect(body.contains(": Fewer &lt;items&gt;</p>"))
        #expect(body.contains("What submission 1 changes") && body.contains("What submission 2 changes"))
        #expect(body.contains("Since submission 1"))
        #expect(body.contains("<li>National Insurance number</li>"), "it is gone")
        #expect(
            body.contains(
                "Returned by Data owner (owner), data owner, on 1 May 2026: Why the &lt;i&gt;address&lt;/i&gt;?"))
        #expect(body.contains("To check &lt;b&gt;all&lt;/b&gt;"))
    }

    @Test func theFormOfADecisionShowsWhatChangesAndThatOfAnEditDoesNot() async throws {
        let site = try Self.site()
        let decision = try await site.get("/shares/A/act/proposal/accept-amendment", as: "owner").body
        #expect(decision.contains("What the amendment changes"))
        #expect(decision.contains("<li>National Insurance number</li>"))
        _ = try site.office.act(
            on: ShareReference("A"), Order("return-amendment", fields: ["reason": "No"]), as: PersonID("owner"))
        let edit = try await site.get("/shares/A/act/proposal/edit", as: "hub").body
        #expect(edit.contains("<form") && !edit.contains("What the amendment changes"))
    }

    /// Only the data owner accepts an amendment, and not one that they wrote or submitted.
    @Test func anOwnerIsToldWhatWritingTheAmendmentTakesFromThem() async throws {
        let site = try Self.site()
        _ = try site.office.act(
            on: ShareReference("A"), Order("return-amendment", fields: ["reason": "No"]), as: PersonID("owner"))
        let told =
            "does not do “Accept the amendment” or “Refuse the amendment” afterwards (segregation of duties): that then takes another data owner."
        for command in ["edit", "submit-amendment"] {
            let address = "/shares/A/act/proposal/\(command)"
            #expect(try await site.get(address, as: "owner").body.contains(told))
            #expect(try await !site.get(address, as: "hub").body.contains("segregation of duties"))
        }
    }
}
