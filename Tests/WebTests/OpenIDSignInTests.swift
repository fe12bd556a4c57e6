import Casework
import Foundation
import Hummingbird
import JSONValues
import Ledger
import Logging
import OpenID
import Shares
import TestProviders
import Testing
import Web
import Workflows

/// Signing in through the department's provider: who is let in, who is not, and what the browser keeps.
@Suite(.serialized) struct OpenIDSignInTests {
    /// The pages before a provider, with people of whom one has an address.
    private struct Desk {
        let test: TestProvider
        let office: Office
        let site: Site

        init(_ test: TestProvider, _ changes: [String: JSONValue] = [:], isBehindTLS: Bool = false) throws {
            self.test = test
            let now = try #require(Instant(rfc3339: "\(TestSite.today)T09:30:00.000Z"))
            test.change { $0.now = now }
            office = Office(
                ledger: try Ledger.inMemory(),
                surroundings: Surroundings(now: { now }, newReference: { _ in ShareReference("DS-1") }))
            for person in TestSite.people { try office.keep(person) }
            try office.keep(Desk.person("owner", mail: "Owner@example.gov.uk"))
            site = Site(
                office: office, isBehindTLS: isBehindTLS,
                openID: OpenIDProvider(settings: try test.settings(changes), patience: 120),
                logger: Logger(label: "tests", factory: { _ in SwiftLogNoOpLogHandler() }))
        }

        static func person(_ id: String, mail: String?) -> Person {
            Person(id: PersonID(id), name: "Data owner", roles: ["data-owner"], organisation: "DWP", email: mail)
        }

        func get(_ address: String, cookie: String? = nil) async throws -> TestSite.Reply {
            try await TestSite.ordinary.get(
                address, headers: cookie.map { [.cookie: $0] } ?? [:], as: nil, by: site)
        }

        func post(_ address: String, _ form: String, cookie: String? = nil) async throws -> TestSite.Reply {
            var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
            if let cookie { headers[.cookie] = cookie }
            return try await TestSite.ordinary.send(
                address, .post, headers: headers, body: ByteBuffer(string: form), as: nil, by: site)
        }

        func begin(next: String? = nil) async throws -> (address: String, cookie: String) {
            let query = next.map { "?next=" + PercentText.segment($0) } ?? ""
            let reply = try await get("/sign-in/openid/begin" + query)
            #expect(reply.status == 303)
            let cookie = try #require(reply.headers["set-cookie"]?.split(separator: ";").first)
            return (try #require(reply.headers["location"]), String(cookie))
        }

        /// Everything that a browser does; `changes` stand in for what the provider sends back.
        func signIn(
            next: String? = nil, changing changes: [String: String?] = [:]
        ) async throws -> (reply: TestSite.Reply, back: String, cookie: String) {
            let (address, cookie) = try await begin(next: next)
            var fields = try test.code(at: address)
            for (name, value) in changes { fields[name] = value }
            let back = "/sign-in/openid?" + fields.map { "\($0)=\(PercentText.segment($1))" }.joined(separator: "&")
            return (try await get(back, cookie: cookie), back, cookie)
        }

        /// Whose session began; nil where none did.
        func person(_ reply: TestSite.Reply) throws -> String? {
            guard let cookies = reply.headers["set-cookie"],
                let found = cookies.firstMatch(of: /concordat=([A-Za-z0-9_-]{43});/)
            else { return nil }
            return try office.visitor(holding: String(found.output.1))?.person.id.rawValue
        }
    }

    private static func refused(_ reply: TestSite.Reply, _ status: Int) {
        #expect(reply.status == status)
        #expect(reply.body.contains("<h1>You are not signed in</h1>"))
        #expect(reply.body.contains("Reference: "))
        // No session, and the attempt is over.
        #expect(reply.headers["set-cookie"] == "concordat-openid=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax")
    }

