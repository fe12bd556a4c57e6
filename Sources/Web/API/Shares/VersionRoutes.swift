import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares
import Workflows

/// The versions of a share, and what differs between two of them.
extension APIRoute {
    static let versions = APIRoute(
        .get, "shares/{reference}/versions", "listVersions",
        "The versions of a share, the newest first; from and to tell also what differs between two of them",
        scopes: [.readShares], parameters: [.reference, .limit, .before, .fromVersion, .toVersion],
        answer: .json(.versions), refusals: [.noShare, .notForYou("What each version says")],
        .does { call in
            let (from, to) = (call.whole(.fromVersion), call.whole(.toVersion))
            let share = try call.office.show(call.share(), to: call.person).share
            try call.office.checkSeesWithin(share, call.person, what: "What each version says")
            let all = try call.office.history(of: share.reference, for: call.person).reversed()
            let (page, next) = call.page(of: Array(all), newestBy: \.event.version)
            let asked = from != nil || to != nil
            return Answer(
                json: .known([
                    "latest": .number(share.version), "versions": .array(page.map(\.versionJSON)),
                    "next": next.map { .string($0) },
                    "difference": asked
                        ? try call.office.difference(of: share.reference, from: from, to: to, for: call.person).json
                        : nil,
                ]))
        })
}

extension APIParameter {
    static let fromVersion = APIParameter(
        name: "from", place: "query", says: "The earlier version; the one before the later where none is given",
        schema: ["type": "integer", "minimum": 1])
    static let toVersion = APIParameter(
        name: "to", place: "query", says: "The later version; the newest where none is given",
        schema: ["type": "integer", "minimum": 1])
}

extension APISchema {
    package static let versions = APISchema(
        "Versions",
        Shape.object(
            [
                "latest": Shape.whole, "next": Shape.next,
                "versions": Shape.list(
                    Shape.object([
                        "version": Shape.whole, "at": Shape.text, "actor": Shape.text, "role": Shape.text,
                        "summary": Shape.text,
                    ])),
                "difference": Shape.object([
                    "from": side, "to": side, "changes": Shape.list(change),
                    "moves": Shape.list(
                        Shape.object(["machine": Shape.text, "from": Shape.text, "to": Shape.text])),
                    "events": Shape.list(event),
                ]),
            ], optional: ["next", "difference"]))

    private static let side = Shape.object([
        "version": Shape.whole, "stage": Shape.text, "at": Shape.text, "terms": Shape.terms,
    ])
}

extension PlacedEvent {
    fileprivate var versionJSON: JSONValue {
        [
            "version": .number(event.version), "at": .string(event.at.description),
            "actor": .string(event.actor.rawValue), "role": .string(event.role.rawValue),
            "summary": .string(event.summary),
        ]
    }
}

extension VersionDifference {
    fileprivate var json: JSONValue {
        [
            "from": from.json, "to": to.json, "changes": .array(terms.map(\.json)),
            "moves": .array(
                moves.map { move in
                    [
                        "machine": .string(move.machine.rawValue), "from": .string(move.from),
                        "to": .string(move.to),
                    ]
                }), "events": .array(events.map(\.json)),
        ]
    }
}

extension ShareAtVersion {
    fileprivate var json: JSONValue {
        [
            "version": .number(share.version), "stage": .string(stage.rawValue), "at": .string(at.description),
            "terms": share.termsUnderConsideration.json,
        ]
    }
}
