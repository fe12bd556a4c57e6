import Casework
import Foundation
import Hummingbird
import JSONValues
import Ledger
import Shares
import Signatures
import Testing
import Web

/// What partners come for: their manifests, which they verify and acknowledge; webhooks and keys; nothing of anybody else.
struct ExchangePageTests {
    /// Manifests were issued, and each partner has a webhook; the authority is published.
    private static func site() throws -> (TestSite, Site) {
        let site = try TestSite(register: TestSite.register)
        for partner in ["Leeds City Council", "HMRC"] {
            _ = try site.office.addWebhook(of: partner, to: "https://data.example/hooks", as: PersonID("hub"))
        }
        try site.issue()
        let trust = try Trust(pem: site.trust.enumerated().map { ("\($0).pem", $1) })
        return (site, Site(office: site.office, publication: Publication(signedBy: site.signatory, under: trust)))
    }

    /// The bundle of the first share, as a partner takes it.
    private static func bundle(_ site: Site, of office: Office) throws -> [UInt8] {
        let leeds = try #require(try office.currentRoster()[PersonID("leeds")])
        return try office.published(
            ShareReference("DWP-DS-00001"), for: leeds, by: #require(site.publication)
        ).bytes(of: .bundle)
    }

    private static func send(
        _ bytes: [UInt8], named name: String, _ step: String, _ site: TestSite, by pages: Site, as person: String,
        _ fields: [(String, String)] = []
    ) async throws -> TestSite.Reply {
        let token = site.sessions[person]?.visitor.formToken ?? ""
        var body = Data()
        for (field, value) in [("form-token", token), ("step", step)] + fields {
            body += Data("--edge\r\nContent-Disposition: form-data; name=\"\(field)\"\r\n\r\n\(value)\r\n".utf8)
        }
        body += Data(
            "--edge\r\nContent-Disposition: form-data; name=\"manifest\"; filename=\"\(name)\"\r\n\r\n".utf8)
        body += Data(bytes) + Data("\r\n--edge--\r\n".utf8)
        return try await site.send(
            "/exchange/verify", .post, headers: [.contentType: "multipart/form-data; boundary=edge"],
            body: ByteBuffer(bytes: body), as: person, by: pages)
    }

    @Test func aPartnerSeesWhatWaitsForItsReceiptAndNothingElse() async throws {
        let (site, _) = try Self.site()
        let page = try await site.get("/exchange", as: "leeds").body
        #expect(page.contains("1 manifest waits for your receipt"))
        #expect(page.contains("href=\"/shares/DWP-DS-00001/manifest\">Housing Benefit earnings check"))
        #expect(!page.contains("Council tax reduction"))
        #expect(try await site.get("/work", as: "leeds").body.contains("1 of which waits for your receipt"))
        let other = try await site.get("/exchange", as: "stranger").body
        #expect(other.contains("No manifest was issued to you yet.") && !other.contains("Housing"))
        #expect(try await site.get("/exchange").body.contains("2 manifests wait for a receipt"))
        #expect(try await site.get("/exchange", as: "leeds").body.contains("aria-current=\"page\">Exchange"))
    }

    @Test(arguments: [
        ("bundle", "application/zip", "manifest.zip"), ("json", "application/ld+json", "manifest.json"),
        ("xml", "application/xml", "manifest.xml"),
    ])
    func aManifestIsTakenFromItsPage(form: String, type: String, name: String) async throws {
        let site = try TestSite.ordinary
        let page = try await site.get("/shares/DWP-DS-00001/manifest", as: "leeds")
        #expect(page.body.contains("href=\"/shares/DWP-DS-00001/manifest?form=\(form)\""))
        let file = try await site.get("/shares/DWP-DS-00001/manifest?form=\(form)", as: "leeds")
        #expect(file.status == 200 && file.headers["content-type"] == type)
        #expect(file.headers["content-disposition"] == "attachment; filename=\"\(name)\"")
        #expect(file.headers["cache-control"] == "no-store")
        for what in ["", "?form=\(form)"] {
            #expect(try await site.get("/shares/DWP-DS-00001/manifest" + what, as: "stranger").status == 404)
        }
        #expect(try await site.get("/shares/DWP-DS-00001/manifest?form=\(form)&version=9", as: "leeds").status == 404)
        #expect(try await site.get("/shares/DWP-DS-00001/manifest?form=pdf", as: "leeds").status == 400)
    }

