import Casework
import Ledger
import Redundancy
import Shares
import Testing
import Web
import Workflows

/// Boards see redundant shares side by side, check what a decision comes to, and record it.
struct RedundancyPageTests {
    private static func site() throws -> (TestSite, address: String) {
        let site = try TestSite(register: TestSite.twins)
        return (site, "/redundancy/\(try site.group())")
    }

    @Test func theGroupsAreListedWithWhyTheyAreFound() async throws {
        let (site, address) = try Self.site()
        let body = try await site.get("/redundancy").body
        #expect(body.contains("<h1>Redundant shares</h1>"))
        #expect(
            body.contains("1 group to be decided on. Consolidating it would save 1 share, 1 feed and 5 data items."))
        #expect(body.contains("href=\"\(address)\""))
        #expect(body.contains("Duplicate, likely to be right"))
        #expect(body.contains("Nothing has been decided about redundant shares yet."))
        #expect(body.contains("<a href=\"/redundancy\" aria-current=\"page\">Redundancy</a>"))
    }

    @Test func whatDiffersIsSaidInWordsAndMarked() async throws {
        let (site, address) = try Self.site()
        let body = try await site.get(address).body
        for (fact, word) in [
            ("Provider", "grey\">Same"), ("Data items", "yellow\">Differs"), ("Frequency", "grey\">Same"),
            ("Start", "yellow\">Differs"), ("Purpose", "grey\">Same"), ("Data owner", "yellow\">Differs"),
        ] {
            #expect(body.contains("<th scope=\"row\">\(fact) <strong class=\"tag tag-\(word)</strong></th>"), "\(fact)")
        }
        #expect(body.contains("<li class=\"only\">Bank sort code (only here)</li>"))
        #expect(body.contains("<li>National Insurance number</li>"))
        #expect(!body.contains("<b>Ada") && !body.contains("check <i>"))
        #expect(body.contains("Keep TWIN-2, and retire TWIN-1."))
        #expect(body.contains("<legend>What is decided?</legend>"))
        #expect(body.contains("value=\"TWIN-2\" aria-describedby=\"survivor-2-hint\" checked>"))
    }

    @Test func whoMayNotDecideSeesNoForm() async throws {
        let (site, address) = try Self.site()
        let body = try await site.get(address, as: "owner").body
        #expect(body.contains("TWIN-1") && !body.contains("<legend>"))
        let reply = try await site.post(
            address, [("verdict", "keep"), ("reason", "x"), ("step", "confirm")], as: "owner")
        #expect(reply.status == 422)
        #expect(reply.body.contains("Only the governance board or the hub decides about redundant shares"))
        #expect(try site.office.redundancyDecisions() == [])
    }

    @Test func whatIsMissingIsSaidAtTheFieldAndInASummary() async throws {
        let (site, address) = try Self.site()
        let none = try await site.post(address, [("reason", "Typed words"), ("at", "tomorrow")], as: "hub")
        #expect(none.status == 422)
        #expect(none.body.contains("<a href=\"#verdict\">Say what is decided.</a>"))
        #expect(none.body.contains("<a href=\"#at\">Enter the day as year-month-day, such as 2026-04-01.</a>"))
        #expect(none.body.contains("Typed words"))
        #expect(none.body.contains("<title>Error: "))
        let empty = try await site.post(address, [], as: "hub").body
        #expect(empty.contains("<a href=\"#verdict\">") && empty.contains("<a href=\"#reason\">"))
        let unreasoned = try await site.post(address, [("verdict", "keep"), ("seen-position", "99")], as: "hub")
        #expect(unreasoned.body.contains("<a href=\"#reason\">Reason is missing: say why it is decided so.</a>"))
        // Not looked at, so not as it was looked at.
        let unseen = try await site.post(address, [("verdict", "keep"), ("reason", "x")], as: "hub")
        #expect(unseen.status == 422 && unseen.body.contains("has changed since it was looked at"))
    }

    @Test func aDecisionIsCheckedChangedAndRecorded() async throws {
        let (site, address) = try Self.site()
        let page = try await site.get(address).body
        let seen = try #require(page.firstMatch(of: /name="seen-position" value="(\d+)"/)).1
        let typed = [
            ("verdict", "consolidate"), ("survivor", "TWIN-2"), ("reason", "One feed <is> enough"),
            ("at", "2026-04-30"), ("seen-position", String(seen)),
        ]
        let check = try await site.post(address, typed, as: "hub")
        #expect(check.status == 200)
        #expect(check.body.contains("<h1>Check the decision</h1>"))
        #expect(check.body.contains("One feed &lt;is&gt; enough"))
        #expect(check.body.contains("Its retirement is proposed, superseded by TWIN-2; its data owner decides."))
        #expect(check.body.contains("Carries all that the others carry, and stays as it is."))
        #expect(try site.office.redundancyDecisions() == [])

        let changed = try await site.post(address, typed + [("step", "change")], as: "hub")
        #expect(changed.status == 200)
        #expect(changed.body.contains("One feed &lt;is&gt; enough"))
        #expect(changed.body.contains("value=\"2026-04-30\""))

        let forged = try await site.post(
            address, typed + [("step", "confirm")], as: "hub", token: String(repeating: "0", count: 64))
        #expect(forged.status == 403)

        let done = try await site.post(address, typed + [("step", "confirm")], as: "hub")
        #expect(done.status == 303)
        #expect(done.headers["location"] == "/redundancy?done=1")
        let list = try await site.get("/redundancy?done=1").body
        #expect(list.contains("Decision 1 is recorded"))
        #expect(list.contains("<a href=\"/shares/TWIN-1\">TWIN-1</a>: being retired (proposed), due "))
        #expect(list.contains("No group of redundant shares is to be decided on."))
        let progress = try #require(try site.office.redundancyDecisions().first)
        #expect(progress.recorded.actor == PersonID("hub"))
        #expect(progress.recorded.decision.on == Day(iso: "2026-04-30"))
        #expect(try site.office.verifyAudit().faults == [])
        // Whoever works on the shares is told on their pages.
        let survivor = try await site.get("/shares/TWIN-2").body
        #expect(
            survivor.contains(
                "Decision 1 on 30 April 2026: takes over from TWIN-1 (One feed &lt;is&gt; enough). Stays as it is."))
        #expect(try await site.get("/shares/TWIN-1").body.contains("to be superseded by TWIN-2"))
        // The group is gone, and so is its form.
        #expect(try await site.post(address, typed + [("step", "confirm")], as: "hub").status == 404)
    }

    @Test func whatCannotAllBeDoneCannotBeConfirmed() async throws {
        let (site, address) = try Self.site()
        try site.office.keep(
            Person(id: PersonID("elsewhere"), name: "Elsewhere", roles: ["board"], organisation: "HMRC"))
        _ = try site.office.act(
            on: ShareReference("TWIN-1"), Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        let page = try await site.get(address).body
        let seen = try #require(page.firstMatch(of: /name="seen-position" value="(\d+)"/)).1
        _ = try site.office.act(
            on: ShareReference("TWIN-1"), Order("propose-retirement", fields: ["reason": "Old"]),
            as: PersonID("hub"))
        let reply = try await site.post(
            address, [("verdict", "keep"), ("reason", "x"), ("seen-position", String(seen))], as: "hub")
        #expect(reply.status == 422)
        #expect(reply.body.contains("TWIN-1 has changed since it was looked at: look again."))
    }

    @Test func whatSpeaksAgainstItIsDecidedOnlyByWhoInsists() async throws {
        func row(_ reference: String, _ provider: String, _ recipient: String) -> String {
            "\(reference),Earnings check,\(provider),\(recipient),To check earnings for Housing Benefit,"
                + "Welfare Reform Act 2012 s.127,6(1)(e),National Insurance number;Full name;Date of birth;Address;Postcode,"
                + "benefit claimants,daily,SFTP,OFFICIAL-SENSITIVE,2022-02-01,,2026-12-01,Ada Example,Live\n"
        }
        let header = TestSite.twins.prefix { $0 != "\n" }
        let site = try TestSite(
            register: "\(header)\n" + row("SOURCE", "Ministry of Justice", "HMRC") + row("FEED", "HMRC", "DWP")
                + row("STRAIGHT", "Ministry of Justice", "DWP") + row("ONWARD", "DWP", "Home Office")
                + row("DIRECT", "HMRC", "Home Office"))
        let group = RedundancyCluster.reference(of: [ShareReference("FEED"), ShareReference("STRAIGHT")])
        // However it is written.
        let address = "/redundancy/\(group.lowercased())"
        let page = try await site.get(address).body
        #expect(!page.contains("name=\"insist\""))
        let seen = try #require(page.firstMatch(of: /name="seen-position" value="(\d+)"/)).1
        let typed = [
            ("verdict", "consolidate"), ("survivor", "STRAIGHT"), ("reason", "One feed"),
            ("seen-position", String(seen)),
        ]
        let doubted = try await site.post(address, typed, as: "hub")
        #expect(doubted.status == 422)
        #expect(doubted.body.contains("<a href=\"#insist\">FEED is the feed on which it rests that ONWARD passes on"))
        #expect(doubted.body.contains("name=\"insist\""))
        let check = try await site.post(address, typed + [("insist", "yes")], as: "hub")
        #expect(check.status == 200)
        #expect(check.body.contains("Decided all the same"))
        #expect(check.body.contains("<input type=\"hidden\" name=\"insist\" value=\"yes\">"))
        let done = try await site.post(address, typed + [("insist", "yes"), ("step", "confirm")], as: "hub")
        #expect(done.status == 303)
        #expect(try site.office.redundancyDecisions().first?.recorded.decision.insisted?.count == 1)
    }
}
