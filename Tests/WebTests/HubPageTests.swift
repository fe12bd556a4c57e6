import Casework
import Hummingbird
import Ledger
import Shares
import Testing
import Web
import Workflows

/// What the hub looks after is for the hub alone, and does what its forms say.
struct HubPageTests {
    /// A register of one new share and one row without a title, as a browser sends it.
    private static let register = """
        reference,title,provider,recipient,purpose,legal_gateway,lawful_basis,data_items,data_subjects,frequency,\
        transfer_method,classification,start_date,end_date,review_date,data_owner,status
        NEW-1,Pension credit check,DWP,Leeds City Council,To check,,6(1)(e),Full name,,weekly,SFTP,OFFICIAL,\
        2023-04-01,,2026-09-01,,Live

        """

    private static func send(
        _ site: TestSite, _ parts: [(head: String, content: String)], as person: String, closed: Bool = true
    ) async throws -> TestSite.Reply {
        let token = site.sessions[person]?.visitor.formToken ?? ""
        let body =
            ([("name=\"form-token\"", token)] + parts).map { head, content in
                "--edge\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
            }.joined() + (closed ? "--edge--\r\n" : "")
        return try await site.send(
            "/hub/import", .post, headers: [.contentType: "multipart/form-data; boundary=edge"],
            body: ByteBuffer(string: body), as: person)
    }

    private static func file(_ text: String, name: String = "C:\\files\\new.csv") -> (head: String, content: String) {
        ("name=\"register\"; filename=\"\(name)\"", text)
    }

    @Test(arguments: ["/hub", "/hub/import", "/hub/people", "/hub/outbox"])
    func nobodyElseIsShownWhatTheHubLooksAfter(address: String) async throws {
        let site = try TestSite.ordinary
        for person in ["owner", "requester", "leeds"] {
            #expect(try await site.get(address, as: person).status == 403)
            #expect(try await !site.get("/", as: person).body.contains("href=\"/hub\""))
        }
        #expect(try await site.get(address, as: "hub").status == 200)
    }

    @Test func aRegisterIsTriedOutAndThenLoaded() async throws {
        let site = try TestSite(register: TestSite.register)
        let tried = try await Self.send(site, [Self.file(Self.register), ("name=\"step\"", "try")], as: "hub")
        #expect(tried.status == 200)
        #expect(tried.body.contains("Nothing was written: this is what would happen"))
        #expect(tried.body.contains("new.csv: 1 row, 1 new, 0 changed, 0 unchanged, 0 kept out."))
        #expect(try site.office.history(of: ShareReference("DWP-DS-00001")).count == 1)
        #expect(try await site.get("/shares/NEW-1").status == 404)
        let loaded = try await Self.send(site, [Self.file(Self.register), ("name=\"step\"", "load")], as: "hub")
        #expect(loaded.status == 200 && loaded.body.contains(">Loaded<"))
        let event = try #require(try site.office.history(of: ShareReference("NEW-1")).first?.event)
        #expect(event.actor == PersonID("hub") && event.summary == "loaded it from new.csv as live")
    }

    @Test func aTrialListsWhatWouldChangeBeforeItIsLoaded() async throws {
        let site = try TestSite(register: TestSite.register)
        let lines = TestSite.register.split(separator: "\n")
        let title = try #require(try site.office.show(ShareReference("DWP-DS-00001")).share.terms.title.nonEmpty)
        let row = try #require(lines.dropFirst().first { $0.contains("DWP-DS-00001") })
        let new = try #require(Self.register.split(separator: "\n").dropFirst().first)
        let file = Self.file("\(lines[0])\n\(row.replacing(title, with: "Another title"))\n\(new)\n")
        let tried = try await Self.send(site, [file, ("name=\"step\"", "try")], as: "hub").body
        #expect(tried.contains("Shares that would be new") && tried.contains("Pension credit check"))
        #expect(tried.contains("<td>Title</td><td>\(title)</td><td>Another title</td>"))
        let list = try await Self.send(site, [file, ("name=\"step\"", "csv")], as: "hub")
        #expect(list.headers["content-type"] == "text/csv; charset=utf-8")
        #expect(list.body.contains("DWP-DS-00001,changed,Title,"))
        #expect(list.body.contains("NEW-1,new,Title,,Pension credit check"))
        #expect(try site.office.show(ShareReference("DWP-DS-00001")).share.terms.title == title)
    }

