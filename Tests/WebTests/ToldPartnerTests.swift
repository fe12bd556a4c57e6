import Casework
import Foundation
import JSONValues
import Shares
import Testing
import Web
import Workflows

/// What a partner's pages tell of what it asked for, and of what changed between the manifests that it was issued.
struct ToldPartnerTests {
    private static let page = "/shares/DWP-DS-00001"

    /// Leeds has proposed to end the first share, which has an owner.
    private static func asked() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        let share = ShareReference("DWP-DS-00001")
        _ = try site.office.act(
            on: share, Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        _ = try site.office.act(
            on: share, Order("propose-retirement", fields: ["reason": "Replaced <by> the API"]), as: PersonID("leeds"))
        return site
    }

    @Test func whoeverProposedTheEndOfAShareReadsWhyItGoesOn() async throws {
        let site = try Self.asked()
        let waiting = try await site.get("/work", as: "leeds").body
        #expect(waiting.contains("What you wait for") && waiting.contains("<td>Retirement: Proposed</td>"))
        #expect(try await site.get(Self.page, as: "leeds").body.contains("and not decided yet."))
        let form = try await site.get(Self.page + "/act/retirement/reject-retirement", as: "owner").body
        #expect(form.contains("Replaced &lt;by&gt; the API") && form.contains("It is told to whoever asked for it."))
        let notice = try await site.get(Self.page + "/act/retirement/give-notice", as: "owner").body
        #expect(!notice.contains("It is told to whoever asked for it."))
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"),
            Order("reject-retirement", fields: ["reason": "Still needed <until> March"]), as: PersonID("owner"))
        let told = "Still needed &lt;until&gt; March"
        let page = try await site.get(Self.page, as: "leeds").body
        #expect(page.contains("<strong>Keep the share</strong>: what became of “Propose to end the share”"))
        // On top and in the history.
        #expect(page.components(separatedBy: told).count == 3)
        #expect(page.contains("So decided the data owner on 1 May 2026:"))
        let work = try await site.get("/work", as: "leeds").body
        #expect(work.contains("What became of what you asked for") && work.contains("“\(told)”"))
        #expect(work.contains("<td>Data owner</td>") && !work.contains("What you wait for"))
        let answers = try JSONValue(parsing: try await site.get("/api/work", as: "leeds").body)["answers"]
        #expect(answers?.array?.map { $0["reason"]?.string } == ["Still needed <until> March"])
        #expect(answers?.array?.map { $0["outcome"]?.string } == ["Keep the share"])
        #expect(try await site.get("/api/shares/DWP-DS-00001/history", as: "leeds").body.contains("Still needed"))
        #expect(try await !site.get("/work", as: "owner").body.contains("What became of what you asked for"))
    }

    /// First the name and a weekly flow, then no name and a monthly one.
    private static func issuedTwice() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        try site.issue()
        try site.importing(
            TestSite.register.replacing("Favourite colour,", with: "Postcode,").replacing(
                "benefit claimants,daily", with: "benefit claimants,monthly"))
        try site.issue()
        return site
    }

    @Test func aPartnerSeesWhatChangedBetweenTheManifestsThatItWasIssued() async throws {
        let site = try Self.issuedTwice()
        let page = try await site.get(Self.page + "/manifest", as: "leeds").body
        #expect(page.contains("With version 2 of the manifest, since version 1"))
        #expect(page.contains("<th scope=\"row\">Frequency</th><td>daily</td><td>monthly</td>"))
        #expect(page.contains("<li>Postcode</li>") && page.contains("<li>Favourite colour</li>"))
        let exchange = try await site.get("/exchange", as: "leeds").body
        #expect(exchange.contains("<a href=\"/shares/DWP-DS-00001/manifest#changes\">See what changed"))
        #expect(
            try await !site.get("/exchange").body.contains("DWP%2F2024%20100%25%2B%C3%A9%3F%23&amp;/manifest#changes"))
        let reply = try await site.get("/api/manifests/DWP-DS-00001/changes", as: "leeds")
        let changes = try JSONValue(parsing: reply.body)["changes"]
        #expect(reply.status == 200 && changes?.array?.count == 1)
        #expect(changes?.array?.first?["from"] == 1 && changes?.array?.first?["to"] == 2)
        let fields = changes?.array?.first?["changes"]?.array?.compactMap { $0["field"]?.string }
        #expect(fields == ["data_items", "frequency"])
        #expect(try await site.get("/api/manifests/DWP-DS-00001/changes", as: "stranger").status == 404)
    }

    @Test func whereOneVersionWasIssuedNothingIsCompared() async throws {
        let site = try TestSite(register: TestSite.register)
        try site.issue()
        #expect(try await !site.get(Self.page + "/manifest", as: "leeds").body.contains("What changed"))
        #expect(try await !site.get("/exchange", as: "leeds").body.contains("See what changed"))
    }

    @Test func whereTheShareStandsIsComparedToo() async throws {
        let site = try Self.asked()
        try site.issue()
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"), Order("suspend", fields: ["reason": "A breach within"]),
            as: PersonID("owner"))
        try site.issue()
        let page = try await site.get(Self.page + "/manifest", as: "leeds").body
        #expect(page.contains("“inherited” became “suspended”") && !page.contains("A breach within"))
        #expect(page.contains("It holds; the share is suspended."))
    }
}
