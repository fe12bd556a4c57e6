import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web

/// What programs are told: the same as the pages tell the same person, in the shapes that the description gives.
struct APITests {
    private static func json(_ reply: TestSite.Reply) throws -> JSONValue { try JSONValue(parsing: reply.body) }

    private static func faults(_ reply: TestSite.Reply, _ shape: APISchema) throws -> [String] {
        try JSONSchema(shape.schema).faults(in: json(reply)).map { "\($0)" }
    }

    private static func act(
        _ site: TestSite, _ address: String, _ body: String, as person: String, _ headers: HTTPFields
    ) async throws -> TestSite.Reply {
        var headers = headers
        if headers[.contentType] == nil { headers[.contentType] = "application/json" }
        return try await site.send(address, .post, headers: headers, body: ByteBuffer(string: body), as: person)
    }

    @Test func theDescriptionNamesEveryAddressAndIsForEverybody() async throws {
        let reply = try await TestSite.ordinary.get("/api/openapi.json", as: nil)
        #expect(reply.status == 200 && reply.headers["content-type"] == "application/json")
        let description = try Self.json(reply).object
        #expect(description?["openapi"] == "3.1.0")
        #expect(Set((description?["paths"]?.object ?? [:]).keys) == Set(APIRoute.all.map(\.path)))
        let act = description?["paths"]?.object?[APIRoute.act.path]?.object?["post"]?.object
        #expect(act?["operationId"] == "act")
        #expect(
            Set((act?["responses"]?.object ?? [:]).keys)
                == [
                    "200", "400", "401", "403", "404", "408", "412", "413", "415", "422", "428",
                ])
    }

    @Test func aCommandCanBeGivenByWhoeverKnowsTheDescriptionAlone() async throws {
        let site = try TestSite.ordinary
        let description = try Self.json(try await site.get("/api/openapi.json", as: nil)).object
        let order = description?["components"]?.object?["schemas"]?.object?["Order"]?.object
        let fields = order?["properties"]?.object?["fields"]?.object?["properties"]?.object ?? [:]
        #expect(
            Set(fields.keys)
                == Set(TermsField.allCases.map(\.rawValue)).union(EvidenceField.allCases.map(\.rawValue)))
        #expect(fields["data_items"]?.object?["description"] == "Data items")
        let reply = try await site.get("/api/shares/DWP-DS-00001/actions", as: "hub")
        let actions = try Self.json(reply).object?["actions"]?.array ?? []
        let review = actions.compactMap(\.object).first { $0["command"] == "call-review" }
        #expect(review?["takes"] == ["reason": "text"])
        #expect(review?["takesTerms"] == false)
    }

    /// Whoever was refused finds the field to blame, and which version If-Match takes.
    @Test func aReasonNamesItsFieldAndActionsTheirVersion() async throws {
        let requester = APIProgram(site: try TestSite(register: TestSite.register), person: "requester")
        func fields(_ told: APIProgram.Told) -> [String?] {
            (told.json["reasons"]?.array ?? []).map { $0["field"]?.string }
        }
        let unknown = try await requester.post("proposals", #"{"fields": {"title": "A", "purpos": "x"}}"#)
        #expect(unknown.status == 422 && fields(unknown) == ["purpos"])
        #expect(try await requester.post("proposals", #"{"fields": {"title": "A"}}"#).status == 201)
        let actions = try await requester.get("shares/DS-1/actions")
        #expect(actions.json["version"] == 1)
        let edit = try await requester.post(
            "shares/DS-1/act/proposal/edit", #"{"fields": {"purpos": "x", "title": "B"}}"#, tag: "\"1\"")
        #expect(edit.status == 422 && fields(edit) == ["purpos"])
        // What is wanting of the terms is named as their field.
        let submit = try await requester.post("shares/DS-1/act/proposal/submit", "{}", tag: "\"1\"")
        #expect(submit.status == 422 && fields(submit).contains("purpose"))
    }

    @Test(arguments: [
        ("/api/shares", APISchema.shares), ("/api/shares?text=earnings&due=overdue", .shares),
        ("/api/shares/DWP-DS-00001", .share), ("/api/shares/DWP-DS-00001/actions", .actions),
        ("/api/shares/DWP-DS-00001/history", .history), ("/api/shares/DWP-DS-00001/questions/proposal", .questions),
        ("/api/shares/DWP-DS-00001/questions/assessment", .questions),
        ("/api/receipts", .receipts), ("/api/receipts?limit=1&after=A", .receipts), ("/api/webhooks", .webhooks),
    ])
    func anAnswerHasTheShapeThatIsDescribed(address: String, shape: APISchema) async throws {
        let reply = try await TestSite.ordinary.get(address)
        #expect(reply.status == 200)
        #expect(try Self.faults(reply, shape) == [])
    }

    @Test(arguments: APIRoute.all.filter { $0.scope != nil })
    func nobodyIsAnsweredWhoHasNotSignedIn(route: APIRoute) async throws {
        let reply = try await TestSite.ordinary.get(route.example, route.method, as: nil)
        #expect(reply.status == 401)
        #expect(reply.headers["content-type"] == "application/problem+json")
        #expect(try Self.faults(reply, .problem) == [])
    }

    @Test(arguments: ["", "/actions", "/history", "/questions/proposal"])
    func aShareOfOthersIsNotThere(what: String) async throws {
        let site = try TestSite.ordinary
        // A party to it is told what was agreed, and not what was asked and answered.
        let status = what.hasPrefix("/questions") ? 403 : 200
        #expect(try await site.get("/api/shares/DWP-DS-00001" + what, as: "leeds").status == status)
        let others = try await site.get("/api/shares/DWP-DS-00001" + what, as: "stranger")
        #expect(others.status == 404 && !others.body.contains("Housing"))
        #expect(try await site.get("/api/shares", as: "stranger").body.contains("\"total\": 0"))
    }

    @Test func theRegisterIsReadPageByPage() async throws {
        let site = try TestSite.ordinary
        var address: String? = "/api/shares?limit=2"
        var references: [String] = []
        while let next = address {
            let page = try Self.json(try await site.get(next)).object
            references += (page?["shares"]?.array ?? []).compactMap { $0.object?["reference"]?.string }
            address = page?["next"]?.string
        }
        #expect(references == ["DWP-DS-00001", TestSite.hostile, TestSite.awkward])
        for wrong in ["limit=0", "limit=501", "limit=x", "stage=flying"] {
            let reply = try await site.get("/api/shares?" + wrong)
            #expect(reply.status == 400)
            #expect(try Self.faults(reply, .problem) == [])
        }
    }

    @Test func aShareIsNotSentAgainToWhoeverHoldsIt() async throws {
        let site = try TestSite.ordinary
        let first = try await site.get("/api/shares/DWP-DS-00001")
        #expect(first.headers["etag"] == "\"1\"")
        let again = try await site.get("/api/shares/DWP-DS-00001", headers: [.ifNoneMatch: "\"1\""])
        #expect(again.status == 304 && again.body.isEmpty)
        #expect(try await site.get("/api/shares/DWP-DS-00001", headers: [.ifNoneMatch: "\"2\""]).status == 200)
        // Compared weakly, one of several, or any (RFC 9110, section 13.1.2).
        for (tags, status) in [
            ("W/\"1\"", 304), ("\"7\", W/\"1\"", 304), ("*", 304), ("W/\"2\"", 200), ("\"7\", \"11\"", 200),
        ] {
            let held = try await site.get("/api/shares/DWP-DS-00001", headers: [.ifNoneMatch: tags])
            #expect(held.status == status, "\(tags)")
            #expect(held.body.isEmpty == (status == 304) && held.headers["etag"] == "\"1\"")
        }
    }

    @Test func aCommandIsGivenToTheShareAsItWasSeen() async throws {
        let site = try TestSite(register: TestSite.register)
        let address = "/api/shares/DWP-DS-00001/act/proposal/appoint-owner"
        let body = #"{"fields": {"owner": "owner"}}"#
        let given = try await Self.act(site, address, body, as: "hub", [.ifMatch: "\"1\""])
        #expect(given.status == 200 && given.headers["etag"] == "\"2\"")
        #expect(try Self.faults(given, .shareActedOn) == [])
        #expect(try site.office.show(ShareReference("DWP-DS-00001")).share.owner?.person == PersonID("owner"))
        // The same once more does nothing: the version is gone.
        let again = try await Self.act(site, address, body, as: "hub", [.ifMatch: "\"1\""])
        #expect(again.status == 412)
        #expect(again.body.contains("has changed since you looked"))
        #expect(try site.office.show(ShareReference("DWP-DS-00001")).share.version == 2)
    }

    @Test(
        arguments: [
            ("{}", nil, "application/json", "hub", 428), ("{}", "W/\"1\"", "application/json", "hub", 412),
            ("{}", "1", "application/json", "hub", 400), ("{}", "\"1\", 2", "application/json", "hub", 400),
            ("{}", "\"57\"", "application/json", "hub", 412), ("{}", "\"57\", W/\"1\"", "application/json", "hub", 412),
            ("{}", "\"57\", \"58\"", "application/json", "hub", 412),
            ("{}", "\"57\", \"1\"", "application/json", "hub", 422),
            ("{}", "\"57\", \"1\"", "application/json", "stranger", 404),
            ("{}", "\"1\"", "text/plain", "hub", 415), ("{", "\"1\"", "application/json", "hub", 400),
            (#"{"fields": {"owner": "a", "owner": "b"}}"#, "\"1\"", "application/json", "hub", 400),
            (#"{"fields": {"owner": 1}}"#, "\"1\"", "application/json", "hub", 400),
            (#"{"field": {}}"#, "\"1\"", "application/json", "hub", 400),
            ("{}", "\"1\"", "application/json", "hub", 422),
            (#"{"fields": {"owner": "owner"}}"#, "\"1\"", "application/json", "requester", 403),
            ("{}", "\"1\"", "application/json", "stranger", 404),
        ] as [(String, String?, String, String, Int)])
    func whatIsRefusedIsAProblemWithItsReasons(
        body: String, version: String?, type: String, person: String, status: Int
    ) async throws {
        let site = try TestSite.ordinary
        var headers: HTTPFields = [.contentType: type]
        headers[.ifMatch] = version
        let address = "/api/shares/DWP-DS-00001/act/proposal/appoint-owner"
        let reply = try await Self.act(site, address, body, as: person, headers)
        #expect(reply.status == status)
        #expect(reply.headers["content-type"] == "application/problem+json")
        #expect(try Self.faults(reply, .problem) == [])
        #expect(try site.office.show(ShareReference("DWP-DS-00001")).share.version == 1)
    }

    @Test func anyVersionIsTakenWhereAProgramAsksForIt() async throws {
        let site = try TestSite(register: TestSite.register)
        let any: HTTPFields = [.ifMatch: "*"]
        let made = try await Self.act(
            site, "/api/proposals", #"{"fields": {"title": "Pension credit check"}}"#, as: "requester", [:])
        #expect(made.status == 201)
        let asked = try Self.json(try await site.get("/api/shares/DS-1/questions/proposal", as: "requester")).object
        let first = asked?["questions"]?.array?.compactMap(\.object).first {
            $0["kind"] == "text" && $0["standing"] == "not-started"
        }
        let id = try #require(first?["id"]?.string)
        for (version, text) in [(2, "To pay"), (3, "To pay the right amount")] {
            let reply = try await Self.act(
                site, "/api/shares/DS-1/answers/proposal", #"{"answers": {"\#(id)": "\#(text)"}}"#, as: "requester", any
            )
            #expect(reply.status == 200 && reply.headers["etag"] == "\"\(version)\"")
        }
        let owned = try await Self.act(
            site, "/api/shares/DWP-DS-00001/act/proposal/appoint-owner", #"{"fields": {"owner": "owner"}}"#, as: "hub",
            [.ifMatch: "\"57\", \"1\""])
        #expect(owned.status == 200 && owned.headers["etag"] == "\"2\"")
        // A share that is not there has no version (RFC 9110, section 13.1.1).
        let none = try await Self.act(
            site, "/api/shares/NO-SUCH/act/proposal/appoint-owner", #"{"fields": {"owner": "owner"}}"#, as: "hub", any)
        #expect(none.status == 404)
    }

    @Test func aProposalIsMadeAndAnsweredByAProgram() async throws {
        let site = try TestSite(register: TestSite.register)
        let body = #"{"fields": {"title": "Pension credit check"}}"#
        #expect(try await Self.act(site, "/api/proposals", body, as: "leeds", [:]).status == 403)
        let made = try await Self.act(site, "/api/proposals", body, as: "requester", [:])
        #expect(made.status == 201 && made.headers["location"] == "/api/shares/DS-1")
        #expect(made.headers["etag"] == "\"1\"")
        #expect(try Self.faults(made, .shareActedOn) == [])
        let asked = try Self.json(try await site.get("/api/shares/DS-1/questions/proposal", as: "requester")).object
        let first = try #require(
            asked?["questions"]?.array?.compactMap(\.object).first {
                $0["kind"] == "text" && $0["standing"] == "not-started"
            })
        let id = try #require(first["id"]?.string)
        let address = "/api/shares/DS-1/answers/proposal"
        let answers = #"{"answers": {"\#(id)": "To pay the right amount"}}"#
        #expect(try await Self.act(site, address, answers, as: "requester", [:]).status == 428)
        let answered = try await Self.act(site, address, answers, as: "requester", [.ifMatch: "\"1\""])
        #expect(answered.status == 200 && answered.headers["etag"] == "\"2\"")
        #expect(
            try await site.get("/api/shares/DS-1/questions/proposal", as: "requester").body
                .contains("To pay the right amount"))
        #expect(try await Self.act(site, address, answers, as: "stranger", [.ifMatch: "\"2\""]).status == 404)
        let none = try await Self.act(site, address, #"{"answers": {"99": "x"}}"#, as: "requester", [.ifMatch: "\"2\""])
        #expect(none.status == 422)
        #expect(try Self.faults(none, .problem) == [])
        #expect(try await site.get("/api/shares/DS-1/questions/nonsense", as: "requester").status == 404)
    }

    @Test func severalAreAnsweredAndTakenBackByAProgram() async throws {
        let site = try TestSite(register: TestSite.register)
        let requester = APIProgram(site: site, person: "requester")
        _ = try await requester.post("proposals", #"{"fields": {"title": "Pension credit check"}}"#)
        let chosen = #"["Personal data", "Special category data"]"#
        for (answer, text) in [
            (chosen, "Personal data; Special category data"), ("[]", nil), (#""Personal data""#, "Personal data"),
            (#""""#, nil),
        ] {
            let answered = try await requester.post(
                "shares/DS-1/answers/proposal", #"{"answers": {"1.1": \#(answer)}}"#, tag: "*")
            #expect(answered.status == 200, "\(answered.body)")
            #expect(try site.office.show(ShareReference("DS-1")).share.answers["proposal/1.1"]?.text == text)
            let asked = try await requester.get("shares/DS-1/questions/proposal")
            let first = asked.json["questions"]?.array?.first { $0["id"] == "1.1" }
            #expect(first?["standing"] == (text == nil ? "not-started" : "completed"))
        }
        let none = try await requester.post("shares/DS-1/answers/proposal", #"{"answers": {"1.1": []}}"#, tag: "*")
        #expect(none.why == ["answer-not-understood"])
        let nested = #"{"answers": {"1.1": [["Personal data"]]}}"#
        #expect(try await requester.post("shares/DS-1/answers/proposal", nested, tag: "*").status == 400)
    }

    @Test func whatIsSentAgainUnderItsKeyIsDoneOnce() async throws {
        let site = try TestSite(register: TestSite.register)
        let key = try #require(HTTPFields.Element.Name("Idempotency-Key"))
        let body = #"{"fields": {"title": "Pension credit check"}}"#
        let first = try await Self.act(site, "/api/proposals", body, as: "requester", [key: "\"k-1\""])
        let again = try await Self.act(site, "/api/proposals", body, as: "requester", [key: "k-1"])
        #expect(first.status == 201 && again.status == 201 && first.body == again.body)
        #expect(try await site.get("/api/shares").body.contains("\"total\": 4"))
        let other = try await Self.act(
            site, "/api/proposals", #"{"fields": {"title": "Another"}}"#, as: "requester", [key: "k-1"])
        #expect(other.status == 422 && other.body.contains("was used for another request"))
        // A key is its person's own.
        let address = "/api/shares/DWP-DS-00001/act/proposal/appoint-owner"
        let order = #"{"fields": {"owner": "owner"}}"#
        for _ in 0..<2 {
            let given = try await Self.act(site, address, order, as: "hub", [key: "k-1", .ifMatch: "\"1\""])
            #expect(given.status == 200 && given.headers["etag"] == "\"2\"")
        }
        for wrong in ["", "\"\"", "a b", String(repeating: "k", count: 101)] {
            #expect(try await Self.act(site, "/api/proposals", body, as: "requester", [key: wrong]).status == 400)
        }
    }

    @Test func anotherSitesPageSendsNothing() async throws {
        let name = try #require(HTTPFields.Element.Name("Sec-Fetch-Site"))
        let reply = try await Self.act(
            try TestSite.ordinary, "/api/shares/DWP-DS-00001/act/proposal/appoint-owner", "{}", as: "hub",
            [name: "cross-site", .ifMatch: "\"1\""])
        #expect(reply.status == 403)
    }
}
