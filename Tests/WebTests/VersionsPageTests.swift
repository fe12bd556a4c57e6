import Casework
import Shares
import Testing
import Web
import Workflows

/// Two versions of a share, side by side.
struct VersionsPageTests {
    private static func site() async throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        _ = try await site.post(
            "/propose", [("title", "Earnings check"), ("purpose", "Checking <b>"), ("frequency", "Daily")],
            as: "requester")
        for frequency in ["Weekly", "Monthly"] {
            _ = try site.office.act(
                on: ShareReference("DS-1"), Order("edit", fields: ["frequency": frequency]), as: PersonID("requester"))
        }
        return site
    }

    @Test func theNewestStepIsShownWhereNothingIsAsked() async throws {
        let site = try await Self.site()
        let body = try await site.get("/shares/DS-1/versions", as: "requester").body
        #expect(body.contains("<h1>Steps 2 and 3</h1>"))
        #expect(body.contains("<th scope=\"row\">Frequency</th><td>Weekly</td><td>Monthly</td>"))
        #expect(!body.contains("<td>Daily</td>"))
    }

    @Test func anyTwoAreComparedWhicheverIsNamedFirst() async throws {
        let site = try await Self.site()
        for query in ["from=1&to=3", "from=3&to=1"] {
            let body = try await site.get("/shares/DS-1/versions?\(query)", as: "requester").body
            #expect(body.contains("<h1>Steps 1 and 3</h1>"))
            #expect(body.contains("<th scope=\"row\">Frequency</th><td>Daily</td><td>Monthly</td>"))
        }
        let same = try await site.get("/shares/DS-1/versions?from=2&to=2", as: "requester").body
        #expect(same.contains("The terms are the same."))
        let none = try await site.get("/shares/DS-1/versions?from=-4&to=99", as: "requester")
        #expect(none.status == 400 && !none.body.contains("What differs in the terms"))
        #expect(none.body.contains("<a href=\"#from\">There is no step -4: this share has 1 to 3.</a>"))
        #expect(none.body.contains("<a href=\"#to\">There is no step 99: this share has 1 to 3.</a>"))
        #expect(none.body.contains("value=\"99\""))
    }

    @Test func theHistoryLeadsToWhatAStepChanged() async throws {
        let site = try await Self.site()
        let body = try await site.get("/shares/DS-1", as: "requester").body
        #expect(body.contains("<a href=\"/shares/DS-1/versions?from=2&amp;to=3\">Compare steps 2 and 3</a>"))
    }
}