    @Test func somebodySignsInAndComesToThePageThatTheyWanted() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            let (reply, _, _) = try await desk.signIn(next: "/report")
            #expect(reply.status == 303)
            #expect(reply.headers["location"] == "/report")
            #expect(try desk.person(reply) == "owner")
            #expect(reply.headers["set-cookie"]?.contains("concordat-openid=; Max-Age=0") == true)
            let links = try desk.office.signInLinks()
            #expect(links.map(\.person) == [PersonID("owner")])
            #expect(links.map(\.subject) == ["AAAA-bbbb"])
        }
    }

    @Test func signingInEndsTheSessionThatTheBrowserHeld() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            let former = try desk.office.beginSession(for: PersonID("requester")).token
            let (address, attempt) = try await desk.begin(next: nil)
            let back =
                "/sign-in/openid?"
                + (try test.code(at: address)).map { "\($0)=\(PercentText.segment($1))" }.joined(separator: "&")
            let reply = try await desk.get(back, cookie: "\(attempt); concordat=\(former)")
            #expect(try desk.person(reply) == "owner")
            #expect(try desk.office.visitor(holding: former) == nil)
        }
    }

    @Test func theAttemptIsKeptByTheBrowserAlone() async throws {
        try await TestProvider.running { test in
            let plain = try await Desk(test).get("/sign-in/openid/begin")
            let cookie = try #require(plain.headers["set-cookie"])
            #expect(cookie.hasPrefix("concordat-openid="))
            #expect(cookie.hasSuffix("; Max-Age=600; Path=/; HttpOnly; SameSite=Lax"))
            let secure = try await Desk(test, isBehindTLS: true).get("/sign-in/openid/begin")
            let other = try #require(secure.headers["set-cookie"])
            #expect(other.hasPrefix("__Host-concordat-openid="))
            #expect(other.hasSuffix("; Max-Age=600; Path=/; HttpOnly; SameSite=Lax; Secure"))
        }
    }

    // MARK: - The answer of the provider

    @Test(
        arguments: [
            (["state": "another"], 400), (["state": nil], 400), (["code": nil], 400), (["code": ""], 400),
            (["iss": "https://elsewhere.example"], 400), (["code": "made-up"], 502),
            (["error": "access_denied", "code": nil], 403), (["error": "server_error"], 403),
        ] as [([String: String?], Int)])
    func anAnswerThatIsNotForThisAttemptLetsNobodyIn(changes: [String: String?], status: Int) async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            Self.refused(try await desk.signIn(changing: changes).reply, status)
            #expect(try desk.office.signInLinks() == [])
        }
    }

    @Test func theIssuerIsLookedAtWhereTheProviderSaysThatItNamesItself() async throws {
        try await TestProvider.running { test in
            test.change { $0.discovery["authorization_response_iss_parameter_supported"] = true }
            let desk = try Desk(test)
            Self.refused(try await desk.signIn().reply, 400)
            let named = try await desk.signIn(changing: ["iss": test.origin]).reply
            #expect(try desk.person(named) == "owner")
        }
    }

    @Test func anAnswerWithoutItsAttemptLetsNobodyIn() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            let (address, cookie) = try await desk.begin()
            let code = try test.code(at: address)
            let back = "/sign-in/openid?code=\(code["code"] ?? "")&state=\(code["state"] ?? "")"
            Self.refused(try await desk.get(back), 400)
            Self.refused(try await desk.get(back, cookie: "concordat-openid=nonsense"), 400)
            Self.refused(try await desk.get(back, cookie: try await desk.begin().cookie), 400)
            Self.refused(try await desk.get(back + "&state=\(code["state"] ?? "")", cookie: cookie), 400)
            // The code was spent by none of them.
            #expect(test.asked("/token") == 0)
            #expect(try await desk.person(desk.get(back, cookie: cookie)) == "owner")
            // Nor does it work again, even with the cookie.
            Self.refused(try await desk.get(back, cookie: cookie), 502)
        }
    }

    @Test(arguments: ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere"])
    func nobodyIsSentToAnotherSite(next: String) async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            #expect(try await desk.signIn(next: next).reply.headers["location"] == "/work")
            // Nor by a cookie that somebody wrote.
            let (address, _) = try await desk.begin()
            let secret = TestTokens.base64([UInt8](repeating: 9, count: 32))
            let forged = secret + "." + TestTokens.base64(next.utf8)
            let attempt = try #require(OpenIDAttempt(kept: forged))
            let code = try test.code(at: address)["code"] ?? ""
            let reply = try await desk.get(
                "/sign-in/openid?code=\(code)&state=\(attempt.state)", cookie: "concordat-openid=" + forged)
            #expect(reply.headers["location"] == nil)
        }
    }

    @Test func aTokenThatIsRefusedLetsNobodyInAndTheirPageSaysNothingOfWhy() async throws {
        try await TestProvider.running { test in
            test.change { $0.claims["aud"] = "another-client" }
            let reply = try await Desk(test).signIn().reply
            Self.refused(reply, 502)
            #expect(!reply.body.contains("aud"))
        }
    }

    @Test func aProviderThatIsDownIsSaid() async throws {
        try await TestProvider.running { test in
            test.change { $0.answers["/.well-known/openid-configuration"] = (500, "{}") }
            let desk = try Desk(test)
            let reply = try await desk.get("/sign-in/openid/begin")
            #expect(reply.status == 503)
            #expect(reply.body.contains("Entra ID does not answer at the moment."))
            #expect(reply.headers["set-cookie"] == nil)
            // The page with the button is there all the same.
            #expect(try await desk.get("/sign-in").status == 200)
        }
    }

    // MARK: - Who it is

    @Test func theAccountCountsOnceItIsBoundAndNotTheAddress() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            _ = try await desk.signIn()
            // Renamed there: still the same account.
            test.change { $0.claims["preferred_username"] = "someone.else@example.gov.uk" }
            #expect(try await desk.person(desk.signIn().reply) == "owner")
            // Another account that was given the address.
            test.change { $0.claims = ["sub": "CCCC-dddd"] }
            Self.refused(try await desk.signIn().reply, 403)
            #expect(try desk.office.signInLinks().map(\.subject) == ["AAAA-bbbb"])
            // Until the hub unbinds it.
            #expect(throws: Refusal.self) { try desk.office.unlink(PersonID("owner"), as: PersonID("requester")) }
            try desk.office.unlink(PersonID("owner"), as: PersonID("hub"))
            #expect(try await desk.person(desk.signIn().reply) == "owner")
            #expect(try desk.office.signInLinks().map(\.subject) == ["CCCC-dddd"])
        }
    }

    @Test func whoIsUnboundIsSignedOut() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            let reply = try await desk.signIn().reply
            #expect(try desk.person(reply) == "owner")
            try desk.office.unlink(PersonID("owner"))
            #expect(try desk.person(reply) == nil)
        }
    }

    @Test(
        arguments: [
            "nobody@example.gov.uk", "", "owner@example.gov.uk ", "owner@example.gov.u\u{212A}", nil,
        ] as [String?])
    func whoIsNotKnownHereIsNotLetIn(mail: String?) async throws {
        try await TestProvider.running { test in
            test.change { $0.claims["preferred_username"] = mail.map { .string($0) } ?? .null }
            let desk = try Desk(test)
            let reply = try await desk.signIn().reply
            Self.refused(reply, 403)
            #expect(!reply.body.contains("owner"))
            #expect(try desk.office.signInLinks() == [])
        }
    }

    @Test func anAddressOfTwoPeopleNamesNeither() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            try desk.office.keep(Desk.person("second", mail: "owner@EXAMPLE.gov.uk"))
            Self.refused(try await desk.signIn().reply, 403)
            #expect(throws: AccountRefusal.several([PersonID("owner"), PersonID("second")])) {
                try desk.office.signIn(
                    with: ProvenAccount(issuer: "i", subject: "s", name: .mail("owner@example.gov.uk")))
            }
            // Of whom one has left: the other is meant.
            try desk.office.change(
                .left(.init(PersonID("second"), last: try #require(Day(iso: "2026-04-30")))), as: PersonID("hub"))
            #expect(try await desk.person(desk.signIn().reply) == "owner")
        }
    }

    @Test func whoHasLeftIsNotLetInBoundOrNot() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            _ = try await desk.signIn()
            try desk.office.change(
                .left(.init(PersonID("owner"), last: try #require(Day(iso: "2026-04-30")))), as: PersonID("hub"))
            Self.refused(try await desk.signIn().reply, 403)
            test.change { $0.claims["sub"] = "CCCC-dddd" }
            Self.refused(try await desk.signIn().reply, 403)
            #expect(try desk.office.signInLinks().map(\.subject) == ["AAAA-bbbb"])
        }
    }

    @Test func aClaimMayNameThePersonByTheirId() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test, ["person": ["claim": "staff_id", "is": "id"]])
            test.change { $0.claims["staff_id"] = "requester" }
            #expect(try await desk.person(desk.signIn().reply) == "requester")
        }
    }

    // MARK: - Passwords beside it

    @Test func theButtonComesFirstAndPasswordsAreTakenUnlessTheyAreOff() async throws {
        try await TestProvider.running { test in
            let both = try await Desk(test).get("/sign-in?next=%2Freport").body
            let button = try #require(both.range(of: "href=\"/sign-in/openid/begin?next=%2Freport\""))
            let password = try #require(both.range(of: "name=\"password\""))
            #expect(button.lowerBound < password.lowerBound)
            #expect(both.contains("Sign in with Entra ID"))

            let desk = try Desk(test, ["passwords": false])
            try desk.office.setPassword(of: PersonID("owner"), to: "three quiet otters")
            #expect(try await !desk.get("/sign-in").body.contains("password"))
            let reply = try await desk.post("/sign-in", "id=owner&password=three+quiet+otters")
            #expect(reply.status == 403)
            #expect(reply.headers["set-cookie"] == nil)
            #expect(reply.body.contains("Passwords are not taken here: sign in with Entra ID."))
        }
    }

    @Test func theHubSeesWhoIsBoundAndUnbindsThem() async throws {
        try await TestProvider.running { test in
            let desk = try Desk(test)
            let hub = try desk.office.beginSession(for: PersonID("hub"))
            let cookie = "concordat=" + hub.token
            #expect(try await !desk.get("/hub/people", cookie: cookie).body.contains("linked-accounts"))
            _ = try await desk.signIn()
            #expect(try await desk.get("/hub/people", cookie: cookie).body.contains("AAAA-bbbb"))
            let form = "step=unlink&linked=owner&form-token="
            let reply = try await desk.post("/hub/people", form + hub.visitor.formToken, cookie: cookie)
            #expect(reply.status == 303)
            #expect(try desk.office.signInLinks() == [])
            let other = try desk.office.beginSession(for: PersonID("requester"))
            let refused = try await desk.post(
                "/hub/people", form + other.visitor.formToken, cookie: "concordat=" + other.token)
            #expect(refused.status == 403)
        }
    }
}
