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
        ("/shares//", 404, "Page not found"), ("//shares", 404, "Page not found"),
        ("/shares/DWP-DS-00001%00", 400, "control character"), ("/shares/DWP-DS-00001%00zz", 400, "control character"),
        ("/shares/DWP-DS-00001%00/contacts", 400, "control character"),
        ("/shares/DWP-DS-00001%0A", 400, "control character"), ("/shares/%C2%85DWP-DS-00001", 400, "control character"),
        ("/shares/DWP-DS-00001%00/act/proposal/edit", 400, "control character"),
        ("/shares/DWP-DS-00001/documents?name=nothing&format=html", 404, "has no such document"),
        ("/shares/DWP-DS-00001/documents?agreement=9", 404, "has no agreement 9"),
        ("/shares/DWP-DS-00001/versions?from=9&to=1", 400, "There is no step 9: this share has 1 to 1."),
        ("/shares/DWP-DS-00001/versions?from=x", 400, "Earlier step: enter the number of a step."),
        ("/map?from=x&to=department", 404, "The map has no group “x”."),
        ("/map.csv?from=x&to=department", 404, "The map has no group “x”."),
        ("/map?from=department", 400, "The map opens two groups"),
        ("/hub/people?id=nobody", 404, "There is no person “nobody”."),
        ("/hub/hand-over?from=nobody", 404, "There is no person “nobody”."),
        ("/hub/templates?name=x", 400, "This page is asked nothing"), ("/board?from=x", 400, "it takes as-at"),
        ("/audit?before=x", 400, "“before” is a number"), ("/audit?share=DWP-DS-00001%00x", 400, "character U+0000"),
        ("/audit/evidence.zip?share=DWP-DS-00001%00", 400, "character U+0000"),
        ("/hub/reference?file=zzz", 404, "There is no file “zzz”"),
        ("/hub/reference?file=spokes&state=x", 400, "“state” is a number"),
        ("/redundancy?page=9999", 404, "it has 1 page."), ("/redundancy?page=-1", 404, "There is no page “-1”"),
        ("/hub/outbox?page=0", 404, "There is no page “0”"), ("/exchange?waiting=7", 404, "There is no page “7”"),
        ("/exchange/webhooks?webhook=7", 404, "webhook"), ("/redundancy?page=1&page=2", 400, "asked for twice"),
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
