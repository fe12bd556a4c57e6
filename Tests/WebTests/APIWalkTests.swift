import Casework
import Hummingbird
import JSONValues
import Shares
import Testing
import Web

/// Every address for programs, asked by everybody: each answer is one that the served description lists, in its shape.
struct APIWalkTests {
    /// Made once, with something to be found at most addresses.
    private struct Walk {
        let site: TestSite
        let description: JSONValue

        init() async throws {
            site = try TestSite(register: TestSite.register)
            try site.importing(TestSite.twins)
            try site.issue()
            _ = try site.office.addWebhook(of: "Leeds City Council", to: "https://data.example/x", as: PersonID("hub"))
            description = try JSONValue(parsing: try await site.get("/api/openapi.json", as: nil).body)
        }
    }

    private static let walk = Task { try await Walk() }
    /// Where something may be done.
    private static let changed = Task { try await Walk() }

    private static let everybody: [String?] = [nil] + TestSite.people.map(\.id.rawValue)

    /// What is not as the description says, a line each.
    private static func faults(
        in reply: TestSite.Reply, of route: APIRoute, as person: String?, _ description: JSONValue
    ) throws -> [String] {
        let who = "\(route) as \(person ?? "nobody"): \(reply.status)"
        let operation = description["paths"]?[route.path]?[route.method.rawValue.lowercased()]
        guard let answer = operation?["responses"]?[String(reply.status)] else { return ["\(who) is not described"] }
        let type = reply.headers["content-type"] ?? ""
        let content = answer["content"]?.object ?? [:]
        if reply.body.isEmpty, content.isEmpty { return [] }
        guard let form = content[type] else { return ["\(who) is \(type), which is not described"] }
        guard let name = form["schema"]?["$ref"]?.string?.split(separator: "/").last else { return [] }
        guard let schema = description["components"]?["schemas"]?[String(name)] else { return ["\(who): no \(name)"] }
        return try JSONSchema(schema).faults(in: JSONValue(parsing: reply.body)).map { "\(who): \($0)" }
    }

