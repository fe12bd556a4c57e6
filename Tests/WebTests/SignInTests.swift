import Casework
import Foundation
import Hummingbird
import Logging
import Ledger
import Shares
import Synchronization
import Testing
import Web
import Workflows

/// Who is let in, for how long, and what a form must carry.
struct SignInTests {
    private static let password = "three quiet otters"

    private static func site() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        try site.office.setPassword(of: PersonID("owner"), to: password)
        return site
    }

    @Test(arguments: [
        ("/propose", "/propose"), ("/views", "/shares"),
        ("/shares/DWP-DS-00001/act/proposal/edit?section=law", "/shares/DWP-DS-00001/act/proposal/edit?section=law"),
    ])
    func aFormWithoutASessionIsSaidToBeLostAndFoundAgain(address: String, next: String) async throws {
        let site = try TestSite.ordinary
        let sent = try await site.post(address, [("title", "Typed")], as: nil)
        let signIn = try #require(sent.headers["location"])
        #expect(sent.status == 303 && signIn == "/sign-in?next=\(PercentText.segment(next))&lost=form")
        let page = try await site.get(signIn, as: nil)
        #expect(page.status == 200 && page.body.contains("Your session has ended: nothing was saved"))
        #expect(
            page.body.contains("action=\"/sign-in?next=\(PercentText.segment(next))\"") && !page.body.contains("Typed"))
        #expect(try await !site.get("/sign-in", as: nil).body.contains("nothing was saved"))
        #expect(try await site.post("/sign-out", [], as: nil).headers["location"] == "/sign-in")
    }

    @Test(arguments: Route.Pattern.allCases)
    func nobodySeesAPageWhoHasNotSignedIn(pattern: Route.Pattern) async throws {
        let address = pattern.rawValue.replacing("{reference}", with: "DWP-DS-00001")
            .replacing("{machine}", with: "proposal").replacing("{command}", with: "submit")
        let reply = try await TestSite.ordinary.get(address, as: nil)
        switch pattern {
        case .signIn, .stylesheet, .help, .glossary, .accessibility: #expect(reply.status == 200)
        // Where there is no sign-in provider, there is no such page.
        case .openID, .openIDBegin: #expect(reply.status == 404)
        default:
            #expect(reply.status == 303)
            #expect(reply.headers["location"]?.hasPrefix("/sign-in?next=%2F") == true)
            #expect(reply.body.isEmpty)
        }
    }

    @Test func thePasswordOpensASessionThatTheBrowserAloneHolds() async throws {
        let site = try Self.site()
        let reply = try await site.post(
            "/sign-in?next=%2Freport", [("id", "owner"), ("password", Self.password)], as: nil)
        #expect(reply.status == 303)
        #expect(reply.headers["location"] == "/report")
        let cookie = try #require(reply.headers["set-cookie"])
        #expect(cookie.hasPrefix("concordat="))
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax"))
        let pair = try #require(cookie.split(separator: ";").first).description
        #expect(try await site.get("/report", headers: [.cookie: pair], as: nil).status == 200)
        // Signed out, the same cookie opens nothing.
        let token = try #require(pair.split(separator: "=").last).description
        let visitor = try #require(try site.office.visitor(holding: token))
        let out = try await site.post(
            "/sign-out", [], as: nil, token: visitor.formToken, headers: [.cookie: pair])
        #expect(out.status == 303)
        #expect(out.headers["set-cookie"]?.contains("Max-Age=0") == true)
        #expect(try await site.get("/report", headers: [.cookie: pair], as: nil).status == 303)
    }

    @Test func signingInEndsTheSessionThatTheBrowserHeld() async throws {
        let site = try Self.site()
        func signIn(_ password: String, holding cookie: String?) async throws -> TestSite.Reply {
            try await site.post(
                "/sign-in", [("id", "owner"), ("password", password)], as: nil,
                headers: cookie.map { [.cookie: $0] } ?? [:])
        }
        func cookie(_ reply: TestSite.Reply) throws -> String {
            try #require(reply.headers["set-cookie"]?.split(separator: ";").first).description
        }
        let first = try cookie(try await signIn(Self.password, holding: nil))
        let elsewhere = try cookie(try await signIn(Self.password, holding: nil))
        #expect(try await signIn("not that", holding: first).status == 401)
        #expect(try await site.get("/work", headers: [.cookie: first], as: nil).status == 200)
        let second = try cookie(try await signIn(Self.password, holding: first))
        #expect(try await site.get("/work", headers: [.cookie: first], as: nil).status == 303)
        for held in [second, elsewhere] {
            #expect(try await site.get("/work", headers: [.cookie: held], as: nil).status == 200)
        }
    }

    /// Each check takes a core for some tenths of a second: they queue, a few of them, and everybody else is served.
    @Test func manySignInsAtOnceAreTurnedAwayAndHoldUpNobodyElse() async throws {
        let site = try Self.site()
        let replies = try await withThrowingTaskGroup(of: TestSite.Reply.self) { group in
            for number in 0..<40 {
                group.addTask {
                    try await site.post(
                        "/sign-in", [("id", "nobody\(number)"), ("password", "not the password")], as: nil)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let statuses = Set(replies.map(\.status))
        #expect(statuses == [401, 503])
        #expect(replies.filter { $0.status == 401 }.count >= 8)
        let turnedAway = try #require(replies.first { $0.status == 503 })
        #expect(turnedAway.headers["retry-after"] == "10")
        #expect(turnedAway.body.contains("Too many people are signing in"))
        // Those who wait are let in afterwards.
        let reply = try await site.post("/sign-in", [("id", "owner"), ("password", Self.password)], as: nil)
        #expect(reply.status == 303)
    }

    @Test func behindTLSTheCookieIsSentNoOtherWay() async throws {
        let site = try Self.site()
        let secure = Site(office: site.office, isBehindTLS: true)
        let response = try await secure.router.buildResponder().respond(
            to: Request(
                head: HTTPRequest(
                    method: .post, scheme: "https", authority: "localhost", path: "/sign-in",
                    headerFields: [.contentType: "application/x-www-form-urlencoded"]),
                body: RequestBody(
                    buffer: ByteBuffer(string: "id=owner&password=three+quiet+otters"))),
            context: PageContext(logger: Logger(label: "tests")))
        let cookie = try #require(response.headers[.setCookie])
        #expect(cookie.hasPrefix("__Host-concordat="))
        #expect(cookie.hasSuffix("; Path=/; HttpOnly; SameSite=Lax; Secure"))
    }

    @Test func aWrongPasswordAndAWrongPersonAreToldTheSame() async throws {
        let site = try Self.site()
        let wrong = try await site.post("/sign-in", [("id", "owner"), ("password", "guess")], as: nil)
        let nobody = try await site.post("/sign-in", [("id", "nobody"), ("password", "guess")], as: nil)
        #expect(wrong.status == 401 && nobody.status == 401)
        #expect(
            wrong.body.replacing("value=\"owner\"", with: "") == nobody.body.replacing("value=\"nobody\"", with: ""))
        #expect(wrong.headers["set-cookie"] == nil)
    }

    @Test func aPasswordIsCheckedToItsEnd() async throws {
        let site = try Self.site()
        let long = String(repeating: "abcdefgh", count: 32)
        try site.office.setPassword(of: PersonID("owner"), to: long)
        let longer = try await site.post("/sign-in", [("id", "owner"), ("password", long + "x")], as: nil)
        #expect(longer.status == 401)
        #expect(try await site.post("/sign-in", [("id", "owner"), ("password", long)], as: nil).status == 303)
    }

    /// Somebody tries from an address, perhaps through a proxy that says so.
    private static func attempt(
        _ password: String, as id: String = "owner", from address: String, through pages: Site, told: String? = nil
    ) async throws -> Response {
        var headers: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
        if let told { headers[try #require(HTTPFields.Element.Name("X-Forwarded-For"))] = told }
        var context = PageContext(logger: Logger(label: "tests"))
        context.connectedFrom = address
        let body = "id=\(id)&password=" + password.replacing(" ", with: "+")
        return try await pages.router.buildResponder().respond(
            to: Request(
                head: HTTPRequest(
                    method: .post, scheme: "http", authority: "localhost", path: "/sign-in", headerFields: headers),
                body: RequestBody(buffer: ByteBuffer(string: body))), context: context)
    }

    /// Failures as they are noted, without the time that each check takes.
    private static func fail(_ count: Int, as id: String, from address: String, _ site: TestSite) throws {
        let now = site.office.surroundings.now()
        try site.office.ledger.write { writer in
            for _ in 0..<count {
                try writer.noteFailedSignIn(
                    as: PersonID(id), from: address, at: now, forgettingBefore: Instant(milliseconds: 0))
            }
        }
    }

    @Test func whoGuessesTooOftenWaitsAndNobodyElse() async throws {
        let site = try Self.site()
        for _ in 0..<5 {
            let wrong = try await Self.attempt("guess", from: "203.0.113.9", through: site.site)
            #expect(wrong.status == .unauthorized && wrong.headers[.retryAfter] == nil)
        }
        let refused = try await Self.attempt(Self.password, from: "203.0.113.9", through: site.site)
        #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "900")
        // Whoever knows the id keeps nobody out but those where they are; and whoever gets in wipes out no trace of others.
        #expect(try await Self.attempt(Self.password, from: "203.0.113.8", through: site.site).status == .seeOther)
        let still = try await Self.attempt(Self.password, from: "203.0.113.9", through: site.site)
        #expect(still.status == .tooManyRequests)
    }

    @Test func anAddressThatTriesManyPeopleWaits() async throws {
        let site = try Self.site()
        for number in 0..<49 { try Self.fail(1, as: "p\(number)", from: "203.0.113.9", site) }
        #expect(try await Self.attempt("guess", from: "203.0.113.9", through: site.site).status == .unauthorized)
        #expect(
            try await Self.attempt(Self.password, from: "203.0.113.9", through: site.site).status == .tooManyRequests)
        #expect(try await Self.attempt(Self.password, from: "203.0.113.8", through: site.site).status == .seeOther)
    }

    /// Many addresses at one person slow every attempt down, and refuse none for it.
    @Test func attemptsFromEverywhereAreSlowed() async throws {
        let site = try Self.site()
        let pauses = Mutex<[Duration]>([])
        var pages = site.site
        pages.pause = { duration in pauses.withLock { $0.append(duration) } }
        for number in 0..<9 { try Self.fail(1, as: "owner", from: "198.51.100.\(number)", site) }
        #expect(try await Self.attempt("guess", from: "203.0.113.1", through: pages).status == .unauthorized)
        #expect(pauses.withLock { $0 } == [])
        for number in 2...6 {
            #expect(
                try await Self.attempt("guess", from: "203.0.113.\(number)", through: pages).status == .unauthorized)
        }
        #expect(pauses.withLock { $0 } == [1, 2, 4, 8, 8].map { .seconds($0) })
        #expect(try await Self.attempt(Self.password, from: "203.0.113.7", through: pages).status == .seeOther)
    }

    /// A proxy that is trusted says from where somebody comes; nobody else does.
    @Test(
        arguments: [
            (from: "203.0.113.9", told: "198.51.100.1", is: "203.0.113.9"),
            (from: "127.0.0.1", told: nil, is: "127.0.0.1"),
            (from: "127.0.0.1", told: "198.51.100.1", is: "198.51.100.1"),
            (from: "127.0.0.1", told: "10.9.9.9, 198.51.100.1", is: "198.51.100.1"),
            (from: "::ffff:127.0.0.1", told: "198.51.100.1:4711", is: "198.51.100.1"),
            (from: "127.0.0.1", told: "198.51.100.1, 127.0.0.1", is: "198.51.100.1"),
            (from: "127.0.0.1", told: "198.51.100.1, nonsense", is: "127.0.0.1"),
            (from: "2001:db8:1:2:3::4", told: nil, is: "2001:db8:1:2::/64"), (from: nil, told: "198.51.100.1", is: ""),
        ] as [(from: String?, told: String?, is: String)])
    func aProxyThatIsTrustedSaysWhoComes(from connection: String?, told: String?, is address: String) throws {
        var headers = HTTPFields()
        if let told { headers[try #require(HTTPFields.Element.Name("X-Forwarded-For"))] = told }
        let request = Request(
            head: HTTPRequest(
                method: .post, scheme: "http", authority: "localhost", path: "/sign-in", headerFields: headers),
            body: RequestBody(buffer: ByteBuffer()))
        #expect(ClientAddress(proxies: InternetNetwork.loopback).of(request, over: connection) == address)
    }

    @Test(arguments: ["//elsewhere.example", "https://elsewhere.example", "/\\elsewhere", "elsewhere", "/a b", "/\"x"])
    func nobodyIsSentToAnotherSite(next: String) async throws {
        #expect(NextPage(next) == nil)
        let site = try Self.site()
        let reply = try await site.post(
            "/sign-in?next=" + PercentText.segment(next), [("id", "owner"), ("password", Self.password)], as: nil)
        #expect(reply.headers["location"] == "/work")
    }

    // MARK: - Forms

    @Test(
        arguments: [
            (token: "another", headers: [:], status: 403), (token: "", headers: [:], status: 403),
            (token: nil, headers: ["Sec-Fetch-Site": "cross-site"], status: 403),
            (token: nil, headers: ["Origin": "https://elsewhere.example"], status: 403),
            (token: nil, headers: ["Content-Type": "text/plain"], status: 400),
            (token: nil, headers: ["Origin": "http://localhost"], status: 422),
        ] as [(token: String?, headers: [String: String], status: Int)])
    func aFormOfAnotherSiteIsNotTaken(token: String?, headers: [String: String], status: Int) async throws {
        var fields = HTTPFields()
        for (name, value) in headers { fields[try #require(HTTPFields.Element.Name(name))] = value }
        let reply = try await TestSite.ordinary.post("/propose", [], as: "requester", token: token, headers: fields)
        #expect(reply.status == status)
    }

    @Test func aFormThatIsTooLongOrBrokenIsNotTaken() async throws {
        let site = try TestSite.ordinary
        let long = try await site.post(
            "/propose", [("title", String(repeating: "a", count: 300_000))], as: "requester")
        #expect(long.status == 413)
        let broken = try await site.send(
            "/propose", .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(string: "title=%zz"), as: "requester")
        #expect(broken.status == 400)
        let notText = try await site.send(
            "/propose", .post, headers: [.contentType: "application/x-www-form-urlencoded"],
            body: ByteBuffer(bytes: [0x61, 0x3D, 0xFF]), as: "requester")
        #expect(notText.status == 400)
    }
}
