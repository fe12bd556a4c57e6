import Testing
import Web

/// The register as people search it: words, facets, and the views that they keep.
struct FindPageTests {
    @Test func facetsAreCountedAndCombined() async throws {
        let site = try TestSite.ordinary
        let all = try await site.get("/shares").body
        #expect(all.contains("<option value=\"leeds\">Leeds City Council (1)</option>"))
        #expect(all.contains("<option value=\"overdue\">Overdue (1)</option>"))
        #expect(all.contains("<option value=\"none\">Nobody named (1)</option>"))
        let some = try await site.get("/shares?text=benefit+earn&stage=inherited&due=overdue").body
        #expect(some.contains("1 share<") && some.contains("Housing Benefit earnings check"))
        #expect(some.contains("href=\"/shares?text=benefit%20earn&amp;stage=inherited\""))
        #expect(try await site.get("/shares?text=benefit&owner=none").body.contains("No share meets these conditions."))
    }

    @Test func aValueOfAFacetIsEscaped() async throws {
        let body = try await TestSite.ordinary.get("/shares?party=%22%3E%3Cscript%3E").body
        #expect(!body.contains("<script>"))
        #expect(body.contains("<option value=\"&quot;&gt;&lt;script&gt;\" selected>"))
    }

    @Test func aViewIsKeptShownAndRemoved() async throws {
        let site = try TestSite(register: TestSite.register)
        let question = "stage=inherited&due=overdue"
        let kept = try await site.post(
            "/views", [("step", "save"), ("query", question), ("name", "Overdue <b>")], as: "owner")
        #expect(kept.status == 303 && kept.headers["location"] == "/shares?stage=inherited&due=overdue")
        let body = try await site.get("/shares", as: "owner").body
        #expect(body.contains("<a href=\"/shares?stage=inherited&amp;due=overdue\">Overdue &lt;b&gt;</a>"))
        #expect(try await !site.get("/shares").body.contains("Overdue &lt;b&gt;"))
        // A name that is taken is not given to another question unasked.
        let taken = try await site.post(
            "/views", [("step", "save"), ("query", "stage=live"), ("name", "Overdue <b>")], as: "owner")
        #expect(taken.status == 422)
        #expect(taken.body.contains("<a href=\"#name\">You keep a view of that name"))
        #expect(taken.body.contains(" tabindex=\"-1\" autofocus>"))
        #expect(try await site.get("/shares", as: "owner").body.contains("?stage=inherited&amp;due=overdue\">Overdue"))
        // One that was changed on another page meanwhile is looked at first.
        let other = [("step", "remove"), ("query", "stage=live"), ("name", "Overdue <b>")]
        #expect(try await site.post("/views", other, as: "owner").status == 422)
        let removed = try await site.post(
            "/views", [("step", "remove"), ("query", question), ("name", "Overdue <b>")], as: "owner")
        #expect(removed.status == 303)
        #expect(try await !site.get("/shares", as: "owner").body.contains("Overdue &lt;b&gt;"))
    }

    @Test func aViewWithoutANameIsRefusedAtItsField() async throws {
        let reply = try await TestSite.ordinary.post(
            "/views", [("step", "save"), ("query", "stage=inherited"), ("name", " ")], as: "owner")
        #expect(reply.status == 422)
        #expect(reply.body.contains("<a href=\"#name\">Give the view a name.</a>"))
        #expect(try await TestSite.ordinary.post("/views", [("query", "stage=no")], as: "owner").status == 400)
    }
}
