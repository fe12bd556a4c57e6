import Casework
import Shares
import Testing
import Web

/// Each page says what it is for, over a small portfolio.
struct PageTests {
    @Test(arguments: [
        ("/", "<h1>Data-sharing portfolio</h1>", "3 shares, of which 3 have not ended"),
        ("/shares", "<h1>Register of shares</h1>", "Housing Benefit earnings check"),
        ("/shares/DWP-DS-00001", "<h1>Housing Benefit earnings check</h1>", "To check earnings for Housing Benefit"),
        ("/report", "<h1>Portfolio report</h1>", "As at 1 May 2026"),
        ("/report?as-at=2026-04-30", "<h1>Portfolio report</h1>", "The record begins on 1 May 2026."),
        ("/workflows", "<h1>Workflows</h1>", "<svg "),
    ])
    func aPageIsThere(address: String, heading: String, content: String) async throws {
        let reply = try await TestSite.ordinary.get(address)
        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == "text/html; charset=utf-8")
        #expect(reply.body.contains(heading))
        #expect(reply.body.contains(content))
        #expect(reply.body.hasPrefix("<!DOCTYPE html>\n<html lang=\"en-GB\">"))
    }

    @Test func theFilterNarrowsTheRegister() async throws {
        let site = try TestSite.ordinary
        let found = try await site.get("/shares?text=earnings&in=purpose&stage=inherited").body
        #expect(found.contains("1 share<"))
        #expect(found.contains("Housing Benefit earnings check"))
        #expect(!found.contains("Council tax reduction"))
        #expect(found.contains("value=\"earnings\""))
        let none = try await site.get("/shares?stage=ended").body
        #expect(none.contains("No share meets these conditions."))
    }

    @Test func aShareSaysWhatWasUnderstoodAndWhatWasNot() async throws {
        let body = try await TestSite.ordinary.get("/shares/DWP-DS-00001").body
        #expect(body.contains("Department for Work and Pensions"))
        #expect(body.contains("Special category: health"))
        #expect(body.contains("Favourite colour"))
        #expect(body.contains("Not recognised"))
        #expect(body.contains("Ada Example"))
        #expect(body.contains("Not appointed here"))
        for machine in ["Proposal", "DPIA", "Approval", "Review", "Retirement"] {
            #expect(body.contains("<th scope=\"row\">\(machine)</th>"))
        }
    }

    @Test func aReferenceOfAnyCharactersHasItsPage() async throws {
        let site = try TestSite.ordinary
        let link = Route.share(ShareReference(TestSite.awkward)).path
        #expect(link == "/shares/DWP%2F2024%20100%25%2B%C3%A9%3F%23%26")
        #expect(try await site.get(link).body.contains("<h1>Council tax reduction</h1>"))
        #expect(try await site.get("/shares").body.contains("href=\"\(link)\""))
    }

    @Test func aFigureLeadsToAsManyShares() async throws {
        let site = try TestSite.ordinary
        let home = try await site.get("/").body
        let overdue =
            Route.register(RegisterQuery()).path
            + "?where=stage%21%3Dproposal&amp;where=stage%21%3Ddpia&amp;where=stage%21%3Dapproval&amp;"
            + "where=stage%21%3Dexpired&amp;where=stage%21%3Dretiring&amp;where=stage%21%3Dended&amp;"
            + "where=review_date%3C2026-05-01"
        #expect(home.contains("<a href=\"\(overdue)\">Review overdue</a></th><td class=\"number\">1</td>"))
        #expect(try await site.get(overdue.replacing("&amp;", with: "&")).body.contains("1 share<"))
    }

    @Test func theRegisterIsReadPageByPage() async throws {
        let header = TestSite.register.split(separator: "\n")[0]
        let rows = (101...151).map {
            "R-\($0),A share,DWP,HMRC,A purpose,,6(1)(e),Full name,,daily,SFTP,OFFICIAL,,,,,Live"
        }
        let site = try TestSite(register: ([String(header)] + rows).joined(separator: "\n") + "\n")
        let first = try await site.get("/shares").body
        #expect(first.contains("51 shares<"))
        #expect(first.contains("R-150<") && !first.contains("R-151<"))
        #expect(first.contains("href=\"/shares?after=R-150\""))
        let second = try await site.get("/shares?after=R-150").body
        #expect(second.contains("R-151<") && !second.contains("R-150<"))
        #expect(second.contains("First page") && !second.contains("Next page"))
    }

    @Test func theRegisterCanBeTakenAwayAsCSV() async throws {
        let reply = try await TestSite.ordinary.get("/shares.csv?text=earnings&in=purpose")
        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == "text/csv; charset=utf-8")
        #expect(reply.headers["content-disposition"] == "attachment; filename=\"shares.csv\"")
        let lines = reply.body.utf8.split(separator: 0x0A)
        #expect(lines.count == 2)
        #expect(reply.body.utf8.starts(with: "reference,title,provider,recipient,".utf8))
    }

    @Test func theReportIsOneFileThatNeedsNothingElse() async throws {
        let site = try TestSite.ordinary
        let body = ReportHTML.document(try site.office.report())
        #expect(body.contains("<h1>Data-sharing portfolio</h1>"))
        #expect(body.contains("<style>"))
        #expect(!body.contains("href="))
    }
}