    @Test func aBundleIsVerifiedAndAcknowledgedOnce() async throws {
        let (site, pages) = try Self.site()
        let bundle = try Self.bundle(pages, of: site.office)
        let verified = try await Self.send(bundle, named: "m.zip", "verify", site, by: pages, as: "leeds")
        #expect(verified.status == 200 && verified.body.contains(">It is sound<"))
        #expect(verified.body.contains("m.zip: version 1 of DWP-DS-00001, “Housing Benefit earnings check”"))
        #expect(try site.office.receipts().allSatisfy { $0.acknowledged == nil })
        let others = try await Self.send(bundle, named: "m.zip", "acknowledge", site, by: pages, as: "stranger")
        #expect(others.status == 422 && others.body.contains("Your organisation is no other party to the share."))
        let taken = try await Self.send(bundle, named: "m.zip", "acknowledge", site, by: pages, as: "leeds")
        #expect(taken.status == 200 && taken.body.contains(">Acknowledged<"))
        #expect(try site.office.receipts(of: ShareReference("DWP-DS-00001")).map(\.by) == ["leeds"])
        let again = try await Self.send(bundle, named: "m.zip", "acknowledge", site, by: pages, as: "leeds")
        #expect(again.status == 200 && again.body.contains(">Acknowledged already<"))
        #expect(again.body.contains("Leeds (leeds) acknowledged it for Leeds City Council on 1 May 2026."))
        #expect(!again.body.contains("There is a problem"))
        #expect(try await site.get("/exchange", as: "leeds").body.contains("Manifests that were acknowledged"))
    }

    /// The round that issues has not come by yet: what holds is genuine all the same.
    @Test func aBundleIsAcknowledgedBeforeTheRoundThatIssuesIt() async throws {
        let site = try TestSite(register: TestSite.register)
        let trust = try Trust(pem: site.trust.enumerated().map { ("\($0).pem", $1) })
        let pages = Site(office: site.office, publication: Publication(signedBy: site.signatory, under: trust))
        let bundle = try Self.bundle(pages, of: site.office)
        #expect(try site.office.receipts().isEmpty)
        let taken = try await Self.send(bundle, named: "m.zip", "acknowledge", site, by: pages, as: "leeds")
        #expect(taken.status == 200 && taken.body.contains(">Acknowledged<"))
        // Issued once, to that share's party alone.
        #expect(try site.office.receipts().map(\.by) == ["leeds"])
        try site.issue()
        #expect(try site.office.receipts(of: ShareReference("DWP-DS-00001")).map(\.by) == ["leeds"])
    }

    @Test func whatWasChangedIsNotSoundAndNotAcknowledged() async throws {
        let (site, pages) = try Self.site()
        let leeds = try #require(try site.office.currentRoster()[PersonID("leeds")])
        let json = try site.office.published(
            ShareReference("DWP-DS-00001"), for: leeds, by: #require(pages.publication)
        ).bytes(of: .json)
        let changed = Array(
            String(decoding: json, as: UTF8.self).replacing("earnings check", with: "savings check").utf8)
        for (bytes, says) in [
            (changed, "digest"), (json, "not signed"), (Array("PK\u{3}\u{4}rubbish".utf8), "zip file"),
        ] {
            let reply = try await Self.send(bytes, named: "m.json", "acknowledge", site, by: pages, as: "leeds")
            #expect(reply.status == 422 && reply.body.contains(says), "\(says)")
        }
        #expect(try site.office.receipts().allSatisfy { $0.acknowledged == nil })
    }

