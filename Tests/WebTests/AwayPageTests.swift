import Casework
import Shares
import Testing
import Web

/// Somebody lets another act for them, by a form.
struct AwayPageTests {
    private static let asked = [
        ("roles", "data-owner"), ("first", "2026-05-04"), ("last", "2026-05-15"), ("reason", "Annual leave <b>"),
    ]

    @Test func aDelegationBeginsAndEnds() async throws {
        let site = try TestSite(register: TestSite.register)
        let form = try await site.get("/away", as: "owner").body
        #expect(form.contains("Nobody acts for you") && form.contains("<option value=\"hub\">"))
        // Not of one’s own organisation, and not oneself.
        #expect(!form.contains("<option value=\"leeds\">") && !form.contains("<option value=\"owner\">"))
        let taken = try await site.post("/away", Self.asked + [("delegate", "hub")], as: "owner")
        #expect(taken.status == 303 && taken.headers["location"] == "/away")
        let delegation = try #require(try site.office.currentRoster().delegations.first)
        #expect(delegation.principal == PersonID("owner") && delegation.delegate == PersonID("hub"))
        #expect(delegation.first.description == "2026-05-04" && delegation.last.description == "2026-05-15")
        for person in ["owner", "hub"] {
            #expect(try await site.get("/away", as: person).body.contains("Annual leave &lt;b&gt;"))
        }
        #expect(try await !site.get("/away", as: "requester").body.contains("Annual leave"))
        let others = try await site.post("/away", [("number", "1")], as: "requester")
        #expect(others.status == 422 && others.body.contains("Only its two people or the hub end a delegation"))
        #expect(try await site.get("/away", as: "hub").body.contains("Annual leave"))
        #expect(try await site.post("/away", [("number", "1")], as: "hub").status == 303)
        #expect(try await !site.get("/away", as: "owner").body.contains("Annual leave"))
    }

    @Test func everythingThatIsWantingIsSaidAtItsField() async throws {
        let site = try TestSite(register: TestSite.register)
        let empty = try await site.post("/away", [("last", "soon")], as: "owner")
        #expect(empty.status == 422)
        for field in ["first", "last", "delegate"] { #expect(empty.body.contains("<a href=\"#\(field)\">")) }
        #expect(empty.body.contains("value=\"soon\""))
        let stranger = try await site.post("/away", Self.asked + [("delegate", "leeds")], as: "owner")
        #expect(stranger.status == 422 && stranger.body.contains("acts for another organisation"))
        #expect(try site.office.currentRoster().delegations == [])
    }
}
