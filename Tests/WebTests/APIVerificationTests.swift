import Casework
import Documents
import Hummingbird
import JSONValues
import Shares
import Signatures
import Testing
import Web

/// A program asks whether a manifest is sound, as the page does.
struct APIVerificationTests {
    private static func site() throws -> (TestSite, Site) {
        let site = try TestSite(register: TestSite.register)
        try site.issue()
        let trust = try Trust(pem: site.trust.enumerated().map { ("\($0).pem", $1) })
        return (site, Site(office: site.office, publication: Publication(signedBy: site.signatory, under: trust)))
    }

    private static func verify(
        _ bytes: [UInt8], _ type: String, signature: String? = nil, _ site: TestSite, by pages: Site
    ) async throws -> (status: Int, json: JSONValue) {
        var headers: HTTPFields = [.contentType: type]
        if let name = HTTPFields.Element.Name("x-jws-signature") { headers[name] = signature }
        let reply = try await site.send(
            "/api/verifications", .post, headers: headers, body: ByteBuffer(bytes: bytes), as: "leeds", by: pages)
        return (reply.status, try JSONValue(parsing: reply.body))
    }

    @Test func everyFormIsJudgedAsThePageDoes() async throws {
        let (site, pages) = try Self.site()
        let told = try await site.get("/api/manifests/DWP-DS-00001?form=json", as: "leeds", by: pages)
        let signature = try #require(told.headers["x-jws-signature"])
        let json = Array(told.body.utf8)
        let sound = try await Self.verify(json, "application/json", signature: signature, site, by: pages)
        #expect(sound.status == 200 && sound.json["sound"] == true)
        #expect(sound.json["reference"] == "DWP-DS-00001" && sound.json["version"] == 1)
        #expect(sound.json["signer"]?["subject"]?.string?.contains("The signer") == true)
        #expect(try JSONSchema(APISchema.manifestVerdict.schema).faults(in: sound.json).isEmpty)
        let unsigned = try await Self.verify(json, "application/json", site, by: pages)
        #expect(unsigned.status == 200 && unsigned.json["sound"] == false && unsigned.json["signer"] == nil)
        let forged = Array(told.body.replacing("Housing Benefit", with: "Housing Benefits").utf8)
        let wrong = try await Self.verify(forged, "application/json", signature: signature, site, by: pages)
        #expect(wrong.json["sound"] == false && wrong.json["findings"]?.array?.isEmpty == false)
        let leeds = try #require(try site.office.currentRoster()[PersonID("leeds")])
        let published = try site.office.published(
            ShareReference("DWP-DS-00001"), for: leeds, by: #require(pages.publication))
        for (form, type) in [(PublishedForm.xml, "application/xml"), (.bundle, "application/zip")] {
            let reply = try await Self.verify(published.bytes(of: form), type, site, by: pages)
            #expect(reply.status == 200 && reply.json["sound"] == true, "\(type)")
        }
        // Nothing of it is acknowledged.
        #expect(try site.office.receipts(for: leeds).allSatisfy { $0.acknowledged == nil })
    }

    @Test func whatIsNoManifestIsToldWhy() async throws {
        let (site, pages) = try Self.site()
        for (body, type) in [("{}", "application/json"), ("<x/>", "application/xml"), ("", "application/json")] {
            let reply = try await Self.verify(Array(body.utf8), type, site, by: pages)
            #expect(reply.status == 200 && reply.json["sound"] == false && reply.json["reference"] == nil)
            #expect(reply.json["findings"]?.array?.isEmpty == false, "\(type)")
        }
        let torn = try await Self.verify(Array("PK".utf8), "application/zip", site, by: pages)
        #expect(torn.status == 422 && torn.json["findings"]?.array?.isEmpty == false)
        #expect(try await Self.verify([], "text/plain", site, by: pages).status == 415)
    }

    /// Each fault of what was sent in its own words.
    @Test func whatIsWrongWithABundleIsToldAsItIs() async throws {
        let (site, pages) = try Self.site()
        let leeds = try #require(try site.office.currentRoster()[PersonID("leeds")])
        let published = try site.office.published(
            ShareReference("DWP-DS-00001"), for: leeds, by: #require(pages.publication))
        let bundle = try published.bytes(of: .bundle)
        let files = try ZipArchive.files(in: bundle, atMost: 64, ofBytes: 1 << 20, inAll: 1 << 24)
            .map { (path: "DS/" + $0.key, bytes: $0.value) }
        func rules(_ bytes: [UInt8], as type: String = "application/zip") async throws -> (Int, [String]) {
            let reply = try await Self.verify(bytes, type, site, by: pages)
            return (reply.status, reply.json["findings"]?.array?.compactMap { $0["rule"]?.string } ?? [])
        }
        #expect(try await rules(try ZipArchive.bytes(of: files)) == (200, []))
        let fewer = try await rules(try ZipArchive.bytes(of: files.filter { $0.path != "DS/manifest.xml" }))
        #expect(fewer.0 == 200 && fewer.1.contains("bundle-missing"))
        let more = try await rules(try ZipArchive.bytes(of: files + [("DS/readme.txt", [0x41])]))
        #expect(more.0 == 200 && more.1 == ["bundle-list"])
        #expect(
            try await rules(try ZipArchive.bytes(of: files + [("readme.txt", [0x41])])) == (422, ["bundle-folder"]))
        #expect(try await rules(Array(bundle.dropLast(200))) == (422, ["bundle-cut-off"]))
        #expect(try await rules([]) == (200, ["manifest-empty"]))
        #expect(try await rules([], as: "application/xml") == (200, ["manifest-empty"]))
    }

    @Test(arguments: [
        ("application/zip", "{}", "the body is JSON: send it as application/json"),
        ("application/json", "<x/>", "the body is XML: send it as application/xml"),
        ("application/xml", "PK", "the body is a zip file: send it as application/zip"),
        ("application/zip", "hello", "the body is no zip file"),
    ])
    func aBodyOfAnotherFormThanItsTypeIsRefusedWithBothNamed(type: String, body: String, says: String) async throws {
        let (site, pages) = try Self.site()
        let reply = try await Self.verify(Array(body.utf8), type, site, by: pages)
        #expect(reply.status == 422)
        let finding = reply.json["findings"]?.array?.first
        #expect(finding?["rule"] == "content-type")
        #expect(finding?["says"]?.string?.contains("Content-Type says \(type), and \(says)") == true)
    }
}