    /// Nobody is told in one breath that a file is acknowledged and that it is not to be relied on.
    @Test func whereNoAuthorityIsKnownAManifestIsOneOrTheOther() async throws {
        let (site, pages) = try Self.site()
        let bundle = try Self.bundle(pages, of: site.office)
        for (step, says) in [("verify", "It is as it was signed"), ("acknowledge", ">Acknowledged<")] {
            let reply = try await Self.send(bundle, named: "m.zip", step, site, by: site.site, as: "leeds")
            #expect(reply.status == 200 && reply.body.contains(says))
            #expect(reply.body.contains("Whose the certificate is was not checked"))
            #expect(!reply.body.contains("It is not to be relied on") && !reply.body.contains("It is sound"))
        }
        #expect(try site.office.receipts(of: ShareReference("DWP-DS-00001")).map(\.by) == ["leeds"])
        // Without a signature nothing is known of it.
        let leeds = try #require(try site.office.currentRoster()[PersonID("leeds")])
        let json = try site.office.published(
            ShareReference("DWP-DS-00001"), for: leeds, by: #require(pages.publication)
        ).bytes(of: .json)
        for step in ["verify", "acknowledge"] {
            let reply = try await Self.send(json, named: "m.json", step, site, by: site.site, as: "leeds")
            #expect(reply.body.contains("It is not to be relied on") && !reply.body.contains(">Acknowledged<"))
        }
    }

