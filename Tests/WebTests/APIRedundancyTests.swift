import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web
import Workflows

/// Programs see what the board sees of redundant shares, and decide as it does: about what they saw, and once.
struct APIRedundancyTests {
    private static func site() throws -> TestSite { try TestSite(register: TestSite.twins) }

    private static func json(_ reply: TestSite.Reply) throws -> JSONValue { try JSONValue(parsing: reply.body) }

    private static func send(
        _ site: TestSite, _ address: String, _ body: String, tag: String? = nil, key: String? = nil,
        as person: String = "hub"
    ) async throws -> TestSite.Reply {
        var headers: HTTPFields = [.contentType: "application/json"]
        headers[.ifMatch] = tag
        if let name = HTTPFields.Element.Name("Idempotency-Key") { headers[name] = key }
        return try await site.send(address, .post, headers: headers, body: ByteBuffer(string: body), as: person)
    }

    private static func group(_ site: TestSite) async throws -> (address: String, tag: String) {
        let listed = try json(try await site.get("/api/redundancy"))
        #expect(try JSONSchema(APISchema.groups.schema).faults(in: listed).isEmpty && listed["pairsWaiting"] == 0)
        let groups = listed["groups"]?.array
        let reference = try #require(groups?.first?["reference"]?.string)
        let address = "/api/redundancy/" + reference
        let reply = try await site.get(address)
        #expect(reply.status == 200)
        #expect(try JSONSchema(APISchema.group.schema).faults(in: json(reply)).isEmpty)
        return (address, try #require(reply.headers["etag"]))
    }

    @Test func aGroupIsDecidedOnceAsItWasSeen() async throws {
        let site = try Self.site()
        let (address, tag) = try await Self.group(site)
        let keep = #"{"verdict": "keep", "reason": "Both are needed"}"#
        #expect(try await Self.send(site, address + "/decision", keep).status == 428)
        #expect(try await Self.send(site, address + "/decision", keep, tag: "\"0\"").status == 412)
        #expect(try await Self.send(site, address + "/decision", keep, tag: "W/" + tag).status == 412)
        #expect(try await Self.send(site, address + "/decision", keep, tag: tag, as: "leeds").status == 403)
        let before = try site.office.redundancyDecisions().count
        let decided = try await Self.send(site, address + "/decision", keep, tag: tag, key: "k-1")
        #expect(decided.status == 201 && decided.headers["location"] == "/api/decisions/1")
        #expect(try JSONSchema(APISchema.decision.schema).faults(in: Self.json(decided)).isEmpty)
        #expect(try Self.json(decided)["verdict"] == "keep" && Self.json(decided)["reason"] == "Both are needed")
        // Sent again it is not decided again, and the group is decided on for anybody else.
        let again = try await Self.send(site, address + "/decision", keep, tag: tag, key: "k-1")
        #expect(again.status == 201 && again.body == decided.body)
        #expect(try await Self.send(site, address + "/decision", keep, tag: tag, key: "k-2").status == 404)
        let other = try await Self.send(
            site, address + "/decision", #"{"verdict": "keep", "reason": "x"}"#, tag: tag, key: "k-1")
        #expect(other.status == 422 && other.body.contains("was used for another request"))
        #expect(try site.office.redundancyDecisions().count == before + 1)
        let decisions = try await site.get("/api/decisions?limit=1")
        #expect(try JSONSchema(APISchema.decisions.schema).faults(in: Self.json(decisions)).isEmpty)
        #expect(try Self.json(decisions)["decisions"]?[0]?["number"] == 1)
        #expect(try await site.get("/api/decisions/1").status == 200)
        #expect(try await site.get("/api/decisions/1", as: "stranger").status == 404)
    }

    @Test func whatADecisionComesToIsToldWithoutTakingIt() async throws {
        let site = try Self.site()
        let (address, _) = try await Self.group(site)
        let reply = try await Self.send(
            site, address + "/preview",
            #"{"verdict": "consolidate", "reason": "One is enough", "survivor": "TWIN-2", "insist": true}"#)
        #expect(reply.status == 200)
        let outcome = try Self.json(reply)
        #expect(try JSONSchema(APISchema.outcome.schema).faults(in: outcome).isEmpty)
        let parts = outcome["shares"]?.array?.compactMap { $0["part"]?.string }
        #expect(parts == ["superseded", "survivor"])
        #expect(try site.office.redundancyDecisions().isEmpty)
    }

    @Test func aGroupThatHasChangedIsNotDecidedOn() async throws {
        let site = try Self.site()
        let (address, tag) = try await Self.group(site)
        _ = try site.office.act(
            on: ShareReference("TWIN-1"), Order("appoint-owner", machine: .proposal, fields: ["owner": "owner"]),
            as: PersonID("hub"))
        let reply = try await Self.send(
            site, address + "/decision", #"{"verdict": "keep", "reason": "Both are needed"}"#, tag: tag)
        #expect(reply.status == 412)
        #expect(try site.office.redundancyDecisions().isEmpty)
    }

    @Test(
        arguments: [
            (#"{"verdict": "burn", "reason": "x", "more": 1}"#, 400), (#"{"reason": "x"}"#, 400),
            (#"{"verdict": "keep", "reason": ""}"#, 422),
            (#"{"verdict": "keep", "reason": "x", "on": "2026-02-31"}"#, 422),
            (#"{"verdict": "keep", "reason": "x", "on": "tomorrow"}"#, 400),
            (#"{"verdict": "consolidate", "reason": "x", "survivor": "OTHER"}"#, 422),
        ] as [(String, Int)])
    func whatIsWrongWithADecisionIsSaid(body: String, status: Int) async throws {
        let site = try Self.site()
        let (address, tag) = try await Self.group(site)
        let reply = try await Self.send(site, address + "/decision", body, tag: tag)
        #expect(reply.status == status)
        let problem = try Self.json(reply)
        #expect(try JSONSchema(APISchema.problem.schema).faults(in: problem).isEmpty)
        #expect((problem["findings"]?.array ?? problem["reasons"]?.array)?.isEmpty == false)
        #expect(try site.office.redundancyDecisions().isEmpty)
    }
}
