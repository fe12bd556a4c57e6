import Casework
import Foundation
import Hummingbird
import JSONValues
import Ledger
import Shares
import Testing
import Web

/// Programs act with keys: with exactly the reach of whom the key is for, within its scopes, and nowhere but under /api.
struct APIKeyTests {
    private static let last = Day(iso: "2026-12-31")

    private static let partners = ["Leeds City Council": "leeds", "HMRC": "stranger"]

    /// A key for somebody, or for an organisation where `for` has a capital; made by whoever it is for where nobody is named.
    private static func key(
        _ site: TestSite, for holder: String, _ scopes: [APIScope] = APIScope.allCases, as maker: String? = nil
    ) throws -> MadeAPIKey {
        let isPerson = holder.first?.isLowercase ?? false
        let maker = maker ?? partners[holder] ?? holder
        return try site.office.makeAPIKey(
            APIKeyWish(
                name: "Nightly fetch", person: isPerson ? PersonID(holder) : nil, organisation: isPerson ? nil : holder,
                scopes: scopes, last: #require(last)), as: PersonID(maker))
    }

    private static func bearing(_ secret: String) -> HTTPFields { [.authorization: "Bearer " + secret] }

    private static func json(_ reply: TestSite.Reply) throws -> JSONValue { try JSONValue(parsing: reply.body) }

    private static func token(
        _ site: TestSite, _ fields: [(String, String)], _ headers: HTTPFields = [:]
    ) async throws -> TestSite.Reply {
        try await site.post("/api/token", fields, as: nil, headers: headers)
    }

    private static func basic(_ client: String, _ secret: String) -> HTTPFields {
        [.authorization: "Basic " + Data("\(client):\(secret)".utf8).base64EncodedString()]
    }

    // MARK: - Reach

    /// Made once: nothing that is read here changes it. With the secrets of keys for the two partners and two people, and for
    /// the hub without each scope.
    private struct Walk {
        let site: TestSite
        var secrets: [String: String] = [:]

        init() throws {
            site = try TestSite(register: TestSite.register)
            try site.issue()
            _ = try site.office.addWebhook(of: "Leeds City Council", to: "https://data.example/x", as: PersonID("hub"))
            for holder in ["HMRC", "Leeds City Council", "hub", "leeds"] {
                secrets[holder] = try APIKeyTests.key(site, for: holder).secret
            }
            for scope in APIScope.allCases {
                let key = try APIKeyTests.key(site, for: "hub", APIScope.allCases.filter { $0 != scope })
                secrets[scope.rawValue] = key.secret
            }
        }
    }

    private static let walk = Result { try Walk() }

    /// What is told there says when it was asked for, or what was read and which keys were used until then.
    private static let movesOn: Set<String> = [
        "getManifest", "getManifestVersion", "listKeys", "getKey", "listReadings", "getEvidence",
    ]

    @Test(arguments: APIRoute.all.filter { $0.scope != nil && !$0.isChange })
    func aKeyReadsWhatItsHolderReadsAndNothingElse(route: APIRoute) async throws {
        let walk = try Self.walk.get()
        let site = walk.site
        let address = route.example
        for (holder, person) in [
            ("HMRC", "stranger"), ("Leeds City Council", "leeds"), ("hub", "hub"), ("leeds", "leeds"),
        ] {
            let secret = try #require(walk.secrets[holder])
            let told = try await site.get(address, headers: Self.bearing(secret), as: nil)
            let person = try await site.get(address, as: person)
            #expect(told.status == person.status, "\(holder)")
            // A refusal names who was refused.
            if told.status == 200, !Self.movesOn.contains(route.operation) {
                #expect(told.body == person.body, "\(holder)")
            }
        }
    }

    @Test(arguments: APIRoute.all.filter { $0.scope != nil })
    func aKeyWithoutTheScopeIsToldWhichIsWanting(route: APIRoute) async throws {
        let walk = try Self.walk.get()
        let scope = try #require(route.scope)
        let secret = try #require(walk.secrets[scope.rawValue])
        let reply = try await walk.site.get(route.example, route.method, headers: Self.bearing(secret), as: nil)
        #expect(reply.status == 403)
        #expect(
            reply.headers["www-authenticate"]
                == "Bearer realm=\"concordat\", error=\"insufficient_scope\", scope=\"\(scope.rawValue)\"")
        #expect(try JSONSchema(APISchema.problem.schema).faults(in: Self.json(reply)).isEmpty)
    }

    @Test(arguments: Route.Pattern.allCases)
    func noPageTakesAKey(pattern: Route.Pattern) async throws {
        let walk = try Self.walk.get()
        let secret = try #require(walk.secrets["hub"])
        let address = pattern.rawValue.replacing("{reference}", with: "DWP-DS-00001")
            .replacing("{machine}", with: "proposal").replacing("{command}", with: "submit")
        let reply = try await walk.site.get(address, headers: Self.bearing(secret), as: nil)
        let nobody = try await walk.site.get(address, as: nil)
        #expect(reply.status == nobody.status && reply.body == nobody.body)
    }

    @Test func aKeyActsAsItsHolderAndTheRecordSaysSo() async throws {
        let site = try TestSite(register: TestSite.register)
        let headers = { (secret: String) -> HTTPFields in
            [.authorization: "Bearer " + secret, .contentType: "application/json", .ifMatch: "\"1\""]
        }
        let address = "/api/shares/DWP-DS-00001/act/proposal/appoint-owner"
        let body = ByteBuffer(string: #"{"fields": {"owner": "owner"}}"#)
        let partner = try Self.key(site, for: "Leeds City Council")
        #expect(
            try await site.send(address, .post, headers: headers(partner.secret), body: body, as: nil).status == 403)
        let hub = try Self.key(site, for: "hub")
        #expect(try await site.send(address, .post, headers: headers(hub.secret), body: body, as: nil).status == 200)
        #expect(
            try site.office.history(of: ShareReference("DWP-DS-00001")).last?.event.actor == PersonID("hub"))
        let proposal = ByteBuffer(string: #"{"fields": {"title": "Pension credit check"}}"#)
        #expect(
            try await site.send(
                "/api/proposals", .post, headers: headers(partner.secret), body: proposal, as: nil
            ).status == 403)
        let events = try site.office.recordedEvents(EventSearch(), limit: 10, as: PersonID("hub"))
        #expect(events.count { $0.says.hasPrefix("made API key key_") } == 2)
        #expect(events.allSatisfy { !String(decoding: $0.text, as: UTF8.self).contains(hub.secret) })
        #expect(try site.office.verifyAudit().faults == [])
    }

