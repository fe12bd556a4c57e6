import Testing
import Web

/// The board's page and the map: each figure and each line leads to as many shares.
struct BoardPageTests {
    @Test func theBoardSeesWhereTheRiskLies() async throws {
        let site = try TestSite.ordinary
        let body = try await site.get("/board").body
        #expect(body.contains("1 review is overdue; most of the next twelve months come in September 2026: 2."))
        let medium = "/shares?stage=inherited&amp;risk=medium"
        #expect(body.contains("href=\"\(medium)\">2<span class=\"hidden\"> of medium risk, live, inherited</span>"))
        #expect(try await site.get(medium.replacing("&amp;", with: "&")).body.contains("2 shares<"))
    }

    /// One of the two twins could go: its feed, and its six items.
    @Test func theBoardSeesWhatConsolidatingSaves() async throws {
        let site = try TestSite(register: TestSite.twins)
        let body = try await site.get("/board").body
        let figures = #/<td class="number">1</td><td class="number">1</td><td class="number">[56]</td>/#
        for row in ["<a href=\"/redundancy\">To be decided, at most</a></th>", "In total</th>"] {
            let place = try #require(body.firstRange(of: row))
            #expect(body[place.upperBound...].prefixMatch(of: figures) != nil, "\(row)")
        }
        #expect(try await !site.get("/board?as-at=2026-04-30").body.contains("To be decided, at most"))
    }

    @Test func aPastDayIsShownWithoutLinksAndADayThatIsNoneIsAProblem() async throws {
        let site = try TestSite.ordinary
        let past = try await site.get("/board?as-at=2026-04-30").body
        #expect(past.contains("Nothing is on record as at 30 April 2026. The record begins on 1 May 2026."))
        #expect(!past.contains("<table") && !past.contains("overdue"))
        let report = try await site.get("/report?as-at=2026-04-30").body
        #expect(report.contains("The record begins on 1 May 2026.") && !report.contains("<table"))
        for wrong in ["never", "2026-05-02"] {
            let reply = try await site.get("/board?as-at=\(wrong)")
            #expect(reply.status == 400 && reply.body.contains("<a href=\"#as-at\">"))
        }
    }

    @Test func theBoardSeesByWhatChannelsSharesGo() async throws {
        let body = try await TestSite.ordinary.get("/board").body
        #expect(body.contains("No assessment of a share that has not ended states a risk."))
        // Of 2023, two by email; of 2022, one by SFTP.
        let row = "</svg>\n</th><td class=\"number\">0</td><td class=\"number\">0</td><td class=\"number\">2</td>"
        #expect(body.contains(row))
    }

    @Test func linesOfTheMapAreAsThickAsTheirSharesAreMany() async throws {
        let map = try await TestSite.ordinary.get("/map").body
        let widths = map.matches(of: #/: (\d+) shares?"><path class="flow" stroke-width="([0-9.]+)"/#).map {
            "\($0.output.1) \($0.output.2)"
        }
        #expect(Set(widths) == ["2 24.00", "1 17.26"])
        #expect(map.contains("Beside each name stands the sum of its lines in the drawing"))
    }

    @Test func stackedBarsSayWhatTheirPartsMean() async throws {
        let body = try await TestSite.ordinary.get("/board").body
        let keys = body.matches(of: #/<p class="key">.*?</p>/#.dotMatchesNewlines()).map { String($0.output) }
        #expect(keys.count == 4)
        for meaning in [
            "Late, over or going on", "Going on, in time", "Nobody answers", "Strategic", "Tolerated", "Legacy",
            "Not known",
        ] {
            #expect(keys.contains { $0.contains(meaning) }, "\(meaning)")
        }
    }

    @Test func whatIsToBeRegularisedLeadsToTheSharesThatAreCounted() async throws {
        let site = try TestSite(
            register: TestSite.register.replacing(",2026-09-01,,Live", with: ",2026-09-01,,On hold"))
        let page = try await site.get("/").body
        let link = try #require(
            page.firstMatch(
                of: #/href="([^"]+)">Inherited, to be regularised</a></th><td class="number">(\d+)</#))
        #expect(link.output.2 == "3")
        let address = String(link.output.1).replacing("&amp;", with: "&")
        #expect(try await site.get(address).body.contains("3 shares<"))
        #expect(try await site.get("/shares?stage=inherited").body.contains("2 shares<"))
    }

    @Test func aLineOfTheMapOpensItsGroupsAndThenItsShares() async throws {
        let site = try TestSite.ordinary
        let groups = try await site.get("/map").body
        let opening = "/map?from=department&amp;to=local-authority"
        #expect(
            groups.contains(
                "<a href=\"\(opening)\" aria-label=\"Department for Work and Pensions to Local authorities: 2 shares\">"
            ))
        let opened = try await site.get(opening.replacing("&amp;", with: "&")).body
        #expect(opened.contains("<h1>From Department for Work and Pensions to Local authorities</h1>"))
        let line =
            "/shares?where=provider%3Ddepartment-for-work-pensions&amp;where=recipient%3Dleeds&amp;where=stage%21%3Dended"
        #expect(opened.contains("href=\"\(line)\""))
        let shares = try await site.get(line.replacing("&amp;", with: "&")).body
        #expect(shares.contains("1 share<") && shares.contains("Housing Benefit earnings check"))
    }

    @Test(arguments: ["/map", "/map?from=unconfirmed&to=unconfirmed", "/board"])
    func namesAreEscapedInDrawings(address: String) async throws {
        let body = try await TestSite.ordinary.get(address).body
        #expect(!body.contains("<img") && !body.contains("onmouseover=\"x"))
    }

    @Test func theMapShowsWhatIsWithinReach() async throws {
        let others = try await TestSite.ordinary.get("/map?from=department&to=local-authority", as: "stranger").body
        #expect(others.contains("No share that has not ended goes this way."))
        let own = try await TestSite.ordinary.get("/map?from=department&to=local-authority", as: "leeds").body
        #expect(own.contains("Leeds City Council") && !own.contains("Kent County Council"))
    }
}
