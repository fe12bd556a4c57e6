import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web

/// What the hub does on its pages, a program of the hub does; a program of anybody else does not.
struct APIOfficeTests {
    private static func hub() throws -> APIProgram { APIProgram(site: try TestSite(register: TestSite.register)) }

    @Test func peopleAreAddedChangedAppointedAndLeave() async throws {
        let hub = try Self.hub()
        let body = #"{"id": "ada", "name": "Ada Example", "roles": ["data-owner"], "organisation": "DWP"}"#
        let added = try await hub.post("people", body)
        #expect(added.status == 201 && added.headers["location"] == "/api/people/ada")
        #expect(try await hub.post("people", body).status == 409)
        let seen = try await hub.get("people/ada")
        #expect(seen.tag == added.tag && seen.json["name"] == "Ada Example")
        let change = #"{"name": "Ada B. Example", "roles": ["data-owner", "board"], "organisation": "DWP"}"#
        #expect(try await hub.put("people/ada", change).status == 428)
        #expect(try await hub.put("people/ada", change, tag: "\"x\"").status == 412)
        let changed = try await hub.put("people/ada", change, tag: seen.tag)
        #expect(changed.status == 200 && changed.json["name"] == "Ada B. Example")
        #expect(try await hub.put("people/ada", change, tag: seen.tag).status == 412)
        let appointment = #"{"post": "data-owner", "first": "2026-04-01", "letter": "File 7"}"#
        let appointed = try await hub.post("people/ada/appointments", appointment, tag: changed.tag)
        #expect(appointed.status == 200 && appointed.json["appointments"]?[0]?["letter"] == "File 7")
        let left = try await hub.put("people/ada/departure", #"{"last": "2026-06-30"}"#, tag: appointed.tag)
        #expect(left.status == 200 && left.json["leaves"] == "2026-06-30")
        #expect(try hub.site.office.currentRoster()[PersonID("ada")]?.name == "Ada B. Example")
        #expect(try await hub.get("people/nobody").status == 404)
        let page = try await hub.get("people?limit=2")
        #expect(page.json["people"]?.array?.count == 2 && page.json["next"] == "/api/people?limit=2&after=hub")
    }

    @Test func allThatIsWrongWithSomebodyIsSaidAtOnce() async throws {
        let hub = try Self.hub()
        let told = try await hub.post(
            "people", #"{"id": "A B", "name": " ", "roles": ["king"], "organisation": "Nowhere"}"#)
        #expect(told.status == 422 && told.why == ["id", "name", "role", "organisation"])
        #expect(try await hub.post("people", #"{"id": 1, "colour": "red"}"#).status == 400)
    }

    @Test func workIsHandedOverOnceItIsNotOnlyLookedAt() async throws {
        let hub = try Self.hub()
        _ = try await hub.post(
            "people", #"{"id": "ada", "name": "Ada Example", "roles": ["data-owner"], "organisation": "DWP"}"#)
        _ = try await hub.post(
            "shares/DWP-DS-00001/act/proposal/appoint-owner", #"{"fields": {"owner": "owner"}}"#, tag: "*")
        let body = #""from": "owner", "to": "ada", "reason": "Leaves the department""#
        let looked = try await hub.post("hand-overs", "{\(body), \"preview\": true}")
        #expect(looked.status == 200 && looked.json["done"] == false)
        #expect(looked.json["given"]?[0]?["reference"] == "DWP-DS-00001")
        #expect(
            try hub.site.office.show(ShareReference("DWP-DS-00001")).share.owner?.person == PersonID("owner"))
        let wrong = try await hub.post("hand-overs", #"{"from": "owner", "to": "owner", "reason": ""}"#)
        #expect(wrong.status == 422 && wrong.why.isSuperset(of: ["to-oneself", "reason-missing"]))
    }

    @Test func aRegisterIsTriedOutUnlessItIsToBeLoaded() async throws {
        let hub = try Self.hub()
        let tried = try await hub.send(.post, "imports", TestSite.twins, type: "text/csv")
        #expect(tried.status == 200 && tried.json["loaded"] == false && tried.json["registered"] == 2)
        #expect(try await hub.get("shares/TWIN-1").status == 404)
        let loaded = try await hub.send(.post, "imports?load=true", TestSite.twins, type: "text/csv")
        #expect(loaded.status == 200 && loaded.json["loaded"] == true)
        #expect(try await hub.get("shares/TWIN-1").status == 200)
        let again = try await hub.post(
            "imports?load=true", JSONValue.object(["register": .string(TestSite.twins)]).compact)
        #expect(again.json["unchanged"] == 2 && again.json["registered"] == 0)
        let wrong = try await hub.send(
            .post, "imports?load=true", "reference,title,provider\n,x,\n", type: "text/csv")
        #expect(wrong.status == 422 && wrong.json["findings"]?.array?.isEmpty == false)
    }

    @Test func whatIsTriedOutIsNotKept() async throws {
        let hub = try Self.hub()
        let workflow = try await hub.post("trials/workflow", #"{"name": "proposal.json", "text": "{}"}"#)
        #expect(workflow.status == 200 && workflow.json["sound"] == false)
        #expect(workflow.json["faults"]?.array?.isEmpty == false)
        let template = try await hub.post(
            "trials/template",
            #"{"name": "dsa.xhtml", "text": "<html><p></html>", "template": "dsa", "share": "DWP-DS-00001"}"#)
        #expect(template.status == 200 && template.json["sound"] == false)
        // The document itself, or why there is none.
        let body = #"{"template": "data-sharing-agreement", "share": "DWP-DS-00001"}"#
        let checked = try await hub.post("trials/template", body)
        #expect(checked.json["sound"] == true && checked.json["missing"]?.array?.isEmpty == false)
        let document = try await hub.post("trials/template?form=html", body)
        #expect(document.status == 200 && document.headers["content-type"] == "text/html; charset=utf-8")
        #expect(document.body.contains("Housing Benefit earnings check"))
        #expect(document.headers["content-disposition"] == "attachment; filename=\"tried.html\"")
        let odt = try await hub.post("trials/template?form=odt", body)
        #expect(odt.status == 200 && odt.body.hasPrefix("PK"))
        let broken = try await hub.post(
            "trials/template?form=odt",
            #"{"name": "dsa.xhtml", "text": "<html><p></html>", "template": "dsa", "share": "DWP-DS-00001"}"#)
        #expect(broken.status == 422 && broken.json["findings"]?.array?.isEmpty == false)
        #expect(try await hub.post("trials/template?form=pdf", body).why == ["form"])
        let nothing = try await hub.post("trials/template", #"{"share": "DWP-DS-00001"}"#)
        #expect(nothing.status == 422 && nothing.why == ["template"])
    }

    @Test func theRulesAreReadAsTheyRun() async throws {
        let hub = try Self.hub()
        let workflows = try await hub.get("workflows")
        #expect(workflows.json["workflows"]?.array?.count == 5)
        let files = try await hub.get("reference")
        let name = try #require(files.json["files"]?[0]?["name"]?.string)
        let file = try await hub.get("reference/\(name)?limit=1")
        #expect(file.json["entries"]?.array?.count == 1)
        let next = try #require(file.json["next"]?.string)
        let second = try await hub.get(String(next.dropFirst("/api/".count)))
        #expect(second.json["entries"]?[0] != file.json["entries"]?[0])
        #expect(try await hub.get("reference/nothing").status == 404)
        let owners = files.json["files"]?.array?.compactMap { $0["owner"]?["name"]?.string } ?? []
        #expect(owners.count == 21 && Set(owners).isSuperset(of: ["Hub", "Legal adviser", "DPO"]))
        #expect(try await hub.get("outbox").json["held"] == 0)
        #expect(try await hub.post("outbox/retries", "{}").status == 422)
    }

    @Test func theStatesOfAFileAreReadAPageAtATime() async throws {
        let hub = try Self.hub()
        let states = try await hub.get("reference/channels/states")
        #expect(states.status == 200 && states.json["states"]?.array?.count == 1 && states.json["next"] == nil)
        let state = try #require(states.json["states"]?[0])
        #expect(state["present"] == true && state["occasion"] == "act" && state["changes"] == nil)
        let file = try await hub.get("reference/channels?limit=1")
        #expect(state["digest"] == file.json["digest"])
        let number = try #require(state["number"]?.int)
        let was = try await hub.get("reference/channels/states/\(number)?limit=1")
        #expect(was.json["entries"] == file.json["entries"] && was.json["until"] == nil)
        let next = try #require(was.json["next"]?.string)
        #expect(next == "/api/reference/channels/states/\(number)?limit=1&after=1")
        #expect(try await hub.get("reference/channels/states?before=\(number)").json["states"] == [])
        for address in ["reference/nothing/states", "reference/spokes/states/\(number)", "reference/channels/states/x"]
        {
            #expect(try await hub.get(address).status == 404, "\(address)")
        }
    }

    @Test(arguments: ["owner", "requester", "leeds"])
    func nobodyElseDoesWhatTheHubDoes(person: String) async throws {
        let site = try TestSite(register: TestSite.register)
        let program = APIProgram(site: site, person: person)
        for address in [
            "people", "people/hub", "outbox", "reference", "reference/channels/states", "audit", "audit/verification",
        ] {
            #expect(try await program.get(address).status == 403, "\(address)")
        }
        #expect(try await program.send(.post, "imports?load=true", TestSite.twins, type: "text/csv").status == 403)
        let body = #"{"id": "ada", "name": "Ada", "roles": ["hub"], "organisation": "DWP"}"#
        #expect(try await program.post("people", body).status == 403)
        #expect(
            try await program.post("hand-overs", #"{"from": "hub", "to": "owner", "reason": "x"}"#).status == 403)
        #expect(try site.office.currentRoster()[PersonID("ada")] == nil)
    }
}
