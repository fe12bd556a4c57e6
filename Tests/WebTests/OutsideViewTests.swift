import Casework
import Shares
import Testing
import Web
import Workflows

/// What people of another organisation are told of a share: what the parties agreed and did, and nothing of how the department came to it.
struct OutsideViewTests {
    private static let share = ShareReference("DS-1")

    /// A proposal with HMRC that goes as far as it does without DPIA.
    private static func site() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        _ = try site.office.propose(
            fields: ["title": "Earnings check", "provider": "HMRC", "recipient": "DWP"], as: PersonID("requester"))
        return site
    }

    @Test func aPartnerIsNotToldOfAProposal() async throws {
        let site = try Self.site()
        #expect(try site.office.show(Self.share).share.involves("hm-revenue-customs"))
        for address in ["/shares/DS-1", "/api/shares/DS-1", "/shares/DS-1/documents", "/api/shares/DS-1/history"] {
            #expect(try await site.get(address, as: "requester").status == 200)
            #expect(try await site.get(address, as: "stranger").status == 404, "\(address)")
        }
        for address in ["/shares", "/shares.csv", "/api/shares", "/", "/work"] {
            #expect(try await !site.get(address, as: "stranger").body.contains("Earnings check"), "\(address)")
        }
    }

    @Test func aPartnerIsNotToldHowTheDepartmentCameToAShare() async throws {
        let site = try TestSite(register: TestSite.register)
        let share = ShareReference("DWP-DS-00001")
        _ = try site.office.act(
            on: share, Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        let within = try await site.get("/shares/DWP-DS-00001", as: "hub").body
        let outside = try await site.get("/shares/DWP-DS-00001", as: "leeds").body
        for text in [
            "Appoint the data owner", "Data protection impact assessment</h3>", "Sign-offs</h3>",
            "<th scope=\"row\">DPIA</th>",
        ] {
            #expect(within.contains(text), "\(text)")
            #expect(!outside.contains(text), "\(text)")
        }
        #expect(outside.contains("Housing Benefit earnings check") && outside.contains(">Signatures</h3>"))
        #expect(try await site.get("/api/shares/DWP-DS-00001/questions/assessment", as: "leeds").status == 403)
        #expect(try await site.get("/shares/DWP-DS-00001/versions", as: "leeds").status == 403)
        let history = try await site.get("/api/shares/DWP-DS-00001/history", as: "leeds")
        #expect(history.status == 200 && !history.body.contains("appoint-owner"))
        #expect(try await site.get("/api/shares/DWP-DS-00001/history", as: "hub").body.contains("appoint-owner"))
        let told = try await site.get("/api/shares/DWP-DS-00001", as: "leeds").body
        #expect(told.contains("\"approval\"") && !told.contains("\"dpia\""))
    }

    /// A partner deals with the department, and not with whoever in it did something or stood in for somebody.
    @Test func peopleOfTheDepartmentAreToldByTheirOrganisation() async throws {
        let site = try TestSite(register: TestSite.register)
        let share = ShareReference("DWP-DS-00001")
        try site.office.keep(
            Person(id: PersonID("officer"), name: "Sec Urity", roles: ["security"], organisation: "DWP"))
        _ = try site.office.act(
            on: share, Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        _ = try site.office.act(on: share, Order("suspend", fields: ["reason": "A breach"]), as: PersonID("officer"))
        let page = try await site.get("/shares/DWP-DS-00001", as: "leeds").body
        #expect(page.contains("Department for Work and Pensions as security officer"))
        #expect(!page.contains("(officer)") && !page.contains("Sec Urity"))
        let history = try await site.get("/api/shares/DWP-DS-00001/history", as: "leeds").body
        #expect(history.contains("\"actor\": \"Department for Work and Pensions\"") && !history.contains("\"officer\""))
        let within = try await site.get("/shares/DWP-DS-00001", as: "hub").body
        #expect(within.contains("Sec Urity <small>(officer)</small> as security officer"))
    }

    @Test func anOwnerWhoHasLeftIsNotNamedToAPartner() async throws {
        let site = try TestSite(register: TestSite.register)
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"), Order("appoint-owner", fields: ["owner": "owner"]),
            as: PersonID("hub"))
        #expect(try await site.get("/api/shares/DWP-DS-00001", as: "leeds").body.contains("\"owner\": \"Data owner\""))
        try site.office.change(
            .left(.init(PersonID("owner"), last: try #require(Day(iso: "2026-04-30")))), as: PersonID("hub"))
        let page = try await site.get("/shares/DWP-DS-00001", as: "leeds").body
        #expect(page.contains("<dd>The data owner has left: the department appoints another.</dd>"))
        #expect(try await !site.get("/api/shares/DWP-DS-00001", as: "leeds").body.contains("\"owner\""))
        #expect(
            try await site.get("/shares/DWP-DS-00001", as: "hub").body.contains(
                "Left on 30 April 2026: the hub appoints another."))
        let work = try await site.get("/work", as: "hub").body
        #expect(work.contains("Data owners who answer no more, for whose shares you appoint others"))
        #expect(work.contains("href=\"/hub/hand-over?from=owner\""))
        #expect(work.contains(">1 share</a>"))
    }

    /// The states are data, and the rule names some of them: a state that the workflow gains is decided on here.
    @Test func aShareIsToldOfOnceItIsToBeSigned() throws {
        let states = try TestSite.ordinary.office.definitions()[.approval].definition.states
        let before = states.filter { state in
            state.groups.contains("pending") && !["signing", "agreed"].contains { state.groups.contains($0) }
        }
        #expect(Set(before.map(\.name)).union(["not-made"]) == Set(Reach.untold))
    }
}
