import Casework
import Foundation
import Hummingbird
import JSONValues
import Ledger
import Shares
import Testing
import Web

/// What is not for every eye is on record when it is read, and nothing else is.
struct ReadingTests {
    private static let mailbox = "data.sharing@dwp.example"

    /// The register, and a share proposed by the requester that says whom to turn to.
    private static func site() throws -> TestSite {
        let site = try TestSite(register: TestSite.register)
        _ = try site.office.propose(
            fields: ["title": "Pension credit check", "contact": mailbox, "rights_contact": "rights@dwp.example"],
            as: PersonID("requester"))
        return site
    }

    private static func readings(_ site: TestSite) throws -> [String] {
        try site.office.readings(EventSearch(), limit: 100, as: PersonID("hub")).reversed().map {
            "\($0.number) \($0.actor) \($0.role) \($0.share) \($0.what)"
        }
    }

    @Test func contactDetailsStandWhereItIsRecordedWhoLooks() async throws {
        let site = try Self.site()
        for address in [
            "/shares/DS-1", "/shares/DS-1/versions", "/api/shares/DS-1", "/shares", "/shares/DS-1/documents",
            "/api/shares/DS-1/questions/assessment", "/api/shares/DS-1/questions/proposal",
        ] {
            let reply = try await site.get(address, as: "requester")
            #expect(reply.status == 200 && !reply.body.contains(Self.mailbox), "\(address)")
            #expect(!reply.body.contains("rights@dwp.example"), "\(address)")
        }
        #expect(try Self.readings(site) == [])
        #expect(try await site.get("/shares/DS-1", as: "requester").body.contains("href=\"/shares/DS-1/contacts\""))
        let page = try await site.get("/shares/DS-1/contacts", as: "requester")
        #expect(page.status == 200 && page.body.contains(Self.mailbox) && page.body.contains("rights@dwp.example"))
        let told = try await site.get("/api/shares/DS-1/contacts", as: "hub")
        #expect(try JSONSchema(APISchema.contacts.schema).faults(in: JSONValue(parsing: told.body)).isEmpty)
        #expect(try JSONValue(parsing: told.body)["contacts"]?["contact"]?.string == Self.mailbox)
        #expect(
            try Self.readings(site) == [
                "1 requester requester DS-1 the contact details", "2 hub hub DS-1 the contact details",
            ])
        // A form that shows them is no way around.
        let form = try await site.get("/shares/DS-1/act/proposal/edit", as: "requester")
        #expect(form.status == 200 && form.body.contains(Self.mailbox))
        #expect(try Self.readings(site).last == "3 requester requester DS-1 the contact details")
        // Whoever may not see the share learns nothing, and nothing is recorded of it.
        #expect(try await site.get("/shares/DS-1/contacts", as: "stranger").status == 404)
        #expect(try await site.get("/api/shares/DS-1/contacts", as: "stranger").status == 404)
        #expect(try Self.readings(site).count == 3)
        #expect(try site.office.show(ShareReference("DS-1")).share.version == 1)
    }

    @Test func documentsAndManifestsAreRecordedAsOftenAsTheyAreSent() async throws {
        let site = try Self.site()
        let page = try await site.get("/shares/DWP-DS-00001/documents", as: "leeds")
        let link = try #require(page.body.firstMatch(of: /documents\?name=([a-z-]+)&amp;format=odt/))
        let name = String(link.output.1)
        let document = try await site.get("/shares/DWP-DS-00001/documents?name=\(name)&format=html", as: "leeds")
        #expect(document.status == 200 && document.body.contains("Housing Benefit earnings check"))
        #expect(document.headers["content-disposition"] == "attachment; filename=\"DWP-DS-00001-\(name).html\"")
        // A partner takes the agreement, and not what the department writes for itself.
        #expect(
            try await site.get("/shares/DWP-DS-00001/documents?name=board-paper&format=html", as: "leeds").status == 404
        )
        #expect(
            try await site.get("/shares/DWP-DS-00001/documents?name=board-paper&format=html", as: "hub").status == 200)
        #expect(
            try await site.get("/shares/DWP-DS-00001/documents?name=\(name)&format=html", as: "stranger").status == 404)
        #expect(try await site.get("/shares/DWP-DS-00001/documents?name=\(name)&format=exe", as: "leeds").status == 400)
        let manifest = try await site.get("/api/manifests/DWP-DS-00001", as: "leeds")
        let tag = try #require(manifest.headers["etag"])
        let again = try await site.get("/api/manifests/DWP-DS-00001", headers: [.ifNoneMatch: tag], as: "leeds")
        #expect(again.status == 304)
        _ = try await site.get("/shares/DWP-DS-00001/manifest?form=bundle", as: "leeds")
        #expect(
            try Self.readings(site) == [
                "1 leeds partner DWP-DS-00001 the document \(name) (HTML)",
                "2 hub hub DWP-DS-00001 the document board-paper (HTML)",
                "3 leeds partner DWP-DS-00001 version 1 of the manifest (json)",
                "4 leeds partner DWP-DS-00001 version 1 of the manifest (bundle)",
            ])
        #expect(try site.office.history(of: ShareReference("DWP-DS-00001")).count == 1)
    }

    @Test func theAuditorSeesThemAndTheyAreProved() async throws {
        let site = try Self.site()
        _ = try await site.get("/shares/DS-1/contacts", as: "requester")
        _ = try await site.get("/shares/DS-1/contacts", as: "hub")
        let page = try await site.get("/audit?by=requester").body
        #expect(page.contains("Who read contact details, documents and manifests"))
        #expect(page.components(separatedBy: "<td>the contact details</td>").count == 2)
        #expect(throws: Refusal.self) { try site.office.readings(EventSearch(), limit: 1, as: PersonID("owner")) }
        var lines: [String] = []
        try site.office.evidence(about: ShareReference("DS-1")) { path, bytes in
            if path == "readings.jsonl" { lines.append(String(decoding: bytes, as: UTF8.self)) }
        }
        #expect(lines.count == 2 && lines[0].contains("\"actor\":\"requester\""))
        let first = try #require(try site.office.readings(EventSearch(), limit: 2).last)
        #expect(lines[1].contains("\"previous\":\"\(first.hash.hexadecimal)\""))
        #expect(try site.office.verifyAudit().faults == [])
    }
}
