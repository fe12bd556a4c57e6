import Casework
import Ledger
import Shares
import Testing
import Web
import Workflows

/// A share is proposed and moved on through forms alone.
struct ActTests {
    private static func site() throws -> TestSite { try TestSite(register: TestSite.register) }

    @Test func aShareIsProposedAndSubmittedThroughTheForms() async throws {
        let site = try Self.site()
        let proposed = try await site.post(
            "/propose", [("title", "Earnings check"), ("provider", "HMRC"), ("recipient", "DWP")], as: "requester")
        #expect(proposed.status == 303)
        #expect(proposed.headers["location"] == "/shares/DS-1?done=1")
        let page = try await site.get("/shares/DS-1?done=1", as: "requester").body
        #expect(page.contains("You proposed the share."))
        #expect(page.contains("href=\"/shares/DS-1/act/proposal/edit\""))
        // What is wanting is said on the form of the command, and again when it is sent.
        let early = try await site.post("/shares/DS-1/act/proposal/submit", [("seen-version", "1")], as: "requester")
        #expect(early.status == 422)
        #expect(early.body.contains("The purpose is missing."))
        let edited = try await site.post(
            "/shares/DS-1/act/proposal/edit",
            [
                ("seen-version", "1"), ("title", "Earnings check"), ("purpose", "Checking\r\nearnings"),
                ("reason", ""),
            ], as: "requester")
        #expect(edited.headers["location"] == "/shares/DS-1?done=2")
        let share = try site.office.show(ShareReference("DS-1")).share
        #expect(share.terms.purpose == "Checking\nearnings")
        #expect(share.terms.title == "Earnings check")
    }