    // MARK: - What ends a key

    @Test func aKeyIsGoodUntilItsLastDayOrUntilItIsRevoked() async throws {
        let site = try TestSite(register: TestSite.register)
        let ends = try site.office.makeAPIKey(
            APIKeyWish(
                name: "Today", organisation: "HMRC", scopes: [.readShares], last: #require(Day(iso: TestSite.today))),
            as: PersonID("hub"))
        let key = try Self.key(site, for: "HMRC")
        let token = try #require(
            try Self.json(
                try await Self.token(
                    site, [("grant_type", "client_credentials")], Self.basic(key.client, key.secret)))["access_token"]?
                .string)
        for secret in [ends.secret, key.secret, token] {
            #expect(try await site.get("/api/shares", headers: Self.bearing(secret), as: nil).status == 200)
        }
        let used = try site.office.apiKeys(as: PersonID("hub")).map(\.used?.description)
        #expect(used == ["2026-05-01T09:30:00.000Z", "2026-05-01T09:30:00.000Z"])
        try site.office.revokeAPIKey(key.number, as: PersonID("stranger"))
        let tomorrow = Office(
            ledger: site.office.ledger,
            surroundings: Surroundings(
                now: { Instant(milliseconds: site.office.surroundings.now().milliseconds + 86_400_000) },
                newReference: { _ in ShareReference("DS-1") }))
        #expect(try tomorrow.visitor(bearing: ends.secret) == nil)
        for secret in [key.secret, token] {
            let reply = try await site.get("/api/shares", headers: Self.bearing(secret), as: "hub")
            #expect(reply.status == 401)
            #expect(reply.headers["www-authenticate"] == "Bearer realm=\"concordat\", error=\"invalid_token\"")
        }
    }

