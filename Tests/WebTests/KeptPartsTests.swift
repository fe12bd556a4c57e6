import Casework
import Shares
import Testing
import Web
import Workflows

/// Parts of pages are kept for whoever is shown the same, and for nobody else.
struct KeptPartsTests {
    @Test func aChangeIsSeenAtOnceAndEachVisitorSeesTheirOwnActions() async throws {
        let site = try TestSite(register: TestSite.register)
        let address = "/shares/DWP-DS-00001"
        let before = try await site.get(address, as: "hub").body
        #expect(before.contains("/shares/DWP-DS-00001/act/proposal/appoint-owner"))
        #expect(before.contains("Not appointed here"))
        // The same share, in the reach of a partner who may do less.
        let partner = try await site.get(address, as: "leeds").body
        #expect(!partner.contains("/act/proposal/appoint-owner"))
        #expect(!partner.contains("Chief Data Office"))
        #expect(partner.contains("Housing Benefit earnings check"))
        #expect(try await site.get(address, as: "stranger").status == 404)
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"), Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        let after = try await site.get(address, as: "hub").body
        #expect(!after.contains("Not appointed here"))
        #expect(after.contains("<h3>Appoint the data owner</h3>"))
    }

    @Test func theRegisterShowsAChangeAtOnceAndEachVisitorTheirReach() async throws {
        let site = try TestSite(register: TestSite.register)
        _ = try site.office.propose(fields: ["title": "Earnings check"], as: PersonID("requester"))
        let before = try await site.get("/shares", as: "hub").body
        #expect(before.contains(">Earnings check</a>") && before.contains(">4 shares</h2>"))
        #expect(try await site.get("/shares", as: "leeds").body.contains(">1 share</h2>"))
        _ = try site.office.act(
            on: ShareReference("DS-1"), Order("edit", fields: ["title": "Pensions check"]), as: PersonID("requester"))
        let after = try await site.get("/shares", as: "hub").body
        #expect(after.contains(">Pensions check</a>") && !after.contains("Earnings check"))
        // The source of references of these tests has one alone.
        #expect(throws: Refusal.self) {
            try site.office.propose(fields: ["title": "Another"], as: PersonID("requester"))
        }
        #expect(try await !site.get("/shares", as: "leeds").body.contains("Pensions check"))
    }

    @Test func whatDoesNotFitIsMadeAnew() {
        let parts = KeptParts<Int>(most: 4000)
        let long = HTML(text: String(repeating: "x", count: 600))
        var made = 0
        for _ in 0..<2 {
            for key in 0..<5 {
                _ = parts.part(key) {
                    made += 1
                    return long
                }
            }
        }
        #expect(made == 5)
        // The seventh of 600 bytes does not fit: all before it are given up.
        for key in 5..<7 {
            _ = parts.part(key) {
                made += 1
                return long
            }
        }
        #expect(made == 7)
        _ = parts.part(0) {
            made += 1
            return long
        }
        #expect(made == 8)
    }
}
