import Hummingbird
import Testing
import Web

/// What is not answered, and what no answer lacks.
struct RefusalTests {
    @Test(arguments: [
        ("/shares/NO-SUCH", 404, "There is no share with the reference “NO-SUCH”."),
        ("/nothing", 404, "Page not found"),
        ("/shares/..", 404, "Share not found"), ("/shares/%2e%2e", 404, "Share not found"),
        ("/assets/..%2f..%2fetc%2fpasswd", 404, "Page not found"), ("/assets/../Package.swift", 404, "Page not found"),
        ("/shares/%3Cscript%3E", 404, "&lt;script&gt;"), ("/shares/%ff", 400, "cannot be understood"),
        ("/shares?stage=flying", 400, "Select a stage from the list."),
        ("/shares?where=%3Cb%3E", 400, "“&lt;b&gt;” is not a condition"),
        ("/shares.csv?risk=huge", 400, "Select a risk from the list."),
        ("/report?as-at=yesterday", 400, "Enter a day as year-month-day"),
        ("/report?as-at=2026-05-02", 400, "The day must be today or in the past."),
        ("/report?as-at=%22%3E%3Cb%3E", 400, "value=\"&quot;&gt;&lt;b&gt;\""),
        ("/shares?text=" + String(repeating: "a", count: 5000), 414, "longer than 4096 bytes"),
    ])
    func aWrongAddressIsAnsweredWithWhatToDo(address: String, status: Int, content: String) async throws {
        let reply = try await TestSite.ordinary.get(address)
        #expect(reply.status == status)
        #expect(reply.body.contains(content))
        #expect(reply.body.contains("<main"))
    }

    @Test(arguments: [HTTPRequest.Method.put, .delete, .patch, .options, .trace, .connect])
    func nothingButReadingIsAnswered(method: HTTPRequest.Method) async throws {
        let reply = try await TestSite.ordinary.get("/shares", method)
        #expect(reply.status == 405)
        #expect(reply.headers["allow"] == "GET, HEAD, POST")
    }

    @Test(arguments: [
        "/", "/shares/DWP-DS-00001", "/nothing", "/shares?stage=flying", "/assets/concordat.css", "/shares.csv",
    ])
    func everyAnswerCarriesTheSecurityHeaders(address: String) async throws {
        for method in [HTTPRequest.Method.get, .head, .post] {
            let headers = try await TestSite.ordinary.get(address, method).headers
            #expect(
                headers["content-security-policy"]
                    == "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'")
            #expect(headers["x-content-type-options"] == "nosniff")
            #expect(headers["referrer-policy"] == "same-origin")
            #expect(headers["cache-control"] == "no-store")
            #expect(headers["server"] == nil)
        }
    }

    @Test func headGivesTheHeadersOfGetWithoutTheBody() async throws {
        let site = try TestSite.ordinary
        let get = try await site.get("/shares")
        let head = try await site.get("/shares", .head)
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers == get.headers)
    }

    @Test(arguments: [
        [("Host", "elsewhere")], [("Content-Length", "5")], [("Transfer-Encoding", "chunked")],
    ])
    func aRequestThatIsNoPlainReadingIsRefused(fields: [(String, String)]) async throws {
        var headers = HTTPFields()
        for (name, value) in fields {
            let name = try #require(HTTPFields.Element.Name(name))
            headers[name] = value
        }
        #expect(try await TestSite.ordinary.get("/", headers: headers).status == 400)
    }

    @Test(arguments: [
        ("localhost", 200), ("data.example:8443", 200), ("10.0.0.1", 200), ("data.example/x", 400), ("a<b", 400),
        ("user@data.example", 400), ("data.example:", 400), ("data.example:99999", 400), ("data.example:80:80", 400),
        ("a\u{301}.example", 400), (":80", 400), ("[::1]:8080", 200), ("[::1]", 200), ("[2001:db8::1]:443", 200),
        ("[::1", 400), ("[::1]8080", 400), ("[::1]:", 400), ("[127.0.0.1]", 400), ("[::1%25lo]", 400), ("[]", 400),
    ])
    func onlyAPlainHostIsTaken(host: String, status: Int) async throws {
        let reply = try await TestSite.ordinary.get("/api/feeds/manifests.json", host: host)
        #expect(reply.status == status)
        #expect(try await TestSite.ordinary.get("/", host: host).status == status)
        #expect(reply.body.contains("http://\(host)/") == (status == 200))
    }

    @Test func whatAttacksThePageIsShownAsText() async throws {
        let site = try TestSite.ordinary
        for address in ["/shares/\(TestSite.hostile)", "/shares", "/", "/report", "/shares?text=%3Cscript%3E"] {
            let body = try await site.get(address).body
            for markup in ["<script", "<img", "<b>", "<i>", "<u>", "<svg", "onmouseover=\"", "onload=\""] {
                #expect(!Array(body.utf8).contains(markup), "\(address) holds \(markup)")
            }
        }
        let share = try await site.get("/shares/\(TestSite.hostile)").body
        #expect(share.contains("<h1>&lt;script&gt;alert(1)&lt;/script&gt;</h1>"))
        #expect(Array(share.utf8).contains("A &quot;\u{301} onmouseover=&quot;x"))
        #expect(Array(share.utf8).contains("\u{D4E}&lt;img src=x&gt;"))
    }
}

extension [UInt8] {
    /// Whether the bytes of a text occur; a search by characters would miss a sign that has a mark.
    func contains(_ text: String) -> Bool {
        let wanted = Array(text.utf8)
        return !wanted.isEmpty && indices.contains { self[$0...].starts(with: wanted) }
    }
}