    @Test(arguments: APIRoute.all.filter { !$0.isChange })
    func everybodyIsToldWhatTheDescriptionSays(route: APIRoute) async throws {
        let walk = try await Self.walk.value
        for person in Self.everybody {
            let reply = try await walk.site.get(route.example, as: person)
            #expect(try Self.faults(in: reply, of: route, as: person, walk.description) == [])
            // Nobody learns of it but who is there, and a program of what it holds.
            if person == nil, route.scope != nil { #expect(reply.status == 401) }
            // Others read meanwhile, which the record says.
            let movesOn = ["listReadings", "getEvidence"].contains(route.operation)
            if let tag = reply.headers["etag"], reply.status == 200, !movesOn {
                let again = try await walk.site.get(route.example, headers: [.ifNoneMatch: tag], as: person)
                #expect(again.status == 304 && again.body.isEmpty, "\(route) as \(person ?? "nobody")")
            }
        }
    }

    @Test(arguments: APIRoute.all.filter(\.isChange))
    func whatIsSentWithoutSenseIsRefusedAsTheDescriptionSays(route: APIRoute) async throws {
        let walk = try await Self.changed.value
        for person in Self.everybody {
            for (type, body) in [
                ("application/json", "{}"), ("application/json", "[]"), ("text/plain", "x"), ("", ""),
            ] {
                for tag in [nil, "\"0\"", "W/\"1\""] {
                    var headers: HTTPFields = [:]
                    headers[.contentType] = type.isEmpty ? nil : type
                    headers[.ifMatch] = tag
                    let reply = try await walk.site.send(
                        route.example, route.method, headers: headers, body: ByteBuffer(string: body), as: person)
                    #expect(try Self.faults(in: reply, of: route, as: person, walk.description) == [])
                    #expect(reply.status >= 400 || route.takesNothing, "\(route) as \(person ?? "nobody")")
                }
            }
        }
    }

    /// What no body is, as bytes, with its type, what else is said of it, and the answer.
    private static let noBodies: [(type: String, body: [UInt8], coding: String?, status: Int)] = [
        ("application/json", Array(#"{"fields": {"a": "b"}, "fields": {}}"#.utf8), nil, 400),
        (
            "application/json", Array((String(repeating: "[", count: 65) + String(repeating: "]", count: 65)).utf8),
            nil, 400
        ),
        ("application/json", Array(#"{"fields": ""#.utf8) + [0xFF, 0xFE] + Array(#""}"#.utf8), nil, 400),
        ("application/json", [0xEF, 0xBB, 0xBF] + Array("{}".utf8), nil, 400), ("application/json", [], nil, 400),
        ("application/json", Array("{}".utf8), "gzip", 415),
        ("application/json; charset=utf-16", Array("{}".utf8), nil, 415),
        ("text/html", Array("{}".utf8), nil, 415),
        ("application/json", [UInt8](repeating: UInt8(ascii: " "), count: (16 << 20) + 1), nil, 413),
    ]

    @Test(arguments: APIRoute.all.filter { $0.takesJSON })
    func whatIsNoBodyIsToldWhatToSend(route: APIRoute) async throws {
        let walk = try await Self.walk.value
        for (type, body, coding, status) in Self.noBodies {
            var headers: HTTPFields = [.contentType: type, .ifMatch: "*"]
            headers[.contentEncoding] = coding
            // A manifest is judged as one; whoever sends nonsense is told that it is not sound.
            let person = route == .acknowledge ? "leeds" : "hub"
            let reply = try await walk.site.send(
                route.example, route.method, headers: headers, body: ByteBuffer(bytes: body), as: person)
            let statuses = route == .acknowledge && status == 400 ? [400, 422] : [status]
            #expect(statuses.contains(reply.status), "\(route): \(type) \(body.prefix(20)) \(reply.body)")
            #expect(try Self.faults(in: reply, of: route, as: person, walk.description) == [])
            let detail = try JSONValue(parsing: reply.body)["detail"]?.string ?? ""
            #expect(detail.count > 20, "\(route): \(reply.body)")
        }
    }

    @Test(arguments: APIRoute.all)
    func whatIsNoParameterIsNamedAndNothingIsDone(route: APIRoute) async throws {
        let walk = try await Self.walk.value
        let address = route.example + "?nonsense=1&limit=0&limit=9&more=x"
        let reply = try await walk.site.get(
            address, route.method, headers: [.contentType: "application/json", .ifMatch: "*"], as: "hub")
        #expect(reply.status == 400, "\(route)")
        #expect(try Self.faults(in: reply, of: route, as: "hub", walk.description) == [])
        let found = try JSONValue(parsing: reply.body)["findings"]?.array ?? []
        let places = Set(found.compactMap { $0["at"]?.string })
        #expect(places.isSuperset(of: ["nonsense", "more", "limit"]))
    }

    @Test(arguments: Set(APIRoute.all.map(\.path)).sorted())
    func aMethodThatIsNotTakenIsToldWhichAre(path: String) async throws {
        let walk = try await Self.walk.value
        let taken = Set(APIRoute.all.filter { $0.path == path }.map(\.method))
        let expected = taken.union(taken.contains(.get) ? [.head] : [])
        let address = try #require(APIRoute.all.first { $0.path == path }).example
        for method in [HTTPRequest.Method.get, .post, .put, .delete, .patch, .options] where !expected.contains(method)
        {
            let reply = try await walk.site.get(address, method, as: "hub")
            #expect(reply.status == 405, "\(method) \(path)")
            #expect(reply.headers["allow"] == expected.map(\.rawValue).sorted().joined(separator: ", "))
            #expect(reply.headers["content-type"] == "application/problem+json")
        }
    }

    @Test func noTwoAddressesAreTheSame() {
        #expect(Set(APIRoute.all.map(\.description)).count == APIRoute.all.count)
        #expect(Set(APIRoute.all.map(\.operation)).count == APIRoute.all.count)
    }
}

extension APIRoute {
    /// An address of it that exists where a test has put something there.
    var example: String {
        let values = [
            "reference": "DWP-DS-00001", "machine": "review", "command": "call-review", "version": "1",
            "set": "proposal", "number": "1", "item": "Full%20name", "group": "C-00000000", "name": "agreement",
            "file": "channels", "person": "owner",
        ]
        return values.reduce(path) { $0.replacing("{\($1.key)}", with: $1.value) }
    }

    var takesJSON: Bool { [.post, .put].contains(method) && !["getToken", "verifyManifest"].contains(operation) }

    /// Whether it does something without being told anything, or judges whatever it is told.
    var takesNothing: Bool { ["retryLetters", "verifyManifest"].contains(operation) }
}
