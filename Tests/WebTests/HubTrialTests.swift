import Casework
import Foundation
import Hummingbird
import Ledger
import Shares
import Testing
import Web
import Workflows

/// What the hub tries out is told in full, and nothing of it is kept.
struct HubTrialTests {
    private static func send(
        _ site: TestSite, _ parts: [(head: String, content: String)], to address: String, as person: String = "hub"
    ) async throws -> TestSite.Reply {
        let token = site.sessions[person]?.visitor.formToken ?? ""
        let body =
            ([("name=\"form-token\"", token)] + parts).map { head, content in
                "--edge\r\nContent-Disposition: form-data; \(head)\r\n\r\n\(content)\r\n"
            }.joined() + "--edge--\r\n"
        return try await site.send(
            address, .post, headers: [.contentType: "multipart/form-data; boundary=edge"],
            body: ByteBuffer(string: body), as: person)
    }

    private static func templates(_ path: String) throws -> String {
        var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Templates").path) {
            folder = folder.deletingLastPathComponent()
        }
        return try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }

    @Test func everyFaultOfAWorkflowIsToldAndNothingIsPublished() async throws {
        let site = try TestSite(register: TestSite.register)
        let position = try site.office.ledger.read { try $0.position() }
        let editions = try site.office.ledger.read { try $0.editions() }
        let broken = try Self.templates("Templates/workflows/review.json")
            .replacing("\"to\": \"due\"", with: "\"to\": \"<i>nowhere\"")
        let reply = try await Self.send(
            site, [("name=\"workflow\"; filename=\"review.json\"", broken)], to: "/hub/workflows")
        #expect(reply.status == 422)
        #expect(reply.body.contains("review.json cannot be run"))
        #expect(reply.body.contains("review.json at /transitions/"))
        #expect(!reply.body.contains("<i>nowhere"))
        // As it is, it is sound, and every share runs on it already.
        let same = try await Self.send(
            site,
            [("name=\"workflow\"; filename=\"review.json\"", try Self.templates("Templates/workflows/review.json"))],
            to: "/hub/workflows")
        #expect(same.status == 200)
        #expect(same.body.contains("review.json is sound"))
        #expect(same.body.contains("0 could be moved, 0 could not, and 3 would stay as they are."))
        // A longer title is another edition.
        let renamed = try Self.templates("Templates/workflows/review.json")
            .replacing("\"title\": \"Due\"", with: "\"title\": \"Due now\"")
        let other = try await Self.send(
            site, [("name=\"workflow\"; filename=\"review.json\"", renamed)], to: "/hub/workflows")
        #expect(other.status == 200)
        #expect(other.body.contains("3 could be moved, 0 could not, and 0 would stay as they are."))
        #expect(try site.office.ledger.read { try $0.position() } == position)
        #expect(try site.office.ledger.read { try $0.editions() } == editions)
        let none = try await Self.send(site, [], to: "/hub/workflows")
        #expect(none.status == 422 && none.body.contains("Choose a workflow or an overlay."))
        for person in ["owner", "leeds"] {
            #expect(try await Self.send(site, [], to: "/hub/workflows", as: person).status == 403)
        }
    }

    @Test func aTemplateIsCheckedAndFilledForAShare() async throws {
        let site = try TestSite(register: TestSite.register)
        let template = try Self.templates("Templates/agreements/process-mou.xhtml")
        func send(_ text: String, _ step: String, share: String = "DWP-DS-00001") async throws -> TestSite.Reply {
            try await Self.send(
                site,
                [
                    ("name=\"sent\"; filename=\"process-mou.xhtml\"", text), ("name=\"share\"", share),
                    ("name=\"format\"", "html"), ("name=\"step\"", step),
                ], to: "/hub/templates")
        }
        let sound = try await send(template, "check")
        #expect(sound.status == 200)
        #expect(sound.body.contains("It is sound"))
        #expect(sound.body.contains("What the share does not say yet"))
        let document = try await send(template.replacing("</body>", with: "<p>Words of a trial</p></body>"), "document")
        #expect(document.status == 200)
        #expect(document.headers["content-disposition"] == "attachment; filename=\"tried.html\"")
        #expect(document.body.contains("Words of a trial"))
        #expect(document.body.contains("Leeds City Council"))
        // Whoever takes a document away is on record, whoever only looks for gaps is not.
        #expect(
            try site.office.readings(EventSearch(), limit: 9, as: PersonID("hub")).map(\.what)
                == ["the document process-mou, tried out (HTML)"])
        let broken = try await send(template.replacing("</body>", with: "<p></body>"), "check")
        #expect(broken.status == 422)
        #expect(broken.body.contains("It cannot be used"))
        #expect(broken.body.contains("process-mou.xhtml"))
        // A file that no template is read from is not called sound.
        let other = try await Self.send(
            site,
            [
                ("name=\"sent\"; filename=\"process-mou.html\"", template), ("name=\"share\"", "DWP-DS-00001"),
                ("name=\"template\"", "process-mou"), ("name=\"step\"", "check"),
            ], to: "/hub/templates")
        #expect(other.status == 422)
        #expect(other.body.contains("the name of a template ends in .xhtml"))
        let nowhere = try await send(template, "check", share: "NONE")
        #expect(nowhere.status == 422 && nowhere.body.contains("There is no share of that reference."))
        #expect(try await Self.send(site, [], to: "/hub/templates", as: "owner").status == 403)
        // Nothing of the trial is left.
        #expect(
            try await !site.office.document(
                ShareReference("DWP-DS-00001"), template: "process-mou", format: .html
            ).bytes.contains(Array("Words of a trial".utf8)))
    }

    @Test func workIsHandedOverOnceItWasLookedAt() async throws {
        let site = try TestSite(register: TestSite.register)
        _ = try site.office.act(
            on: ShareReference("DWP-DS-00001"), Order("appoint-owner", fields: ["owner": "owner"]), as: PersonID("hub"))
        try site.office.keep(
            Person(id: PersonID("next"), name: "Next owner", roles: ["data-owner"], organisation: "DWP"))
        let fields = [("from", "owner"), ("to", "next"), ("reason", "New post"), ("leaving", "2026-05-31")]
        let before = try await site.post("/hub/hand-over", fields + [("step", "preview")], as: "hub")
        #expect(before.status == 200)
        #expect(before.body.contains("1 share would go from Data owner to Next owner."))
        #expect(try site.office.show(ShareReference("DWP-DS-00001")).share.owner?.person == PersonID("owner"))
        let after = try await site.post("/hub/hand-over", fields + [("step", "confirm")], as: "hub")
        #expect(after.body.contains("1 share went from Data owner to Next owner."))
        #expect(try site.office.show(ShareReference("DWP-DS-00001")).share.owner?.person == PersonID("next"))
        #expect(try site.office.currentRoster().departures[PersonID("owner")] == Day(iso: "2026-05-31"))
        let wrong = try await site.post(
            "/hub/hand-over", [("from", "next"), ("to", "next"), ("reason", ""), ("step", "confirm")], as: "hub")
        #expect(wrong.status == 422)
        for says in ["Nobody hands over to themself.", "Reason is missing"] { #expect(wrong.body.contains(says)) }
        #expect(try await site.post("/hub/hand-over", fields, as: "owner").status == 403)
    }

    @Test func theReferenceDataIsReadAndSearched() async throws {
        let site = try TestSite.ordinary
        let all = try await site.get("/hub/reference").body
        #expect(all.contains("Gateways: the legal powers to disclose"))
        let gateways = try await site.get("/hub/reference?file=gateways&text=welfare+reform").body
        #expect(gateways.contains("<code>Templates/reference/gateways.json</code>"))
        #expect(gateways.contains("Welfare Reform Act 2012"))
        #expect(!gateways.contains("Digital Economy Act 2017 s.35"))
        let found = try await site.get("/hub/reference?text=national+insurance+number").body
        #expect(found.contains("<code>national-insurance-number</code>"))
        let none = try await site.get("/hub/reference?text=%3Cscript%3E").body
        #expect(none.contains("0 values with “&lt;script&gt;”."))
    }
}