    @Test func theKeyOfSomebodyWhoHasLeftIsGoodForNothing() async throws {
        let site = try TestSite(register: TestSite.register)
        let key = try Self.key(site, for: "requester")
        #expect(try await site.get("/api/shares", headers: Self.bearing(key.secret), as: nil).status == 200)
        try site.office.change(
            .left(.init(PersonID("requester"), last: #require(Day(iso: "2026-04-30")))), as: PersonID("hub"))
        #expect(try await site.get("/api/shares", headers: Self.bearing(key.secret), as: nil).status == 401)
    }

    @Test(arguments: [
        "", "Bearer", "Bearer concordat_key_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "Basic a2V5XzE6eA==",
        "Bearer a b c d e f g h i j k l m n o p", "concordat",
    ])
    func whatProvesNothingIsRefusedAlsoBesideASession(proof: String) async throws {
        let reply = try await TestSite.ordinary.get("/api/shares", headers: [.authorization: proof], as: "hub")
        #expect(reply.status == 401 && !reply.body.contains("Housing"))
    }

    // MARK: - Who makes keys

    @Test(arguments: [
        ("leeds", "HMRC", "not-your-role"), ("leeds", "owner", "not-your-role"), ("owner", "DWP", "not-your-role"),
        ("requester", "owner", "not-your-role"), ("hub", "DWP", "department-key"), ("hub", "nobody", "unknown-person"),
        ("hub", "Nowhere", "holder-missing"), ("nobody", "nobody", "unknown-person"),
    ])
    func nobodyMakesAKeyThatIsNotTheirs(maker: String, holder: String, rule: String) throws {
        let site = try TestSite.ordinary
        let refusal = #expect(throws: Refusal.self) { _ = try Self.key(site, for: holder, [.readShares], as: maker) }
        #expect(refusal?.reasons.map(\.rule) == [rule])
    }

    /// The record names whom a key acts for, not who made it.
    @Test(arguments: ["owner", "HMRC"], [APIScope.propose, .act, .acknowledge])
    func theHubMakesNoKeyThatChangesAnythingForAnother(holder: String, scope: APIScope) throws {
        let site = try TestSite(register: TestSite.register)
        let refusal = #expect(throws: Refusal.self) {
            _ = try Self.key(site, for: holder, [.readShares, scope], as: "hub")
        }
        #expect(refusal?.reasons.map(\.rule) == ["acts-for-another"])
        _ = try Self.key(site, for: holder, [.readShares, .readManifests], as: "hub")
    }

    @Test func allThatIsWrongWithAKeyIsSaidAtOnce() throws {
        let wish = APIKeyWish(
            name: " ", organisation: "HMRC", scopes: [], last: try #require(Day(iso: "2027-05-03")))
        let refusal = #expect(throws: Refusal.self) {
            _ = try TestSite.ordinary.office.makeAPIKey(wish, as: PersonID("hub"))
        }
        #expect(refusal?.reasons.map(\.rule) == ["name-not-possible", "scope-missing", "too-long"])
    }

    @Test func aPartnerSeesItsOwnKeysAndNoOthers() throws {
        let site = try TestSite(register: TestSite.register)
        _ = try Self.key(site, for: "HMRC")
        let own = try Self.key(site, for: "leeds", as: "leeds")
        let body = try Self.key(site, for: "Leeds City Council", as: "leeds")
        #expect(
            try site.office.apiKeys(as: PersonID("leeds")).map(\.number) == [own.number, body.number])
        #expect(try site.office.apiKeys(as: PersonID("hub")).count == 3)
        #expect(throws: Refusal.self) { try site.office.revokeAPIKey(own.number, as: PersonID("stranger")) }
        try site.office.revokeAPIKey(own.number, as: PersonID("leeds"))
        #expect(throws: Refusal.self) { try site.office.revokeAPIKey(own.number, as: PersonID("leeds")) }
    }

    // MARK: - Client credentials

    @Test func aTokenIsGivenForClientCredentials() async throws {
        let site = try TestSite(register: TestSite.register)
        let key = try Self.key(site, for: "Leeds City Council", [.readShares, .readManifests])
        #expect(key.client == "key_1" && key.secret.hasPrefix("concordat_key_"))
        for (fields, headers) in [
            ([("grant_type", "client_credentials"), ("scope", "shares:read")], Self.basic(key.client, key.secret)),
            (
                [
                    ("grant_type", "client_credentials"), ("scope", "shares:read"), ("client_id", key.client),
                    ("client_secret", key.secret),
                ], [:]
            ),
        ] as [([(String, String)], HTTPFields)] {
            let reply = try await Self.token(site, fields, headers)
            #expect(reply.status == 200 && reply.headers["cache-control"] == "no-store")
            let given = try Self.json(reply)
            #expect(try JSONSchema(APISchema.token.schema).faults(in: given).isEmpty)
            #expect(given["token_type"] == "Bearer" && given["expires_in"] == 900 && given["scope"] == "shares:read")
            let token = try #require(given["access_token"]?.string)
            let shares = try await site.get("/api/shares", headers: Self.bearing(token), as: nil)
            #expect(shares.status == 200 && shares.body.contains("\"total\": 1"))
            #expect(
                try await site.get("/api/feeds/manifests.json", headers: Self.bearing(token), as: nil).status == 403)
            let later = Office(
                ledger: site.office.ledger,
                surroundings: Surroundings(
                    now: { Instant(milliseconds: site.office.surroundings.now().milliseconds + 900_000) },
                    newReference: { _ in ShareReference("DS-1") }))
            #expect(try later.visitor(bearing: token) == nil)
            #expect(try later.visitor(bearing: key.secret) != nil)
            // A token is not a key.
            #expect(
                try await Self.token(
                    site, [("grant_type", "client_credentials")], Self.basic(key.client, token)
                ).status == 401)
        }
    }

    @Test(
        arguments: [
            ([], "key_1", 400, "invalid_request"),
            ([("grant_type", "password")], "key_1", 400, "unsupported_grant_type"),
            ([("grant_type", "client_credentials")], "key_2", 401, "invalid_client"),
            ([("grant_type", "client_credentials"), ("client_secret", "x")], "key_1", 401, "invalid_client"),
            ([("grant_type", "client_credentials"), ("scope", "commands:write")], "key_1", 400, "invalid_scope"),
            ([("grant_type", "client_credentials"), ("scope", "everything")], "key_1", 400, "invalid_scope"),
            ([("grant_type", "client_credentials"), ("scope", "")], "key_1", 400, "invalid_scope"),
            ([("grant_type", "client_credentials"), ("grant_type", "password")], "key_1", 400, "invalid_request"),
        ] as [([(String, String)], String, Int, String)])
    func whyNoTokenIsGivenIsOneOfTheCodesOfOAuth(
        fields: [(String, String)], client: String, status: Int, code: String
    ) async throws {
        let site = try TestSite(register: TestSite.register)
        let key = try Self.key(site, for: "HMRC", [.readShares])
        let reply = try await Self.token(site, fields, Self.basic(client, key.secret))
        #expect(reply.status == status)
        let problem = try Self.json(reply)
        #expect(problem["error"]?.string == code)
        #expect(try JSONSchema(APISchema.tokenProblem.schema).faults(in: problem).isEmpty)
        if status == 401 { #expect(reply.headers["www-authenticate"] == "Basic realm=\"concordat\"") }
        let nobody = try await Self.token(site, [("grant_type", "client_credentials")])
        #expect(nobody.status == 401)
    }

    @Test func theDescriptionNamesWhatEachAddressAsksFor() async throws {
        let description = try Self.json(try await TestSite.ordinary.get("/api/openapi.json", as: nil))
        let schemes = description["components"]?["securitySchemes"]?.object
        #expect(Set((schemes ?? [:]).keys) == ["session", "key", "clientCredentials"])
        #expect(schemes?["clientCredentials"]?["flows"]?["clientCredentials"]?["tokenUrl"] == "/api/token")
        for route in APIRoute.all {
            let operation = description["paths"]?.object?[route.path]?[route.method.rawValue.lowercased()]
            let asked = operation?["security"]?.array
            #expect(
                asked?.compactMap { $0["key"]?.array }.flatMap { $0 }.compactMap(\.string)
                    == route.scopes.map(\.rawValue))
            #expect(asked?.isEmpty == (route.scope == nil))
        }
    }
}
