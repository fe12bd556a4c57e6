import Casework
import Shares
import Testing
import Web

/// What is on the screen, as a file: the same figures, and no formula in it.
struct FigureFileTests {
    @Test func theReportAndTheBoardAreTakenAway() async throws {
        let site = try TestSite.ordinary
        let report = try await site.get("/report.csv")
        #expect(report.status == 200)
        #expect(report.headers["content-type"] == "text/csv; charset=utf-8")
        #expect(report.headers["content-disposition"] == "attachment; filename=\"report.csv\"")
        let lines = report.body.split(separator: "\n")
        #expect(lines.first == "section,name,figure,value")
        #expect(lines.contains("Stage,\"Live, inherited\",Shares,3"))
        #expect(lines.contains("Needs attention,Review overdue,Shares,1"))
        let board = try await site.get("/board.csv").body
        #expect(board.hasPrefix(report.body))
        #expect(board.contains("\nAssessed risks,remote,minimal,0\n"))
        #expect(board.contains("\nChannels over time,2026-05-01,Channels in use,2\n"))
        // Of the day before nothing is known.
        for name in ["report", "board"] {
            #expect(
                try await site.get("/\(name).csv?as-at=2026-04-30").body
                    == "section,name,figure,value\nRecord,The record begins on,Day,2026-05-01\n")
        }
        #expect(try await site.get("/report.csv?as-at=2027-01-01").status == 400)
        #expect(try await site.get("/report.csv", as: "stranger").body.contains("Stage,\"Live, inherited\",Shares,0"))
    }

    @Test func thePackIsTakenAwayByWhoeverAnswersForTheWholeRegister() async throws {
        let site = try TestSite.ordinary
        #expect(try await site.get("/board").body.contains("Take the pack away"))
        let pack = try await site.get("/board/pack?format=html&spoke=")
        #expect(pack.status == 200)
        #expect(pack.headers["content-disposition"] == "attachment; filename=\"board-pack.html\"")
        #expect(pack.body.contains("Data-sharing governance board: portfolio pack"))
        #expect(pack.body.contains("The whole portfolio"))
        let odt = try await site.get("/board/pack?format=odt&spoke=later-life")
        #expect(odt.status == 200)
        #expect(odt.headers["content-type"] == "application/vnd.oasis.opendocument.text")
        #expect(odt.body.hasPrefix("PK"))
        for wrong in ["", "?format=pdf", "?format=html&spoke=nowhere"] {
            #expect(try await site.get("/board/pack" + wrong).status == 400)
        }
        for person in ["owner", "leeds"] {
            #expect(try await site.get("/board/pack?format=html", as: person).status == 403)
            #expect(try await !site.get("/board", as: person).body.contains("Take the pack away"))
        }
    }

    /// A name that a spreadsheet would take for a formula is a text in it.
    @Test func theMapAndTheGroupsAreTakenAwayWithoutFormulas() async throws {
        let site = try TestSite(
            register: TestSite.twins.replacing("Leeds City Council", with: "=1+1").replacing(
                "Housing Benefit earnings check <i>", with: "@SUM(A1)"))
        let map = try await site.get("/map.csv?from=department&to=unconfirmed").body
        #expect(map.hasPrefix("from,to,shares\n"))
        #expect(map.contains("Department for Work and Pensions,'=1+1,2"))
        let groups = try await site.get("/redundancy.csv").body
        #expect(groups.hasPrefix("group,share,title,would_go_on,score,why\n"))
        #expect(groups.split(separator: "\n").count == 3)
        #expect(groups.contains(",TWIN-2,'@SUM(A1),"))
        #expect(
            try await site.get("/redundancy.csv", as: "stranger").body == "group,share,title,would_go_on,score,why\n")
    }
}
