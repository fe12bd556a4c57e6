import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web
import Workflows

/// Of two programs that change the same at once, having seen the same, one does, and the other is told so.
struct APISeenTests {
    private static let change = #"{"name": "Another", "roles": ["data-owner"], "organisation": "DWP"}"#

    /// What both send, with what makes it first.
    struct Race: Sendable, CustomTestStringConvertible {
        var makes: (address: String, body: String)?
        var seen: String
        var method: HTTPRequest.Method
        var address: String
        var body = ""
        /// Of what is gone there is no version.
        var loses = 412

        var testDescription: String { "\(method) \(address)" }
    }

    private static let delegation = #"""
        {"delegate": "requester", "roles": ["hub"], "first": "2026-05-01", "last": "2026-05-10", "reason": "Leave"}
        """#
    private static let webhook = #"{"partner": "HMRC", "address": "https://data.example/told"}"#
    private static let key = #"{"name": "Nightly", "person": "hub", "scopes": ["shares:read"], "last": "2026-12-31"}"#

    static let races = [
        Race(seen: "people/owner", method: .put, address: "people/owner", body: change),
        Race(
            seen: "people/owner", method: .post, address: "people/owner/appointments",
            body: #"{"post": "data-owner", "first": "2026-04-01", "letter": "File 7"}"#),
        Race(
            seen: "people/owner", method: .put, address: "people/owner/departure", body: #"{"last": "2026-06-30"}"#),
        Race(
            makes: ("views", #"{"name": "Mine", "query": "stage=live"}"#), seen: "views/Mine", method: .put,
            address: "views/Mine", body: #"{"query": "risk=high"}"#),
        Race(
            makes: ("views", #"{"name": "Mine", "query": "stage=live"}"#), seen: "views/Mine", method: .delete,
            address: "views/Mine", loses: 404),
        Race(makes: ("away", delegation), seen: "away/1", method: .delete, address: "away/1", loses: 404),
        Race(makes: ("keys", key), seen: "keys/1", method: .delete, address: "keys/1"),
        Race(makes: ("webhooks", webhook), seen: "webhooks/1", method: .post, address: "webhooks/1/holds", body: "{}"),
        Race(
            makes: ("webhooks", webhook), seen: "webhooks/1", method: .delete, address: "webhooks/1", loses: 404),
    ]

    @Test(arguments: races)
    func oneOfTwoWins(race: Race) async throws {
        let hub = APIProgram(site: try TestSite(register: TestSite.register))
        if let (address, body) = race.makes { #expect(try await hub.post(address, body).status == 201) }
        let tag = try #require(try await hub.get(race.seen).tag)
        let statuses = try await withThrowingTaskGroup { group in
            for number in 1...8 {
                // Each says something else, so that no two are the same by chance.
                let body = race.body.replacing("Another", with: "Another \(number)")
                    .replacing("risk=high", with: "text=\(number)").replacing("File 7", with: "File \(number)")
                    .replacing("2026-06-30", with: "2026-06-0\(number)")
                group.addTask { try await hub.send(race.method, race.address, body, tag: tag).status }
            }
            return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.count { $0 < 300 } == 1)
        #expect(statuses.allSatisfy { $0 < 300 || $0 == 412 || $0 == race.loses }, "\(statuses)")
    }

    /// What was compared before the transaction that writes is compared again within it.
    @Test func whatSomebodyElseChangedMeanwhileIsNotOverwritten() throws {
        let office = try TestSite(register: TestSite.register).office
        let hub = PersonID("hub")
        let seen = Seen.states([try office.knownPerson(PersonID("owner"), as: hub).fingerprint])
        func renamed(_ name: String) throws {
            try office.keep(
                Person(id: PersonID("owner"), name: name, roles: ["data-owner"], organisation: "DWP"), as: hub,
                ifSeen: seen)
        }
        try renamed("First")
        let refusal = #expect(throws: Refusal.self) { try renamed("Second") }
        #expect(refusal?.reasons.map(\.rule) == ["changed-since"])
        #expect(try office.currentRoster()[PersonID("owner")]?.name == "First")
    }

    /// Nobody adds somebody who is there, though two ask at once.
    @Test func twoAddTheSameAndOneDoes() async throws {
        let hub = APIProgram(site: try TestSite(register: TestSite.register))
        for (address, body) in [
            ("people", #"{"id": "ada", "name": "Ada", "roles": ["data-owner"], "organisation": "DWP"}"#),
            ("views", #"{"name": "Mine", "query": "stage=live"}"#),
        ] {
            let statuses = try await withThrowingTaskGroup { group in
                for _ in 1...4 { group.addTask { try await hub.post(address, body).status } }
                return try await group.reduce(into: [Int]()) { $0.append($1) }
            }
            #expect(statuses.sorted() == [201, 409, 409, 409], "\(address)")
        }
    }

    /// The page’s form of people holds to what was seen as a program does.
    @Test func aFormHoldsToWhatItShowed() async throws {
        let site = try TestSite(register: TestSite.register)
        let form = try await site.get("/hub/people?id=owner").body
        let seen = try #require(form.firstMatch(of: /name="seen" value="([0-9a-f]{32})"/)?.1)
        let fields = [
            ("step", "keep"), ("id", "owner"), ("name", "Renamed"), ("role", "data-owner"), ("organisation", "DWP"),
        ]
        // Who was not opened is not overwritten.
        let blind = try await site.post("/hub/people", fields, as: "hub")
        #expect(blind.status == 422 && blind.body.contains("“owner” is there already"))
        let opened = fields + [("seen-id", "owner"), ("seen", String(seen))]
        #expect(try await site.post("/hub/people", opened, as: "hub").status == 303)
        let late = try await site.post(
            "/hub/people", opened.map { ($0.0, $0.1.replacing("Renamed", with: "Late")) }, as: "hub")
        #expect(late.status == 422 && late.body.contains("“owner” has changed since you looked"))
        #expect(try site.office.currentRoster()[PersonID("owner")]?.name == "Renamed")
    }
}