    @Test func noCellOfARegisterMakesThePageOfItsImportLong() async throws {
        let site = try TestSite(register: TestSite.register)
        let long = String(repeating: "'“", count: 100_000)
        let header = try #require(TestSite.register.split(separator: "\n").first)
        let row = "LONG-2,\(long),DWP,\(long),To check,,6(1)(e),\(long),,\(long),SFTP,OFFICIAL,\(long),,,,\(long)"
        let tried = try await Self.send(
            site, [Self.file("\(header)\n\(row)\n"), ("name=\"step\"", "try")], as: "hub")
        #expect(tried.body.contains("characters)"))
        #expect(tried.body.utf8.count < 200_000)
    }

    @Test func aFileThatIsTooLongIsToldHowLongOneMayBe() async throws {
        let site = try TestSite.ordinary
        let long = String(repeating: "a", count: 16 << 20)
        let file = try await Self.send(site, [Self.file(long), ("name=\"step\"", "load")], as: "hub")
        #expect(file.status == 413 && file.body.contains("What was sent is longer than 16 MB."))
        let form = try await site.post("/hub/people", [("name", String(repeating: "a", count: 256 << 10))], as: "hub")
        #expect(form.status == 413 && form.body.contains("What was sent is longer than 256 KB."))
    }

    @Test(arguments: [
        ("/hub/templates", "which are the texts that documents of shares are made from"),
        ("/hub/workflows", "which say who does what with a share and when"),
    ])
    func whoeverMayNotSendAFileIsToldWhatItWouldBe(address: String, words: String) async throws {
        let site = try TestSite.ordinary
        let looked = address == "/hub/import" ? nil : try await site.get(address, as: "leeds")
        let sent = try await site.send(
            address, .post, headers: [.contentType: "multipart/form-data; boundary=edge"], body: ByteBuffer(),
            as: "leeds")
        for reply in [looked, sent].compactMap({ $0 }) {
            #expect(reply.status == 403 && reply.body.contains(words))
        }
    }

    @Test func whatIsWrongAmongPeopleIsSaidOfItsField() async throws {
        let site = try TestSite.ordinary
        for (fields, field, words) in [
            (
                [("step", "appoint"), ("appointed", "nobody"), ("post", "data-owner")], "appointed",
                "Who is appointed: enter the id"
            ),
            (
                [("step", "appoint"), ("appointed", "owner"), ("post", "data-owner"), ("first", "soon")], "first",
                "From: enter a day"
            ),
            (
                [("step", "appoint"), ("appointed", "owner"), ("post", "data-owner"), ("first", "2026-05-01")],
                "letter", "An appointment is made by letter"
            ),
            ([("step", "leave"), ("leaver", "owner"), ("last", "soon")], "last", "Last day of work: enter a day"),
            ([("step", "leave"), ("leaver", ""), ("last", "2026-05-01")], "leaver", "Who leaves: enter the id"),
        ] {
            let reply = try await site.post("/hub/people", fields, as: "hub")
            #expect(reply.status == 422)
            #expect(reply.body.contains("<a href=\"#\(field)\">\(words)"), "\(field)")
            #expect(reply.body.contains("id=\"\(field)-error\""))
        }
    }

    @Test func everyErrorOfARegisterIsNamedWithItsPlaceAndNothingIsLoaded() async throws {
        let site = try TestSite(register: TestSite.register)
        let broken = Self.register.replacing("NEW-1,", with: "NEW-1,<script>").replacing(
            "2023-04-01", with: "32/13/2023")
        let refused = try await Self.send(site, [Self.file(broken), ("name=\"step\"", "load")], as: "hub")
        #expect(refused.status == 422)
        #expect(refused.body.contains("Nothing was loaded"))
        #expect(refused.body.contains("row 2, column start_date"))
        #expect(!refused.body.contains("<script>"))
        #expect(try await site.get("/shares/NEW-1").status == 404)
        let none = try await Self.send(site, [("name=\"step\"", "load")], as: "hub")
        #expect(none.status == 422 && none.body.contains("Choose the register’s file."))
        let mapping = ("name=\"mapping\"; filename=\"m.json\"", "{")
        let unread = try await Self.send(site, [Self.file(Self.register), mapping], as: "hub")
        #expect(unread.status == 422 && unread.body.contains("m.json"))
    }

