import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web

/// What people keep for themselves on their pages, their programs keep: views, absences, keys.
struct APISettingsTests {
    private static func program(_ person: String = "hub") throws -> APIProgram {
        APIProgram(site: try TestSite(register: TestSite.register), person: person)
    }

    @Test func aViewIsKeptChangedAndForgotten() async throws {
        let program = try Self.program("owner")
        let added = try await program.post("views", #"{"name": "Live ones", "query": "stage=live&after=X"}"#)
        #expect(added.status == 201 && added.headers["location"] == "/api/views/Live%20ones")
        // The same shares from their first page.
        #expect(added.json["query"] == "stage=live")
        #expect(try await program.post("views", #"{"name": "Live ones", "query": ""}"#).status == 409)
        let wrong = try await program.post("views", #"{"name": "x", "query": "stage=flying"}"#)
        #expect(wrong.status == 422 && wrong.why == ["query"])
        let seen = try await program.get("views/Live%20ones")
        #expect(seen.tag == added.tag)
        let changed = try await program.put("views/Live%20ones", #"{"query": "risk=high"}"#, tag: seen.tag)
        #expect(changed.status == 200)
        #expect(try await program.delete("views/Live%20ones", tag: seen.tag).status == 412)
        #expect(try await program.delete("views/Live%20ones").status == 428)
        #expect(try await program.delete("views/Live%20ones", tag: "*").status == 204)
        #expect(try await program.get("views").json["views"] == [])
    }

    @Test func somebodyActsForAnotherUntilItIsEnded() async throws {
        let program = try Self.program("owner")
        let body = #"""
            {"delegate": "requester", "roles": ["data-owner"], "first": "2026-05-01", "last": "2026-05-10", "reason": "Leave"}
            """#
        let made = try await program.post("away", body)
        #expect(made.status == 201 && made.json["principal"] == "owner" && made.json["number"] == 1)
        let seen = try await program.get("away/1")
        #expect(seen.tag == made.tag)
        // Whom it does not concern learns nothing of it.
        #expect(try await APIProgram(site: program.site, person: "leeds").get("away/1").status == 404)
        #expect(try await program.delete("away/1", tag: seen.tag).status == 204)
        #expect(try await program.get("away").json["delegations"] == [])
        let wrong = try await program.post(
            "away", body.replacing("requester", with: "owner").replacing("Leave", with: " "))
        #expect(wrong.status == 422 && wrong.why.contains("reason-missing"))
    }

    @Test func aKeyIsMadeBySomebodySignedInAndByNoKey() async throws {
        let program = try Self.program("owner")
        let body =
            #"{"name": "Nightly", "person": "owner", "scopes": ["settings:write", "settings:read"], "last": "2026-12-31"}"#
        let made = try await program.post("keys", body)
        #expect(made.status == 201 && made.headers["location"] == "/api/keys/1")
        let secret = try #require(made.json["secret"]?.string)
        let bearing: HTTPFields = [
            .authorization: "Bearer " + secret, .contentType: "application/json", .ifMatch: "*",
        ]
        let another = try await program.site.send(
            "/api/keys", .post, headers: bearing, body: ByteBuffer(string: body), as: nil)
        #expect(another.status == 403 && another.body.contains("No key makes another"))
        #expect(try program.site.office.apiKeys(as: PersonID("hub")).count == 1)
        let seen = try await program.get("keys/1")
        #expect(seen.json["good"] == true && !seen.body.contains(secret))
        // That a key was used is no change of it.
        #expect(try await program.get("keys/1").tag == seen.tag)
        #expect(try await program.delete("keys/1", tag: seen.tag).status == 204)
        #expect(try await program.site.get("/api/shares", headers: bearing, as: nil).status == 401)
        #expect(try await program.delete("keys/1", tag: "*").status == 422)
        #expect(try await program.delete("keys/9", tag: "*").status == 404)
        let wrong = try await program.post(
            "keys", #"{"name": "x", "person": "owner", "scopes": ["everything"], "last": "2026-12-31"}"#)
        #expect(wrong.status == 400)
    }

    @Test func webhooksAreKeptByTheHubAndByWhomTheyTell() async throws {
        let hub = try Self.program()
        let body = #"{"partner": "Leeds City Council", "address": "https://data.example/told"}"#
        let made = try await hub.post("webhooks", body)
        #expect(made.status == 201 && made.headers["location"] == "/api/webhooks/1")
        #expect(try await hub.post("webhooks", body).status == 422)
        #expect(try await hub.post("webhooks", #"{"partner": "Leeds", "address": "ftp://x"}"#).status == 422)
        #expect(try await hub.post("webhooks", #"{"address": "https://127.0.0.1/x"}"#).status == 422)
        #expect(try await hub.post("webhooks/1/retries", "{}", tag: "*").status == 422)
        // All that is wrong at once, each at its field; a name that is nowhere too.
        let wrong = try await hub.post("webhooks", #"{"partner": "Nowhere", "address": "https://nowhere.invalid/x"}"#)
        #expect(wrong.status == 422 && wrong.why == ["partner", "address"])
        #expect(try await hub.get("webhooks/7/attempts").status == 404)
        #expect(try await APIProgram(site: hub.site, person: "stranger").get("webhooks/1").status == 404)
        let leeds = APIProgram(site: hub.site, person: "leeds")
        #expect(try await leeds.post("webhooks/1/holds", "{}").status == 428)
        let held = try await leeds.post("webhooks/1/holds", "{}", tag: made.tag)
        #expect(held.status == 200 && held.json["held"] == true)
        #expect(try await leeds.post("webhooks/1/holds", "{}", tag: made.tag).status == 412)
        #expect(try await leeds.post("webhooks/1/holds", "{}", tag: held.tag).status == 422)
        #expect(try await leeds.post("webhooks/1/retries", "{}", tag: "*").json["held"] == false)
        #expect(try await leeds.post("webhooks", #"{"address": "https://data.example/b"}"#).status == 201)
        let others = #"{"partner": "HMRC", "address": "https://data.example/c"}"#
        #expect(try await leeds.post("webhooks", others).status == 403)
        #expect(try await hub.delete("webhooks/2", tag: "*").status == 204)
        #expect(try await hub.delete("webhooks/1", tag: "\"x\"").status == 412)
        #expect(try await hub.delete("webhooks/1", tag: hub.get("webhooks/1").tag).status == 204)
        #expect(try await hub.get("webhooks").json["webhooks"] == [])
    }
}
