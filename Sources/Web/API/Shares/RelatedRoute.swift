import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// What is like a share, and what was decided about that.
extension APIRoute {
    static let related = APIRoute(
        .get, "shares/{reference}/related", "listRelated",
        "Which shares are redundant with a share, what was decided about it and others, and which it took over from",
        scopes: [.readShares], parameters: [.reference], answer: .json(.related),
        refusals: [.noShare, .notForYou("What is like it")],
        .does { call in Answer(json: try call.office.related(to: call.share(), for: call.person).json) })
}

extension APISchema {
    package static let related = APISchema(
        "Related",
        Shape.object(
            [
                "redundant": Shape.list(redundancy), "decisions": Shape.list(ofDecision),
                "tookOverFrom": Shape.list(Shape.text), "successor": Shape.text,
            ], optional: ["successor"]))
}

extension RelatedShares {
    fileprivate var json: JSONValue {
        .known([
            "redundant": .array(redundant.map(\.json)), "decisions": .array(decisions.map(\.json)),
            "tookOverFrom": .texts(tookOverFrom.map(\.rawValue)),
            "successor": successor.map { .string($0.rawValue) },
        ])
    }
}
