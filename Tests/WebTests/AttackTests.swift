import Casework
import Hummingbird
import JSONValues
import Logging
import Testing
import Web

/// Requests that no honest program sends: each is a problem in JSON, nothing is changed, and the next is served.
struct AttackTests {
    private static let order = "/api/shares/DWP-DS-00001/act/proposal/appoint-owner"

    private static func isServed(after reply: TestSite.Reply, _ status: Int, _ site: TestSite) async throws -> Bool {
        guard reply.status == status, reply.headers["content-type"] == "application/problem+json" else { return false }
        let problem = try JSONValue(parsing: reply.body)
        guard try JSONSchema(APISchema.problem.schema).faults(in: problem).isEmpty,
            problem.object?["status"] == .number(status)
        else { return false }
        return try await site.get("/api/shares/DWP-DS-00001").headers["etag"] == "\"1\""
    }

    @Test(
        arguments: [
            (String(repeating: "[", count: 100_000), 400), (String(repeating: "{\"a\":", count: 50_000), 400),
            (String(repeating: "a", count: 300_000), 413), (#"{"fields": {}, "fields": {}}"#, 400),
            (#"{"fields": []}"#, 400), ("[]", 400), ("", 400), ("{}{}", 400), ("{\"fields\": {\"a\": \"\u{0}\"}}", 400),
            (#"{"fields": {"reason": "\ud800"}}"#, 400), (#"{"fields": {"owner": 1e999}}"#, 400),
        ] as [(String, Int)])
    func aBodyThatIsTooMuchIsAProblem(body: String, status: Int) async throws {
        let site = try TestSite.ordinary
        let reply = try await site.send(
            Self.order, .post, headers: [.contentType: "application/json", .ifMatch: "\"1\""],
            body: ByteBuffer(string: body), as: "hub")
        #expect(try await Self.isServed(after: reply, status, site))
    }

    @Test(
        arguments: [
            ("/api/shares", .delete, [:], 405), ("/api/shares/DWP-DS-00001", .put, [:], 405),
            ("/api/shares", .get, [.contentLength: "7"], 400),
            ("/api/shares", .get, [.transferEncoding: "chunked"], 400),
            ("/api/shares?text=" + String(repeating: "a", count: 5000), .get, [:], 414),
            ("/api/nothing", .get, [:], 404), ("/api/shares/%ff", .get, [:], 400), ("/api/shares/%", .get, [:], 400),
            ("/api/shares/..%2f..%2fetc", .get, [:], 404), ("/api/shares?where=%00", .get, [:], 400),
            ("/api/shares/DWP-DS-00001%00", .get, [:], 400), ("/api/shares/DWP-DS-00001%00x/contacts", .get, [:], 400),
            ("/api/manifests/DWP-DS-00001%00", .get, [:], 400), ("/api/shares/DWP-DS-00001%09", .get, [:], 400),
            ("/api/audit?share=DWP-DS-00001%00x", .get, [:], 400), ("/api//shares", .get, [:], 404),
        ] as [(String, HTTPRequest.Method, HTTPFields, Int)])
    func aRequestThatIsNoneIsAProblem(
        address: String, method: HTTPRequest.Method, headers: HTTPFields, status: Int
    ) async throws {
        let site = try TestSite.ordinary
        let reply = try await site.send(address, method, headers: headers, body: ByteBuffer(), as: "hub")
        #expect(try await Self.isServed(after: reply, status, site))
    }

    @Test func twoHostsAreAProblem() async throws {
        let site = try TestSite.ordinary
        let host = try #require(HTTPFields.Element.Name("Host"))
        let reply = try await site.get("/api/shares", headers: [host: "elsewhere.example"])
        #expect(try await Self.isServed(after: reply, 400, site))
    }

    @Test(arguments: ["application/json", "application/x-www-form-urlencoded"])
    func aBodyThatNeverEndsIsNotWaitedFor(type: String) async throws {
        let test = try TestSite.ordinary
        var site = test.site
        site.longestSending = .milliseconds(20)
        let (endless, source) = AsyncStream<ByteBuffer>.makeStream()
        source.yield(ByteBuffer(string: "{"))
        defer { source.finish() }
        let session = try #require(test.sessions["hub"])
        let response = try await site.router.buildResponder().respond(
            to: Request(
                head: HTTPRequest(
                    method: .post, scheme: "http", authority: "localhost",
                    path: type == "application/json" ? Self.order : "/propose",
                    headerFields: [
                        .contentType: type, .ifMatch: "\"1\"", .cookie: "concordat=\(session.token)",
                    ]),
                body: RequestBody(asyncSequence: endless)),
            context: PageContext(logger: Logger(label: "tests")))
        #expect(response.status == .requestTimeout)
        #expect(try await test.get("/api/shares/DWP-DS-00001").status == 200)
    }
}
