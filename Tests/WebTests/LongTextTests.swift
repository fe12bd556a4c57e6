import Casework
import Hummingbird
import Shares
import Testing
import Workflows

/// A field may hold a megabyte: no page that shows it is longer than 200 KB, and the API gives the whole.
struct LongTextTests {
    /// Quotation marks are six bytes each where they are escaped; the accents are all of one character.
    private static let long =
        "Begins " + String(repeating: "'", count: 60_000) + "a" + String(repeating: "\u{301}", count: 60_000)

    private static let made = Result {
        let row =
            "LONG-1,\(long),\(long),Leeds City Council,\(long),\(long),6(1)(e),\(long),\(long),\(long),"
            + "\(long),OFFICIAL,2023-04-01,,2025-09-01,\(long),Live\n"
        let header = try #require(TestSite.register.split(separator: "\n").first)
        let site = try TestSite(register: header + "\n" + row)
        _ = try site.office.act(
            on: ShareReference("LONG-1"),
            Order("appoint-owner", machine: .proposal, fields: ["owner": "owner"]), as: PersonID("hub"), seen: 1)
        return site
    }

    @Test(arguments: [
        "/shares", "/work", "/shares/LONG-1", "/shares/LONG-1/documents", "/shares/LONG-1/contacts",
        "/shares/LONG-1/manifest", "/shares/LONG-1/versions", "/exchange", "/data", "/redundancy", "/", "/board",
        "/report", "/audit", "/map",
    ])
    func noPageIsLongForOneText(address: String) async throws {
        let site = try Self.made.get()
        for person in ["hub", "owner", "leeds"] {
            let reply = try await site.get(address, as: person)
            #expect(reply.body.utf8.count < 200_000, "\(person)")
        }
    }

    @Test func theBeginningIsShownAndWhereTheRestIs() async throws {
        let site = try Self.made.get()
        let page = try await site.get("/shares/LONG-1")
        #expect(page.status == 200)
        #expect(page.body.contains("<h1>Begins " + String(repeating: "&#39;", count: 192) + "…</h1>"))
        #expect(page.body.contains("The rest is in the documents of the share and in the API."))
        let list = try await site.get("/shares").body
        #expect(list.contains(">Begins " + String(repeating: "&#39;", count: 192) + "…</a>"))
        #expect(!(try await TestSite.ordinary.get("/shares/DWP-DS-00001").body.contains("The rest is in")))
        #expect(try await site.get("/api/shares/LONG-1").body.utf8.count > 200_000)
        #expect(try await site.get("/shares.csv").body.contains(Self.long))
    }
}
