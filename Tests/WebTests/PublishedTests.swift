import Casework
import Foundation
import Hummingbird
import Interchange
import JSONValues
import Shares
import Signatures
import Testing
import Web

/// What partners read of manifests: each its own, in the form that it asks for, and only when something changed.
struct PublishedTests {
    private static let address = "/api/manifests/DWP-DS-00001"

    private static func json(_ reply: TestSite.Reply) throws -> JSONValue { try JSONValue(parsing: reply.body) }

    /// A site where the purpose of the first share changed after it was first issued.
    private static func changed() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        try site.issue()
        try site.importing(TestSite.register.replacing("To check earnings", with: "To check earnings each month"))
        try site.issue()
        return site
    }

    @Test(arguments: [
        (nil, "application/ld+json"), ("*/*", "application/ld+json"), ("application/json", "application/json"),
        ("application/xml", "application/xml"), ("text/xml;q=0.9, text/html", "text/xml"),
        ("application/json;q=0.5, application/xml", "application/xml"),
        ("application/*;q=0.2, application/zip;q=0.3", "application/zip"),
        ("application/ld+json;q=0, application/*", "application/json"),
    ])
    func theFormIsTheOneThatIsPreferred(accept: String?, type: String) async throws {
        var headers: HTTPFields = [:]
        headers[.accept] = accept
        let reply = try await TestSite.ordinary.get(Self.address, headers: headers, as: "leeds")
        #expect(reply.status == 200)
        #expect(reply.headers["content-type"] == type)
        #expect(reply.headers["vary"] == "Accept")
        #expect(reply.headers["cache-control"] == "private, no-cache")
        #expect(reply.headers["content-location"] == Self.address + "/versions/1")
    }

    @Test func aFormThatIsNotToBeHadIsRefused() async throws {
        let site = try TestSite.ordinary
        #expect(try await site.get(Self.address, headers: [.accept: "text/html"]).status == 406)
        #expect(try await site.get(Self.address + "?form=pdf").status == 400)
        let archive = try await site.get(Self.address + "?form=bundle")
        #expect(archive.headers["content-type"] == "application/zip" && archive.body.hasPrefix("PK"))
    }

    @Test func whatIsReadIsSignedByTheDepartment() async throws {
        let site = try TestSite.ordinary
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("concordat-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        func write(_ text: String, _ name: String) throws -> String {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name))
            return folder.appendingPathComponent(name).path
        }
        let trust = try site.trust.enumerated().map { try write($1, "trust-\($0).pem") }
        let json = try await site.get(Self.address, as: "leeds")
        _ = try write(try #require(json.headers["x-jws-signature"]), "manifest.json.jws")
        let xml = try await site.get(Self.address, headers: [.accept: "application/xml"], as: "leeds")
        for file in [try write(json.body, "manifest.json"), try write(xml.body, "manifest.xml")] {
            let verdict = try await site.office.verifyManifest(at: file, VerificationWish(trust: trust))
            #expect(verdict.isSound, "\(verdict.findings)")
            #expect(verdict.signer?.organisation == "department-for-work-pensions")
            #expect(verdict.manifest?.version == 1)
        }
    }

    @Test func whoeverHoldsItIsNotSentItAgain() async throws {
        let site = try TestSite.ordinary
        let first = try await site.get(Self.address, as: "leeds")
        let tag = try #require(first.headers["etag"])
        #expect(first.headers["last-modified"] == "Fri, 01 May 2026 09:30:00 GMT")
        for tags in [tag, "\"x\", " + tag, String(tag.dropFirst(2)), "*"] {
            let again = try await site.get(Self.address, headers: [.ifNoneMatch: tags], as: "leeds")
            #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag)
        }
        #expect(
            try await site.get(
                Self.address, headers: [.ifNoneMatch: tag, .accept: "application/xml"], as: "leeds"
            ).status == 200)
        func status(since date: String) async throws -> Int {
            try await site.get(Self.address, headers: [.ifModifiedSince: date], as: "leeds").status
        }
        #expect(try await status(since: "Fri, 01 May 2026 09:30:00 GMT") == 304)
        #expect(try await status(since: "Fri, 01 May 2026 09:29:59 GMT") == 200)
        #expect(try await status(since: "Mon, 01 May 2026 09:30:00 GMT") == 200)
        let head = try await site.get(Self.address, .head, as: "leeds")
        #expect(head.status == 200 && head.body.isEmpty && head.headers["etag"] == tag)
    }

    @Test func anEarlierVersionStaysReadableAndSaysSo() async throws {
        let site = try Self.changed()
        let holding = try await site.get(Self.address, as: "leeds")
        #expect(try Self.json(holding)["version"] == 2 && Self.json(holding)["replacedBy"] == nil)
        let earlier = try await site.get(Self.address + "/versions/1", as: "leeds")
        #expect(try Self.json(earlier)["purpose"]?["description"] == "To check earnings for Housing Benefit")
        #expect(try Self.json(earlier)["replacedBy"]?["version"] == 2)
        #expect(
            earlier.headers["link"]
                == "<\(Self.address)>; rel=\"latest-version\", <\(Self.address)/versions/2>; rel=\"successor-version\"")
        for number in ["0", "3", "-1", "x", "99999999999999999999"] {
            #expect(try await site.get(Self.address + "/versions/" + number, as: "leeds").status == 404)
        }
    }

    @Test(arguments: ["", "/versions/1"])
    func aManifestOfOthersIsNotThere(what: String) async throws {
        let reply = try await TestSite.ordinary.get(Self.address + what, as: "stranger")
        #expect(reply.status == 404 && !reply.body.contains("Housing"))
    }

    /// It was given version 1, and knows by what it was replaced; of what came after it learns nothing.
    @Test func aPartnerThatWasDroppedReadsWhatItWasGiven() async throws {
        let site = try TestSite(register: TestSite.register)
        try site.issue()
        try site.importing(TestSite.register.replacing("Leeds City Council", with: "HM Revenue and Customs"))
        try site.issue()
        let holding = try await site.get(Self.address, as: "leeds")
        #expect(holding.status == 410 && holding.headers["content-type"] == "application/problem+json")
        #expect(
            try Self.json(holding)["detail"]
                == """
                Your organisation takes no part in DWP-DS-00001 any more. Version 1 is the last that it was given, and stays \
                readable.
                """)
        let given = try await site.get(Self.address + "/versions/1", as: "leeds")
        #expect(given.status == 200)
        #expect(try Self.json(given)["replacedBy"]?["version"] == 2)
        #expect(try await site.get(Self.address + "/versions/2", as: "leeds").status == 404)
        #expect(try await site.get(Self.address, as: "stranger").status == 200)
        let feed = try await site.get("/api/feeds/manifests.json", as: "leeds")
        let items = try Self.json(feed)["items"]?.array ?? []
        #expect(items.compactMap { $0["_concordat"]?["version"]?.int } == [1, 1])
        #expect(
            items.map { $0["content_text"] }
                == Array(repeating: "Your organisation takes no part in the share any more.", count: 2))
        #expect(!feed.body.contains("versions/2"))
    }

    @Test func whatIsAskedForAgainIsNotSignedAgain() async throws {
        let site = try TestSite(register: TestSite.register)
        func get() async throws -> TestSite.Reply { try await site.get(Self.address, as: "leeds") }
        let first = try await get()
        let again = try await get()
        #expect(first.body == again.body)
        #expect(first.headers["x-jws-signature"] == again.headers["x-jws-signature"])
        try site.importing(TestSite.register.replacing("To check earnings", with: "To check earnings each month"))
        let later = try await get()
        #expect(try Self.json(later)["version"] == 2)
        let earlier = try await site.get(Self.address + "/versions/1", as: "leeds")
        #expect(try Self.json(earlier)["replacedBy"]?["version"] == 2)
    }

    @Test func nothingIsPublishedWhereNobodySigns() async throws {
        let site = try TestSite.ordinary
        let reply = try await site.get(Self.address, by: Site(office: site.office))
        #expect(reply.status == 503 && reply.headers["content-type"] == "application/problem+json")
    }

    @Test func theFeedsSayWhatWasIssuedNewestFirst() async throws {
        let site = try Self.changed()
        let feed = try Self.json(try await site.get("/api/feeds/manifests.json", as: "leeds"))
        #expect(try JSONSchema(APISchema.feed.schema).faults(in: feed).isEmpty)
        let items = feed["items"]?.array ?? []
        #expect(items.compactMap { $0["_concordat"]?["version"]?.int } == [2, 1])
        #expect(items.first?["url"] == "http://localhost/api/manifests/DWP-DS-00001/versions/2")
        #expect(items.first?["title"] == "DWP-DS-00001, version 2: Housing Benefit earnings check")
        #expect(
            items.map { $0["content_text"] } == ["It holds; the share is inherited.", "Version 2 has replaced it."])
        let atom = try await site.get("/api/feeds/manifests.atom", as: "leeds")
        #expect(atom.headers["content-type"] == "application/atom+xml")
        #expect(atom.body.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\"><id>"))
        #expect(atom.body.components(separatedBy: "<entry>").count == 3)
        let tag = try #require(atom.headers["etag"])
        let again = try await site.get("/api/feeds/manifests.atom", headers: [.ifNoneMatch: tag], as: "leeds")
        #expect(again.status == 304 && again.body.isEmpty)
        // The hub sees all; others nothing of it.
        let all = try Self.json(try await site.get("/api/feeds/manifests.json"))["items"]?.array
        #expect(all?.count == 4)
        let others = try await site.get("/api/feeds/manifests.json", as: "stranger")
        #expect(try Self.json(others)["items"] == [] && !others.body.contains("Housing"))
    }

    private static let hasFeedReader =
        (try? python("import feedparser", []).status) == 0

    /// What the system's Python prints for a script and its arguments.
    private static func python(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-W", "ignore", "-c", script] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    @Test(.enabled(if: hasFeedReader, "Python's feedparser is not installed"))
    func aFeedReaderThatIsNotOursReadsIt() async throws {
        let site = try Self.changed()
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("feed-\(UUID()).atom")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(try await site.get("/api/feeds/manifests.atom", as: "leeds").body.utf8).write(to: file)
        let script = """
            import feedparser, sys
            feed = feedparser.parse(sys.argv[1])
            print(feed.version, bool(feed.bozo), feed.feed.title)
            for entry in feed.entries:
                print(entry.title, entry.link, entry.published, entry.summary, sep=" | ")
            """
        let read = try Self.python(script, [file.path])
        let at = "http://localhost\(Self.address)/versions"
        let moment = "2026-05-01T09:30:00.000Z"
        #expect(
            read.output == """
                atom10 False Data-sharing manifests of Department for Work and Pensions
                DWP-DS-00001, version 2: Housing Benefit earnings check | \(at)/2 | \(moment) | It holds; the share is inherited.
                DWP-DS-00001, version 1: Housing Benefit earnings check | \(at)/1 | \(moment) | Version 2 has replaced it.

                """)
    }

    @Test func theFeedIsReadPageByPage() async throws {
        let site = try Self.changed()
        let changes = try site.office.manifestChanges(for: TestSite.people[0], limit: 3)
        #expect(changes.changes.map(\.number) == [4, 3, 2] && changes.next == 2)
        let rest = try site.office.manifestChanges(for: TestSite.people[0], before: changes.next, limit: 3)
        #expect(rest.changes.map(\.number) == [1] && rest.next == nil)
        let page = try Self.json(try await site.get("/api/feeds/manifests.json?before=2"))["items"]?.array
        #expect(page?.count == 1)
        #expect(try await site.get("/api/feeds/manifests.json?before=x").status == 400)
    }
}
