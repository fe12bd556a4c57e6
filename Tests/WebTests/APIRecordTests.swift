import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web
import Workflows

/// Programs read the record as a whole, and what was said and agreed of one share, as the pages let the same person.
struct APIRecordTests {
    private static func program(_ person: String = "hub") throws -> APIProgram {
        APIProgram(site: try TestSite(register: TestSite.register), person: person)
    }

    @Test func theRecordIsReadPageByPageAndVerified() async throws {
        let hub = try Self.program()
        var address: String? = "audit?limit=3&share=DWP-DS-00001"
        #expect(try await hub.get(address ?? "").json["events"]?.array?.count == 1)
        address = "audit?limit=3"
        var positions: [Int] = []
        while let next = address {
            let page = try await hub.get(next)
            positions += (page.json["events"]?.array ?? []).compactMap { $0["position"]?.int }
            address = page.json["next"]?.string.map { String($0.dropFirst("/api/".count)) }
        }
        #expect(positions.count > 3 && positions == Array((1...positions.count).reversed()))
        let verified = try await hub.get("audit/verification")
        #expect(verified.json["whole"] == true && verified.json["events"] == .number(positions.count))
        let evidence = try await hub.send(.get, "audit/evidence.zip")
        #expect(evidence.status == 200 && evidence.body.hasPrefix("PK"))
        #expect(try await hub.get("audit?from=2026-13-01&until=x").why == ["from", "until"])
    }

    @Test func whoTookADocumentIsRead() async throws {
        let hub = try Self.program()
        let listed = try await hub.get("shares/DWP-DS-00001/documents")
        let name = try #require(listed.json["documents"]?[0]?["name"]?.string)
        let taken = try await hub.get("shares/DWP-DS-00001/documents/\(name)?form=html")
        #expect(taken.status == 200 && taken.headers["content-type"] == "text/html; charset=utf-8")
        let readings = try await hub.get("audit/readings")
        #expect(readings.json["readings"]?[0]?["what"] == .string("the document \(name) (HTML)"))
        #expect(try await hub.get("shares/DWP-DS-00001/documents/nothing").status == 404)
        #expect(try await hub.get("shares/DWP-DS-00001/documents/\(name)?form=pdf").why == ["form"])
        #expect(try await hub.get("shares/DWP-DS-00001/agreements/1").status == 404)
        let stranger = APIProgram(site: hub.site, person: "stranger")
        for address in ["documents", "documents/\(name)", "agreements/1", "versions", "related"] {
            #expect(try await stranger.get("shares/DWP-DS-00001/" + address).status == 404, "\(address)")
        }
    }

    @Test func whoReadIsToldPageByPage() async throws {
        let hub = try Self.program()
        for _ in 1...5 { _ = try await hub.get("shares/DWP-DS-00001/contacts") }
        var address: String? = "audit/readings?limit=2&share=DWP-DS-00001"
        var numbers: [[Int]] = []
        while let next = address {
            let page = try await hub.get(next)
            numbers.append((page.json["readings"]?.array ?? []).compactMap { $0["number"]?.int })
            address = page.json["next"]?.string.map { String($0.dropFirst("/api/".count)) }
        }
        #expect(numbers == [[5, 4], [3, 2], [1]])
        for _ in 1...47 { _ = try await hub.get("shares/DWP-DS-00001/contacts") }
        let page = try await hub.site.get("/audit?share=DWP-DS-00001").body
        #expect(page.contains("href=\"/audit?share=DWP-DS-00001&amp;read-before=3\">Older readings</a>"))
        let older = try await hub.site.get("/audit?share=DWP-DS-00001&read-before=3").body
        #expect(older.contains("the contact details") && !older.contains("Older readings"))
    }

    @Test func listsOfWhatIsNumberedAreReadPageByPage() async throws {
        let hub = try Self.program()
        for owner in ["owner", "hub"] {
            _ = try await hub.post(
                "shares/DWP-DS-00001/act/proposal/appoint-owner", "{\"fields\": {\"owner\": \"\(owner)\"}}", tag: "*")
        }
        for number in 1...3 {
            _ = try await hub.post(
                "webhooks", "{\"partner\": \"HMRC\", \"address\": \"https://data.example/\(number)\"}")
            _ = try await hub.post(
                "keys", #"{"name": "x", "person": "hub", "scopes": ["shares:read"], "last": "2026-12-31"}"#)
        }
        for (address, name, number) in [
            ("shares/DWP-DS-00001/history", "events", "version"), ("webhooks", "webhooks", "number"),
            ("keys", "keys", "number"),
        ] {
            let first = try await hub.get(address + "?limit=1")
            #expect(first.json[name]?.array?.map { $0[number] } == [1], "\(address)")
            #expect(first.json["next"] == .string("/api/\(address)?limit=1&after=1"))
            let rest = try await hub.get(address + "?limit=9&after=1")
            let count = try await hub.get(address).json[name]?.array?.count
            #expect(rest.json[name]?.array?.count == count.map { $0 - 1 } && rest.json["next"] == nil)
        }
    }

    @Test func twoVersionsAreCompared() async throws {
        let hub = try Self.program()
        _ = try await hub.post(
            "shares/DWP-DS-00001/act/proposal/appoint-owner", #"{"fields": {"owner": "owner"}}"#, tag: "*")
        let versions = try await hub.get("shares/DWP-DS-00001/versions")
        #expect(versions.json["latest"] == 2 && versions.json["versions"]?.array?.count == 2)
        #expect(versions.json["difference"] == nil)
        let compared = try await hub.get("shares/DWP-DS-00001/versions?from=1&to=2")
        #expect(compared.json["difference"]?["events"]?[0]?["version"] == 2)
        #expect(try await hub.get("shares/DWP-DS-00001/versions?from=0&to=x").why == ["from", "to"])
        // A party outside the department sees what was agreed, and no versions.
        #expect(
            try await APIProgram(site: hub.site, person: "leeds").get("shares/DWP-DS-00001/versions").status == 403)
    }

    @Test func whatIsLikeAShareIsTold() async throws {
        let site = try TestSite(register: TestSite.twins)
        let hub = APIProgram(site: site)
        let related = try await hub.get("shares/TWIN-1/related")
        #expect(related.json["redundant"]?.array?.count == 1 && related.json["decisions"] == [])
        #expect(try await APIProgram(site: site, person: "leeds").get("shares/TWIN-1/related").status == 403)
    }

    @Test func certificatesAreTold() async throws {
        let program = try Self.program("leeds")
        #expect(try await program.get("certificates").json["signing"]?.array?.count == 1)
        #expect(try await program.get("certificates.pem").status == 200)
    }
}