    @Test func aProgramAcknowledgesTheManifestThatItFetched() async throws {
        let (site, pages) = try Self.site()
        let key = try site.office.makeAPIKey(
            APIKeyWish(
                name: "Fetch", organisation: "Leeds City Council",
                scopes: [.readManifests, .acknowledge, .readReceipts],
                last: #require(Day(iso: "2026-12-31"))), as: PersonID("leeds"))
        let bearer: HTTPFields = [.authorization: "Bearer " + key.secret, .contentType: "application/ld+json"]
        let manifest = try await site.get(
            "/api/manifests/DWP-DS-00001", headers: [.authorization: "Bearer " + key.secret], as: nil, by: pages)
        var headers = bearer
        headers[try #require(HTTPFields.Element.Name("x-jws-signature"))] = manifest.headers["x-jws-signature"]
        func acknowledge(_ share: String, _ headers: HTTPFields) async throws -> TestSite.Reply {
            try await site.send(
                "/api/receipts/" + share, .post, headers: headers, body: ByteBuffer(string: manifest.body), as: nil,
                by: pages)
        }
        #expect(try await acknowledge("DWP-DS-00003", headers).status == 404)
        let unsigned = try await acknowledge("DWP-DS-00001", bearer)
        #expect(unsigned.status == 422 && unsigned.body.contains("not signed"))
        let taken = try await acknowledge("DWP-DS-00001", headers)
        #expect(taken.status == 200)
        let receipt = try JSONValue(parsing: taken.body)
        #expect(try JSONSchema(APISchema.receipt.schema).faults(in: receipt).isEmpty)
        #expect(receipt["organisation"] == "leeds" && receipt["version"] == 1)
        let line = try #require(try site.office.receipts(of: ShareReference("DWP-DS-00001")).first)
        #expect(line.by == key.client && line.digest == receipt["digest"]?.string)
        #expect(try await acknowledge("DWP-DS-00001", headers).status == 422)
        let receipts = try JSONValue(parsing: try await site.get("/api/receipts", headers: bearer, as: nil).body)
        #expect(receipts["receipts"]?.array?.compactMap { $0["by"]?.string } == [key.client])
        #expect(try site.office.verifyAudit().faults == [])
    }

    @Test func certificatesAreShownAndTaken() async throws {
        let (site, pages) = try Self.site()
        let page = try await site.get("/exchange/certificates", as: "leeds", by: pages).body
        #expect(page.contains(site.signatory.certificate.fingerprint))
        #expect(page.contains("CN=Test authority") && page.contains("Lists of what authorities took back"))
        let file = try await site.get("/exchange/certificates.pem", as: "leeds", by: pages)
        #expect(file.headers["content-type"] == "application/x-pem-file")
        let trust = try Trust(pem: [("certificates.pem", file.body)])
        #expect(trust.authorities.count == 1 && trust.revocations.count == 1)
    }

    @Test func aPartnerSeesItsOwnWebhooksWithTheirLog() async throws {
        let (site, _) = try Self.site()
        let publication = Publication(signedBy: site.signatory)
        // The names have gone since: nothing is sent anywhere.
        var nowhere = site.office.surroundings
        nowhere.addresses = { _ in [] }
        _ = try Office(ledger: site.office.ledger, surroundings: nowhere).tellPartners(by: publication)
        let own = try await site.get("/exchange/webhooks?webhook=1", as: "leeds")
        #expect(own.body.contains("<td>Leeds City Council</td>") && !own.body.contains("Revenue"))
        #expect(own.body.contains("data.example has no address."))
        #expect(try await site.get("/exchange/webhooks?webhook=1", as: "stranger").status == 404)
        #expect(try await site.get("/exchange/webhooks", as: "owner").status == 403)
        #expect(try await site.get("/exchange/webhooks").body.contains("<td>HM Revenue &amp; Customs</td>"))
        #expect(try await site.get("/exchange/webhooks").body.contains("Told nothing yet"))
        let retried = try await site.post("/exchange/webhooks", [("step", "retry"), ("webhook", "1")], as: "stranger")
        #expect(retried.status == 422)
        #expect(try site.office.webhooks().map(\.attempts) == [1, 0])
        #expect(
            try await site.post("/exchange/webhooks", [("step", "retry"), ("webhook", "1")], as: "leeds").status == 303)
        #expect(try site.office.webhooks().map(\.attempts) == [0, 0])
        let others = try await site.post("/exchange/webhooks", [("step", "remove"), ("webhook", "2")], as: "leeds")
        #expect(others.status == 422)
        #expect(try site.office.webhooks().count == 2)
        for (step, isHeld) in [("hold", true), ("retry", false)] {
            _ = try await site.post("/exchange/webhooks", [("step", step), ("webhook", "1")], as: "leeds")
            #expect(try site.office.webhooks().map(\.isHeld) == [isHeld, false])
        }
        // A partner is not asked which partner it is, and cannot say another.
        let added = try await site.post(
            "/exchange/webhooks",
            [("step", "add"), ("partner", "HMRC"), ("address", "https://data.example/other")], as: "leeds")
        #expect(added.status == 303 && !own.body.contains("name=\"partner\""))
        #expect(try site.office.webhooks(as: PersonID("leeds")).map(\.address).last == "https://data.example/other")
        let inside = try await site.post(
            "/exchange/webhooks", [("step", "add"), ("address", "https://192.168.1.1/x")], as: "leeds")
        #expect(inside.status == 422 && inside.body.contains("which is not public"))
        #expect(
            try await site.post("/exchange/webhooks", [("step", "remove"), ("webhook", "1")], as: "leeds").status == 303
        )
        let bad = try await site.post(
            "/exchange/webhooks", [("step", "add"), ("partner", "HMRC"), ("address", "ftp://data.example")], as: "hub")
        #expect(bad.status == 422 && bad.body.contains("id=\"address-error\""))
    }

    @Test func laterPagesOfTheExchangeAreLedTo() async throws {
        let rows = (1...201).map {
            "M-\(1000 + $0),Check \(1000 + $0),DWP,Leeds City Council,To check,,6(1)(e),Full name,,weekly,SFTP,OFFICIAL,"
                + "2023-04-01,,2026-09-01,,Live\n"
        }
        let header = try #require(TestSite.register.split(separator: "\n").first)
        let site = try TestSite(register: header + "\n" + rows.joined())
        try site.issue()
        let first = try await site.get("/exchange", as: "leeds").body
        #expect(first.contains("Check 1001") && first.contains("Check 1200") && !first.contains("Check 1201"))
        #expect(first.contains("rel=\"next\" href=\"/exchange?waiting=2\"") && first.contains("Page 1 of 2"))
        let second = try await site.get("/exchange?waiting=2", as: "leeds").body
        #expect(second.contains("Check 1201") && !second.contains("Check 1200") && second.contains("rel=\"prev\""))
        let none = try await site.get("/exchange?waiting=99", as: "leeds")
        #expect(none.status == 404 && none.body.contains("There is no page “99” of this list: it has 2 pages."))
    }

    @Test func aKeyIsMadeOnThePageAndItsSecretShownOnce() async throws {
        let site = try TestSite(register: TestSite.register)
        let refused = try await site.post("/exchange/api-keys", [("step", "make"), ("last", "soon")], as: "leeds")
        #expect(refused.status == 422 && refused.body.contains("id=\"last-error\""))
        let made = try await site.post(
            "/exchange/api-keys",
            [
                ("step", "make"), ("name", "Nightly <fetch>"), ("holder", "organisation"), ("scope", "shares:read"),
                ("last", "2026-12-31"),
            ], as: "leeds")
        #expect(made.status == 200)
        let secret = try #require(made.body.firstMatch(of: /concordat_key_[\w-]{43}/)).output
        #expect(
            try await site.get("/api/shares", headers: [.authorization: "Bearer \(secret)"], as: nil).body
                .contains("\"total\": 1"))
        let page = try await site.get("/exchange/api-keys", as: "leeds").body
        #expect(page.contains("Nightly &lt;fetch&gt;") && !page.contains(secret))
        #expect(try await !site.get("/exchange/api-keys", as: "stranger").body.contains("Nightly"))
        let others = try await site.post("/exchange/api-keys", [("step", "revoke"), ("key", "1")], as: "stranger")
        #expect(others.status == 422)
        // It is asked first, and nothing is done yet.
        let asked = try await site.post("/exchange/api-keys", [("step", "revoke"), ("key", "1")], as: "leeds")
        #expect(asked.status == 200 && asked.body.contains("<h1>Revoke key_1?</h1>"))
        #expect(asked.body.contains("Nightly &lt;fetch&gt;") && asked.body.contains("value=\"confirm\""))
        let bearing: HTTPFields = [.authorization: "Bearer \(secret)"]
        #expect(try await site.get("/api/shares", headers: bearing, as: nil).status == 200)
        let stranger = try await site.post("/exchange/api-keys", [("step", "confirm"), ("key", "1")], as: "stranger")
        #expect(stranger.status == 422)
        let done = try await site.post("/exchange/api-keys", [("step", "confirm"), ("key", "1")], as: "leeds")
        #expect(done.status == 303 && done.headers["location"] == "/exchange/api-keys?done=1")
        #expect(try await site.get("/api/shares", headers: bearing, as: nil).status == 401)
        let banner = "key_1, “Nightly &lt;fetch&gt;”, is good for nothing from now on."
        #expect(try await site.get("/exchange/api-keys?done=1", as: "leeds").body.contains(banner))
        // Only whoever did it is told that they did, and of a key that was revoked.
        #expect(try await !site.get("/exchange/api-keys?done=1").body.contains(banner))
        let again = try await site.post("/exchange/api-keys", [("step", "revoke"), ("key", "1")], as: "leeds")
        #expect(again.status == 422 && again.body.contains("was revoked already"))
        let audit = try await site.get("/audit").body
        #expect(audit.contains("made API key key_1, “Nightly &lt;fetch&gt;”, for leeds<"))
        #expect(audit.contains("revoked API key key_1"))
    }
}