    @Test func whatIsWantingLeadsToWhereItIsGiven() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "Earnings check")], as: "requester")
        let opened = try await site.get("/shares/DS-1/act/proposal/submit", as: "requester")
        #expect(opened.status == 200)
        #expect(opened.body.contains("There is a problem") && !opened.body.contains("<title>Error: "))
        let sent = try await site.post("/shares/DS-1/act/proposal/submit", [("seen-version", "1")], as: "requester")
        #expect(sent.status == 422 && sent.body.contains("<title>Error: "))
        let edit = "<a href=\"/shares/DS-1/act/proposal/edit?section="
        for body in [opened.body, sent.body] {
            #expect(body.contains(edit + "purpose\">The purpose is missing.</a>"))
            #expect(body.contains(edit + "parties\">The provider is missing.</a>"))
            #expect(body.contains(edit + "data\">No data item is named: give “Data items”.</a>"))
        }
        let page = try await site.get("/shares/DS-1", as: "requester").body
        #expect(page.contains("give “Data items”"))
        for body in [opened.body, sent.body, page] {
            #expect(!body.contains("give data_items") && !body.contains("give legal_gateway"))
        }
    }

    @Test func whoeverLookedAtAnOlderVersionIsToldWhatChanged() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "One")], as: "requester")
        _ = try await site.post(
            "/shares/DS-1/act/proposal/edit", [("seen-version", "1"), ("title", "Two")], as: "hub")
        let late = try await site.post(
            "/shares/DS-1/act/proposal/edit", [("seen-version", "1"), ("title", "Three")], as: "requester")
        #expect(late.status == 422)
        #expect(late.body.contains("has changed since you looked"))
        // What was typed is still there.
        #expect(late.body.contains("value=\"Three\""))
        #expect(try site.office.show(ShareReference("DS-1")).share.terms.title == "Two")
    }

    @Test func aFormThatIsLateSaysWhatChangedAndIsTakenTheSecondTime() async throws {
        let site = try Self.site()
        let first = [("title", "One"), ("purpose", "To check"), ("retention", "P1Y")]
        _ = try await site.post("/propose", first, as: "requester")
        let edited = [("seen-version", "1"), ("title", "Two"), ("purpose", "To check"), ("retention", "P2Y")]
        _ = try await site.post("/shares/DS-1/act/proposal/edit", edited, as: "hub")
        // The title was typed; the retention stands in the form as it was looked at.
        let late = [("title", "Three"), ("purpose", "To check"), ("retention", "P1Y")]
        let refused = try await site.post(
            "/shares/DS-1/act/proposal/edit", [("seen-version", "1")] + late, as: "requester")
        #expect(refused.status == 422)
        #expect(refused.body.contains("Chief Data Office (hub): Edit the terms"))
        #expect(
            refused.body.contains(
                "<a href=\"#title\">Title is now “Two”; it was “One”. What you typed stands here.</a>"))
        #expect(refused.body.contains("<a href=\"#retention\">Retention is now “P2Y”; it was “P1Y”.</a>"))
        #expect(refused.body.contains("value=\"Three\"") && refused.body.contains("value=\"P2Y\""))
        #expect(!refused.body.contains("value=\"P1Y\""))
        #expect(refused.body.contains("name=\"seen-version\" value=\"2\""))
        let again = [("seen-version", "2"), ("title", "Three"), ("purpose", "To check"), ("retention", "P2Y")]
        let taken = try await site.post("/shares/DS-1/act/proposal/edit", again, as: "requester")
        #expect(taken.headers["location"] == "/shares/DS-1?done=3")
        let terms = try site.office.show(ShareReference("DS-1")).share.terms
        #expect(terms.title == "Three" && terms.retention?.text == "P2Y")
    }

    @Test func whoeverChangedItThemselfIsToldSo() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "One")], as: "requester")
        let address = "/shares/DS-1/act/proposal/edit"
        _ = try await site.post(address, [("seen-version", "1"), ("title", "First tab")], as: "requester")
        let second = try await site.post(address, [("seen-version", "1"), ("title", "Second tab")], as: "requester")
        #expect(second.body.contains("you: Edit the terms") && second.body.contains("now “First tab”"))
        #expect(second.body.contains("value=\"Second tab\""))
    }

    @Test func whatIsWantingOrNotUnderstoodStandsAtItsField() async throws {
        let site = try Self.site()
        let empty = try await site.post("/propose", [], as: "requester").body
        #expect(empty.contains("<a href=\"#title\">Give a title.</a>"))
        #expect(empty.contains("<p id=\"title-error\" class=\"error-message\">"))
        #expect(empty.contains("aria-describedby=\"title-hint title-error\"") && !empty.contains("give title"))
        let wrong = try await site.post(
            "/propose", [("title", "One"), ("retention", "banana"), ("classification", "Blue")], as: "requester"
        ).body
        #expect(
            wrong.contains(
                "<a href=\"#retention\">Retention: “banana” is not a length of time: write 2 years, 6 months"))
        #expect(wrong.contains("id=\"retention-error\"") && wrong.contains("id=\"classification-error\""))
        _ = try await site.post("/propose", [("title", "One")], as: "requester")
        let reason = try await site.post("/shares/DS-1/act/proposal/withdraw", [("seen-version", "1")], as: "requester")
        #expect(reason.status == 422 && reason.body.contains("<a href=\"#reason\">Reason is missing.</a>"))
        #expect(reason.body.contains("id=\"reason-error\""))
    }

    @Test func questionsAreAnsweredInAForm() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "One"), ("purpose", "To check")], as: "requester")
        let form = try await site.get("/shares/DS-1/act/proposal/answer", as: "requester").body
        #expect(form.contains("id=\"proposal/1.8\""))
        #expect(form.contains("<legend>2.1 Are you requesting this data under a legal power?</legend>"))
        #expect(form.contains("2.3 Has this section been reviewed by someone with legal knowledge? – after 2.1"))
        #expect(!form.contains("id=\"proposal/1.7\""))
        let wrong = try await site.post(
            "/shares/DS-1/act/proposal/answer", [("seen-version", "1"), ("proposal/1.9", "soon")], as: "requester")
        #expect(wrong.status == 422)
        #expect(wrong.body.contains("href=\"#proposal/1.9\""))
        let answered = try await site.post(
            "/shares/DS-1/act/proposal/answer",
            [
                ("seen-version", "1"), ("proposal/1.3a", "To check"), ("proposal/2.1", "Yes"),
                ("proposal/1.8", "Nothing"),
            ],
            as: "requester")
        #expect(answered.headers["location"] == "/shares/DS-1?done=2")
        let share = try site.office.show(ShareReference("DS-1")).share
        #expect(share.answers["proposal/2.1"]?.text == "Yes")
        #expect(share.terms.text(of: .withoutSharing) == "Nothing")
    }

    /// A closed list is radios, several may be ticked, and where the list is open something else is said.
    @Test func answersOfAListAreChosen() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "One"), ("purpose", "To check")], as: "requester")
        let address = "/shares/DS-1/act/proposal/answer?question="
        let one = try await site.get(address + "2.1", as: "requester").body
        #expect(one.contains("type=\"radio\" id=\"proposal/2.1\" name=\"proposal/2.1\" value=\"Yes\""))
        #expect(one.contains("value=\"We don&#39;t know\"") && !one.contains("<select"))
        let several = try await site.get(address + "1.1", as: "requester").body
        #expect(several.contains("type=\"checkbox\" id=\"proposal/1.1\" name=\"proposal/1.1\" value=\"Personal data\""))
        #expect(!several.contains("name=\"proposal/1.1/other\""))
        let open = try await site.get(address + "1.5", as: "requester").body
        #expect(open.contains("name=\"proposal/1.5/other\"") && open.contains("Something else, and how (optional)"))
        let sent = try await site.post(
            address + "1.5",
            [
                ("seen-version", "1"), ("proposal/1.5", "Improve statistics"),
                ("proposal/1.5", "Identify social or economic trends"), ("proposal/1.5/other", "Fewer <wrong> letters"),
            ], as: "requester")
        #expect(sent.status == 303)
        let said = "Improve statistics; Identify social or economic trends; Fewer <wrong> letters"
        #expect(try site.office.show(ShareReference("DS-1")).share.terms.text(of: .publicBenefit) == said)
        let again = try await site.get(address + "1.5", as: "requester").body
        #expect(again.contains("value=\"Improve statistics\" checked>"))
        #expect(again.contains("\nFewer &lt;wrong&gt; letters</textarea>"))
        // What was ticked is still ticked where something else is wrong.
        let wrong = try await site.post(
            "/shares/DS-1/act/proposal/answer",
            [
                ("seen-version", "2"), ("proposal/1.1", "Personal data"), ("proposal/1.1", "Magic"),
                ("proposal/2.1", "No"),
            ], as: "requester")
        #expect(wrong.status == 422 && wrong.body.contains("href=\"#proposal/1.1\""))
        #expect(wrong.body.contains("value=\"Personal data\" checked>") && wrong.body.contains("value=\"No\" checked>"))
    }

    /// Boxes of which none is ticked any more, and a text that is emptied, are no answer any more.
    @Test func anAnswerIsTakenBack() async throws {
        let site = try Self.site()
        _ = try await site.post("/propose", [("title", "One"), ("purpose", "To check")], as: "requester")
        func answers() throws -> [String?] {
            let share = try site.office.show(ShareReference("DS-1")).share
            return [
                share.answers["proposal/1.1"]?.text, share.terms.text(of: .publicBenefit).nonEmpty,
                share.terms.text(of: .withoutSharing).nonEmpty,
            ]
        }
        func send(_ fields: [(String, String)]) async throws -> Int {
            let version = try site.office.show(ShareReference("DS-1")).share.version
            return try await site.post(
                "/shares/DS-1/act/proposal/answer", [("seen-version", String(version))] + fields, as: "requester"
            ).status
        }
        let given = [
            ("proposal/1.1", "Personal data"), ("proposal/1.5", "Improve statistics"), ("proposal/1.8", "Nothing"),
        ]
        #expect(try await send(given) == 303)
        #expect(try answers() == ["Personal data", "Improve statistics", "Nothing"])
        // A form that asked something else says nothing of them.
        #expect(try await send([("proposal/2.1", "Yes")]) == 303)
        #expect(try answers() == ["Personal data", "Improve statistics", "Nothing"])
        let form = try await site.get("/shares/DS-1/act/proposal/answer?question=1.1", as: "requester").body
        #expect(form.contains("<input type=\"hidden\" name=\"proposal/1.1/asked\" value=\"yes\">"))
        let emptied = [
            ("proposal/1.1/asked", "yes"), ("proposal/1.5/asked", "yes"), ("proposal/1.5/other", ""),
            ("proposal/1.8", " "),
        ]
        #expect(try await send(emptied) == 303)
        #expect(try answers() == [nil, nil, nil])
        let event = try #require(try site.office.history(of: ShareReference("DS-1")).last?.event)
        guard case .acted(let act) = event.happening else { return #expect(Bool(false)) }
        #expect(act.evidence == ["proposal/1.1": ""])
        #expect(try await site.get("/shares/DS-1", as: "requester").body.contains("Taken back"))
        // What is not answered is not taken back.
        #expect(try await send(emptied) == 422)
        #expect(try site.office.verifyAudit().faults == [])
    }

    @Test func whatIsNotUnderstoodIsSaidWhereItIsTyped() async throws {
        let site = try Self.site()
        let refused = try await site.post(
            "/propose",
            [("title", "One"), ("retention", "two years"), ("classification", "Very secret"), ("start_date", "tbc")],
            as: "requester")
        #expect(refused.status == 422)
        for field in ["retention", "classification", "start_date"] {
            #expect(refused.body.contains("id=\"\(field)-error\""), "\(field)")
        }
        #expect(refused.body.contains("value=\"two years\"") && refused.body.contains("Give one of OFFICIAL, "))
        // Free text is kept, and told.
        let kept = try await site.post(
            "/propose", [("title", "One"), ("retention", "P2Y"), ("data_items", "Inside leg")], as: "requester")
        #expect(kept.status == 303)
        let page = try await site.get(#require(kept.headers["location"]), as: "requester").body
        #expect(
            page.contains("Look at this again:") && page.contains("<li>Data item not understood: “Inside leg”.</li>"))
        let form = try await site.get("/shares/DS-1/act/proposal/edit?section=data", as: "requester").body
        #expect(
            form.contains("id=\"data_items-doubt\"")
                && form.contains("aria-describedby=\"data_items-hint data_items-doubt\""))
        let edit = try await site.post(
            "/shares/DS-1/act/proposal/edit?section=keeping", [("seen-version", "1"), ("retention", "a while")],
            as: "requester")
        #expect(edit.status == 422 && edit.body.contains("id=\"retention-error\""))
    }

    @Test func whatIsNotPossibleHasNoForm() async throws {
        let site = try Self.site()
        // What is not possible where the share stands, and what no workflow has.
        for (address, status) in [
            ("/shares/DWP-DS-00001/act/proposal/submit", 409), ("/shares/DWP-DS-00001/act/nothing/edit", 404),
            ("/shares/DWP-DS-00001/act/proposal/%3Cb%3E", 404), ("/shares/DWP-DS-00001/act/dpia/submit", 404),
        ] {
            #expect(try await site.get(address).status == status)
            #expect(try await site.post(address, [], as: "hub").status == status)
        }
    }

    @Test func whatWaitsForAPersonIsUnderTheirWork() async throws {
        let site = try Self.site()
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"), Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        let work = try await site.get("/work", as: "owner").body
        #expect(work.contains("Proposal: Inherited"))
        #expect(work.contains("href=\"/shares/DWP-DS-00001\""))
        // Forty working days from Friday, 1 May 2026: eight weeks, and two more for the holidays of 4 and 25 May.
        #expect(work.contains("datetime=\"2026-06-30\""))
        let others = try await site.get("/work", as: "requester").body
        #expect(others.contains("Nothing waits for you now."))
    }
}
