import Casework
import Ledger
import Shares
import Testing
import Web

/// The record is looked into by the hub and by auditors, and by nobody else.
struct AuditPageTests {
    @Test func theRecordIsSearchedByShareAndDay() async throws {
        let site = try TestSite.ordinary
        let all = try await site.get("/audit", as: "hub")
        #expect(all.status == 200)
        #expect(all.body.contains("<h1>Audit</h1>"))
        let one = try await site.get("/audit?share=DWP-DS-00001", as: "hub").body
        #expect(one.contains("loaded it from register.csv as live"))
        #expect(one.contains(">DWP-DS-00001</a>") && !one.contains("DWP-DS-00003</a>"))
        let none = try await site.get("/audit?share=DWP-DS-00001&until=2020-01-01", as: "hub").body
        #expect(none.contains("Nothing in the record answers to that."))
        #expect(try await site.get("/audit?share=dwp-ds-00001", as: "hub").body.contains(">DWP-DS-00001</a>"))
        let missing = try await site.get("/audit?share=nosuch", as: "hub")
        #expect(missing.status == 400 && missing.body.contains("<a href=\"#share\">There is no share “nosuch”.</a>"))
        #expect(!missing.body.contains("Take the evidence about") && !missing.body.contains("Nothing in the record"))
        let turned = try await site.get("/audit?from=2026-05-02&until=2026-05-01", as: "hub")
        #expect(turned.status == 400)
        #expect(turned.body.contains("<a href=\"#until\">Until: enter a day that is not before 2 May 2026.</a>"))
        let wrong = try await site.get("/audit?from=yesterday", as: "hub")
        #expect(wrong.status == 400)
        #expect(wrong.body.contains("From: enter a day as year-month-day"))
    }

    @Test(arguments: ["leeds", "owner", "requester"])
    func nobodyElseLooksIntoTheWholeRecord(person: String) async throws {
        let site = try TestSite.ordinary
        for address in ["/audit", "/audit/evidence.zip", "/audit?share=DWP-DS-00001"] {
            let reply = try await site.get(address, as: person)
            #expect(reply.status == 403)
            #expect(reply.body.contains("Only the hub and auditors look into the whole record; \(person) is neither."))
            #expect(!reply.body.contains("Housing Benefit"))
        }
        #expect(try await site.post("/audit", [], as: person).status == 403)
        #expect(try await !site.get("/", as: person).body.contains("href=\"/audit\""))
        #expect(try await site.get("/", as: "hub").body.contains("href=\"/audit\""))
    }

    @Test func theRecordIsVerifiedAndTakenAway() async throws {
        let site = try TestSite.ordinary
        let verified = try await site.post("/audit", [], as: "hub")
        #expect(verified.status == 200)
        #expect(verified.body.contains("The record is whole"))
        let head = try site.office.verifyAudit().position.head.hexadecimal
        #expect(verified.body.contains("<code>\(head)</code>"))
        let pack = try await site.get("/audit/evidence.zip?share=DWP-DS-00001", as: "hub")
        #expect(pack.headers["content-type"] == "application/zip")
        #expect(pack.headers["content-disposition"] == "attachment; filename=\"evidence.zip\"")
    }

    @Test func statesAreCountedAsThePersonMaySee() async throws {
        let site = try TestSite.ordinary
        let hub = try await site.get("/workflows", as: "hub").body
        #expect(hub.contains("href=\"/shares?where=proposal%3Dinherited\">3</a>"))
        #expect(hub.contains(">Inherited (3)<"))
        let partner = try await site.get("/workflows", as: "leeds").body
        #expect(partner.contains("href=\"/shares?where=proposal%3Dinherited\">1</a>"))
    }
}
