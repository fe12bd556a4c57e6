import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web

/// Whatever a program makes or changes is done once under one Idempotency-Key.
struct APIOnceTests {
    /// What changes nothing that is kept, or has a protocol of its own.
    private static let changeNothing: Set<String> = [
        "previewDecision", "tryTemplate", "tryWorkflow", "verifyManifest", "getToken",
    ]

    @Test(arguments: APIRoute.all.filter { $0.method == .post })
    func everyRequestThatMakesOrChangesTakesAKey(route: APIRoute) async throws {
        let description = try JSONValue(parsing: try await TestSite.ordinary.get("/api/openapi.json", as: nil).body)
        let operation = description["paths"]?[route.path]?["post"]
        let headers = (operation?["parameters"]?.array ?? []).filter { $0["in"] == "header" }.map { $0["name"]?.string }
        #expect(headers.contains("Idempotency-Key") != Self.changeNothing.contains(route.operation))
        if headers.contains("Idempotency-Key") { #expect(operation?["responses"]?["422"] != nil) }
    }

    struct Request: Sendable, CustomTestStringConvertible {
        var address: String
        var body: String
        /// The same address with something else.
        var other: String
        var person = "hub"
        var type = "application/json"
        var tag: String?
        /// Where what came of it is listed, and under which name.
        var list: (address: String, name: String)?

        var testDescription: String { address }
    }

    static let requests = [
        Request(
            address: "people", body: #"{"id": "ada", "name": "Ada", "roles": ["data-owner"], "organisation": "DWP"}"#,
            other: #"{"id": "bob", "name": "Bob", "roles": ["data-owner"], "organisation": "DWP"}"#,
            list: ("people", "people")),
        Request(
            address: "people/owner/appointments",
            body: #"{"post": "data-owner", "first": "2026-04-01", "letter": "File 7"}"#,
            other: #"{"post": "data-owner", "first": "2026-04-01", "letter": "File 8"}"#, tag: "seen",
            list: ("people/owner", "appointments")),
        Request(
            address: "views", body: #"{"name": "Mine", "query": "stage=live"}"#,
            other: #"{"name": "Others", "query": ""}"#, list: ("views", "views")),
        Request(
            address: "away",
            body:
                #"{"delegate": "requester", "roles": ["hub"], "first": "2026-05-01", "last": "2026-05-10", "reason": "Leave"}"#,
            other:
                #"{"delegate": "owner", "roles": ["hub"], "first": "2026-05-01", "last": "2026-05-10", "reason": "Leave"}"#,
            list: ("away", "delegations")),
        Request(
            address: "webhooks", body: #"{"partner": "HMRC", "address": "https://data.example/told"}"#,
            other: #"{"partner": "HMRC", "address": "https://data.example/other"}"#, list: ("webhooks", "webhooks")),
        Request(
            address: "imports?load=true", body: TestSite.twins, other: TestSite.twins + "\n", type: "text/csv",
            list: ("shares", "shares")),
        Request(
            address: "hand-overs", body: #"{"from": "owner", "to": "ada", "reason": "Moves on"}"#,
            other: #"{"from": "owner", "to": "ada", "reason": "Leaves"}"#,
            list: ("shares/DWP-DS-00001/history", "events")),
        Request(
            address: "keys",
            body: #"{"name": "Nightly", "person": "hub", "scopes": ["shares:read"], "last": "2026-12-31"}"#,
            other: #"{"name": "Daily", "person": "hub", "scopes": ["shares:read"], "last": "2026-12-31"}"#,
            list: ("keys", "keys")),
    ]

    private static func send(_ request: Request, _ body: String, tag: String?, key: String, by program: APIProgram)
        async throws -> APIProgram.Told
    {
        try await program.send(.post, request.address, body, type: request.type, tag: tag, key: key)
    }

    @Test(arguments: requests)
    func whatIsSentAgainIsDoneOnceAndToldAgain(request: Request) async throws {
        let hub = APIProgram(site: try TestSite(register: TestSite.register), person: request.person)
        if request.address == "hand-overs" {
            _ = try await hub.post(
                "people", #"{"id": "ada", "name": "Ada", "roles": ["data-owner"], "organisation": "DWP"}"#)
            _ = try await hub.post(
                "shares/DWP-DS-00001/act/proposal/appoint-owner", #"{"fields": {"owner": "owner"}}"#, tag: "*")
        }
        let tag = request.tag == nil ? nil : try await hub.get("people/owner").tag
        // Two at once, and one after.
        async let one = Self.send(request, request.body, tag: tag, key: "k-1", by: hub)
        async let two = Self.send(request, request.body, tag: tag, key: "k-1", by: hub)
        let (first, second) = (try await one, try await two)
        let third = try await Self.send(request, request.body, tag: tag, key: "k-1", by: hub)
        #expect((200...201).contains(first.status), "\(first.body)")
        #expect([second.status, third.status] == [first.status, first.status])
        #expect(third.headers["location"] == first.headers["location"] && third.tag == first.tag)
        if request.address == "keys" {
            // Whoever is told again is told no secret.
            #expect([first, second].count { $0.json["secret"] != nil } == 1 && third.json["secret"] == nil)
            #expect(third.json["number"] == 1 && third.json["client"] == "key_1")
        } else {
            #expect(second.json == first.json && third.json == first.json)
        }
        let other = try await Self.send(request, request.other, tag: tag, key: "k-1", by: hub)
        #expect(other.status == 422 && other.why == ["key-used-otherwise"])
        if let list = request.list {
            let counts = [
                "people": 6, "appointments": 1, "views": 1, "delegations": 1, "webhooks": 1, "shares": 5, "events": 3,
                "keys": 1,
            ]
            #expect(try await hub.get(list.address).json[list.name]?.array?.count == counts[list.name])
        }
    }

    /// What came of it is told though it has changed or is gone.
    @Test func whatWasDoneIsToldThoughItIsGone() async throws {
        let hub = APIProgram(site: try TestSite(register: TestSite.register))
        let body = #"{"partner": "HMRC", "address": "https://data.example/told"}"#
        let made = try await hub.send(.post, "webhooks", body, key: "k")
        #expect(try await hub.delete("webhooks/1", tag: "*").status == 204)
        let again = try await hub.send(.post, "webhooks", body, key: "k")
        #expect(again.status == 201 && again.json == made.json)
        #expect(try await hub.get("webhooks").json["webhooks"] == [])
    }

    /// What only looks uses no key up, and what was refused neither.
    @Test func aKeyIsUsedUpByWhatIsDone() async throws {
        let hub = APIProgram(site: try TestSite(register: TestSite.register))
        let tried = try await hub.send(.post, "imports", TestSite.twins, type: "text/csv", key: "k")
        #expect(tried.status == 200 && tried.json["loaded"] == false)
        let loaded = try await hub.send(.post, "imports?load=true", TestSite.twins, type: "text/csv", key: "k")
        #expect(loaded.status == 200 && loaded.json["registered"] == 2)
        // The query is part of what is asked.
        let otherwise = try await hub.send(
            .post, "imports?load=true&skip-invalid=true", TestSite.twins, type: "text/csv", key: "k")
        #expect(otherwise.why == ["key-used-otherwise"])
        let wrong = #"{"name": "", "query": ""}"#
        #expect(try await hub.send(.post, "views", wrong, key: "v").status == 422)
        #expect(try await hub.send(.post, "views", #"{"name": "Mine", "query": ""}"#, key: "v").status == 201)
    }

    @Test func aReceiptIsGivenOnce() async throws {
        let site = try TestSite(register: TestSite.register)
        try site.issue()
        let leeds = APIProgram(site: site, person: "leeds")
        let manifest = try await leeds.get("manifests/DWP-DS-00001")
        let jws = try #require(manifest.headers["x-jws-signature"])
        var given: [APIProgram.Told] = []
        for _ in 1...2 {
            given.append(
                try await leeds.send(
                    .post, "receipts/DWP-DS-00001", manifest.body, key: "k", more: ["x-jws-signature": jws]))
        }
        #expect(given.map(\.status) == [200, 200] && given[0].json == given[1].json)
        let other = try await leeds.send(
            .post, "receipts/DWP-DS-00001", manifest.body, key: "other", more: ["x-jws-signature": jws])
        #expect(other.why == ["acknowledged"])
    }

    /// What was kept as it was stated and not understood is told with what came of it.
    @Test func whatIsNotUnderstoodIsTold() async throws {
        let requester = APIProgram(site: try TestSite(register: TestSite.register), person: "requester")
        let body = #"{"fields": {"title": "Pension credit check", "recipient": "Council of Nowhere"}}"#
        for _ in 1...2 {
            let made = try await requester.send(.post, "proposals", body, key: "k")
            #expect(made.status == 201)
            #expect(made.json["doubts"]?.array?.map { $0["at"] } == ["recipient"])
            #expect(made.json["doubts"]?[0]?["severity"] == "warning")
        }
        let edited = try await requester.post(
            "shares/DS-1/act/proposal/edit", #"{"fields": {"recipient": "HMRC"}}"#, tag: "*")
        #expect(edited.status == 200 && edited.json["doubts"] == [])
    }
}