    @Test func aFileIsTakenFromTheHubAloneAndWholeAlone() async throws {
        let site = try TestSite.ordinary
        #expect(try await Self.send(site, [Self.file(Self.register)], as: "owner").status == 403)
        #expect(try await Self.send(site, [Self.file(Self.register)], as: "hub", closed: false).status == 400)
        let plain = try await site.post("/hub/import", [("step", "load")], as: "hub")
        #expect(plain.status == 400)
        let others = try await site.send(
            "/hub/import", .post, headers: [.contentType: "multipart/form-data; boundary=edge"],
            body: ByteBuffer(
                string: "--edge\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\nwrong\r\n--edge--\r\n"),
            as: "hub")
        #expect(others.status == 403)
    }

    @Test func peopleAreAddedAppointedAndLeave() async throws {
        let site = try TestSite(register: TestSite.register)
        let added = try await site.post(
            "/hub/people",
            [
                ("step", "keep"), ("id", "steward"), ("name", "Steward"), ("role", "data-owner"), ("role", "requester"),
                ("organisation", "DWP"),
            ], as: "hub")
        #expect(added.status == 303)
        let person = try #require(try site.office.currentRoster()[PersonID("steward")])
        #expect(person.roles == ["data-owner", "requester"])
        let appointed = try await site.post(
            "/hub/people",
            [
                ("step", "appoint"), ("appointed", "steward"), ("post", "data-owner"), ("first", "2026-05-01"),
                ("letter", "files/1"),
            ], as: "hub")
        #expect(appointed.status == 303)
        #expect(
            try await site.get("/hub/people").body
                .contains("data owner, the whole department, from 1 May 2026"))
        let left = try await site.post(
            "/hub/people", [("step", "leave"), ("leaver", "steward"), ("last", "2026-05-31")], as: "hub")
        #expect(left.status == 303 && left.headers["location"] == "/hub/people?id=steward")
        #expect(try site.office.currentRoster().departures[PersonID("steward")] == Day(iso: "2026-05-31"))
        let wrong = try await site.post(
            "/hub/people", [("step", "keep"), ("id", "A B"), ("organisation", "Nowhere")], as: "hub")
        #expect(wrong.status == 422)
        for message in ["An id is small letters", "A person has at least one role", "is not a known organisation"] {
            #expect(wrong.body.contains(message))
        }
        #expect(try await site.post("/hub/people", [("step", "keep"), ("id", "x")], as: "owner").status == 403)
    }

    @Test func whoNotesADepartureIsToldWhatHasToGoToAnother() async throws {
        let site = try TestSite(register: TestSite.register)
        _ = try await site.post("/propose", [("title", "Under <way>"), ("purpose", "To check")], as: "requester")
        _ = try site.office.act(
            on: ShareReference("DS-1"), Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        let left = try await site.post(
            "/hub/people", [("step", "leave"), ("leaver", "owner"), ("last", "2026-05-31")], as: "hub")
        let page = try await site.get(try #require(left.headers["location"]), as: "hub").body
        #expect(page.contains("Data owner leaves on 31 May 2026"))
        #expect(page.contains("Data owner answers for 1 open share, in which something is under way."))
        #expect(page.contains("<a href=\"/shares/DS-1\">Under &lt;way&gt;</a> (DS-1): Proposal"))
        #expect(page.contains("<a href=\"/hub/hand-over?from=owner\">Hand over what Data owner holds</a>"))
        #expect(try await !site.get("/hub/people?id=leeds").body.contains("Hand over what Leeds holds"))
    }

    @Test func theHubIsOfTheDepartmentAlone() async throws {
        let site = try TestSite(register: TestSite.register)
        let fields = [
            ("step", "keep"), ("id", "guest"), ("name", "A guest"), ("role", "hub"), ("organisation", "HMRC"),
        ]
        let refused = try await site.post("/hub/people", fields, as: "hub")
        #expect(refused.status == 422)
        #expect(refused.body.contains("it is people of Department for Work and Pensions alone."))
        #expect(try site.office.people().contains { $0.id == PersonID("guest") } == false)
    }

    @Test func nothingHeldIsARefusal() async throws {
        let reply = try await TestSite.ordinary.post("/hub/outbox", [], as: "hub")
        #expect(reply.status == 422 && reply.body.contains("No letter is held."))
        #expect(try await TestSite.ordinary.post("/hub/outbox", [], as: "requester").status == 403)
    }
}
