import Casework
import JSONValues
import Shares
import Testing
import Web
import Workflows

/// Programs are told of the portfolio what the pages tell, and of a share’s history what its page shows.
struct APIPortfolioTests {
    private static func json(_ reply: TestSite.Reply) throws -> JSONValue { try JSONValue(parsing: reply.body) }

    @Test func theHistoryTellsWhatWasGivenToWhoeverSeesItOnThePage() async throws {
        let site = try TestSite(register: TestSite.register)
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"), Order("appoint-owner", machine: .proposal, fields: ["owner": "owner"]),
            as: PersonID("hub"))
        let told = try Self.json(try await site.get("/api/shares/DWP-DS-00001/history"))
        #expect(told["events"]?[1]?["fields"] == ["owner": "owner", "owner-name": "Data owner"])
        // A party outside is told nothing of it on the page, and neither here.
        let outside = try await site.get("/api/shares/DWP-DS-00001/history", as: "leeds")
        #expect(outside.status == 200 && !outside.body.contains("\"owner\": \"owner\""))
    }

    @Test(arguments: ["/api/report", "/api/board"])
    func aDayThatIsToComeOrNoneIsRefused(address: String) async throws {
        let site = try TestSite.ordinary
        #expect(try await site.get(address + "?as-at=2026-04-30").status == 200)
        #expect(try await site.get(address + "?as-at=\(TestSite.today)").status == 200)
        for wrong in ["2026-05-02", "2026-02-31", "yesterday", ""] {
            let reply = try await site.get(address + "?as-at=" + wrong)
            #expect(reply.status == 400, "\(wrong)")
            #expect(try Self.json(reply)["findings"]?[0]?["at"] == "as-at")
        }
    }

    @Test func ofADayBeforeTheRecordBeginsThereAreNoFigures() async throws {
        let site = try TestSite.ordinary
        let report = try Self.json(try await site.get("/api/report?as-at=2026-04-30"))
        #expect(report == ["asAt": "2026-04-30", "recordBegins": "2026-05-01", "sections": []])
        let board = try Self.json(try await site.get("/api/board?as-at=2026-04-30"))
        #expect(board["report"] == report && board["assessed"] == nil && board["channelTrend"] == [])
        #expect(try Self.json(try await site.get("/api/report"))["recordBegins"] == nil)
    }

    @Test func theReportHasTheFiguresOfThePage() async throws {
        let report = try Self.json(try await TestSite.ordinary.get("/api/report"))
        #expect(report["asAt"] == "2026-05-01" && report["shares"] == 3 && report["open"] == 3)
        let attention = report["sections"]?.array?.first { $0["title"] == "Needs attention" }
        let overdue = attention?["rows"]?.array?.first { $0["name"] == "Review overdue" }
        #expect(overdue?["figures"] == [1])
        // Of what a partner may see.
        #expect(try Self.json(try await TestSite.ordinary.get("/api/report", as: "leeds"))["shares"] == 1)
    }

    @Test func theMapOpensTwoGroups() async throws {
        let site = try TestSite.ordinary
        let map = try Self.json(try await site.get("/api/map"))
        let councils = map["flows"]?.array?.first { $0["to"]?["id"] == "local-authority" }
        #expect(councils?["from"]?["id"] == "department" && councils?["shares"] == 2)
        let opened = try Self.json(try await site.get("/api/map?from=department&to=local-authority"))
        #expect(opened["opened"]?["shares"] == 2 && opened["flows"]?.array?.count == 2)
        let half = try await site.get("/api/map?from=department")
        #expect(half.status == 400)
        #expect(try Self.json(half)["findings"]?[0]?["at"] == "to")
    }

    @Test func anItemIsFoundByAnySpelling() async throws {
        let site = try TestSite.ordinary
        let items = try Self.json(try await site.get("/api/data?limit=2"))
        #expect(items["items"]?.array?.count == 2 && items["total"] == 5)
        let next = try #require(items["next"]?.string)
        #expect(try Self.json(try await site.get(next))["items"]?.array?.count == 2)
        let use = try Self.json(try await site.get("/api/data/NINO"))
        #expect(use["name"] == "National Insurance number" && use["total"] == 1)
        #expect(use["shares"]?[0]?["reference"] == "DWP-DS-00001")
        #expect(try Self.json(try await site.get("/api/data/NINO", as: "stranger"))["total"] == 0)
    }

    @Test func everyFaultOfAQueryIsToldAtOnce() async throws {
        let reply = try await TestSite.ordinary.get("/api/shares?limit=0&stage=flying&colour=red&stage=live&where=x")
        #expect(reply.status == 400)
        let places = try Self.json(reply)["findings"]?.array?.compactMap { $0["at"]?.string }
        #expect(Set(places ?? []) == ["limit", "stage", "colour", "where"])
    }
}
