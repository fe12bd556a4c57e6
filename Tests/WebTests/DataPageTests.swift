import Testing
import Web

/// The pages that say where data goes.
struct DataPageTests {
    @Test func anItemLeadsToItsFlowsAndTheseToTheRegister() async throws {
        let site = try TestSite.ordinary
        let items = try await site.get("/data").body
        #expect(items.contains("<a href=\"/data?item=national-insurance-number\">National Insurance number</a>"))
        let body = try await site.get("/data?item=NINO").body
        #expect(body.contains("<h1>National Insurance number</h1>"))
        #expect(body.contains("1 share carries it, between 1 pair of bodies."))
        #expect(body.contains("To check earnings for Housing Benefit"))
        let register =
            "/shares?where=item%3Dnational-insurance-number&amp;where=stage%21%3Dended"
        #expect(body.contains("href=\"\(register)\""))
        #expect(try await site.get(register.replacing("&amp;", with: "&")).body.contains("1 share<"))
        #expect(try await !site.get("/data?item=NINO", as: "stranger").body.contains("Housing Benefit"))
    }

    @Test func namesAreEscaped() async throws {
        let body = try await TestSite.ordinary.get("/data?item=%3Cu%3Eitem%3C%2Fu%3E").body
        #expect(body.contains("<h1>&lt;u&gt;item&lt;/u&gt;</h1>") && !body.contains("<u>"))
        #expect(!body.contains("<img") && !body.contains("onmouseover=\"x"))
    }
}
