import Casework
import JSONValues
import Ledger
import Redundancy
import Shares
import Workflows

extension APISchema {
    package static let groups = APISchema(
        "Groups",
        Shape.object(
            [
                "groups": Shape.list(Shape.object(ofGroup)), "total": Shape.whole, "next": Shape.next,
                "pairsWaiting": Shape.said(
                    Shape.whole, "Pairs that overlap with a share of a group: they are asked when that is decided"),
                "mayDecide": Shape.yesOrNo,
                "savings": Shape.said(
                    Shape.object(["shares": Shape.whole, "feeds": Shape.whole, "items": Shape.whole]),
                    "What consolidating all of the groups would save"),
            ], optional: ["next"]))

    package static let group = APISchema(
        "Group",
        Shape.object(
            ofGroup.merging([
                "shares": Shape.list(line), "mayDecide": Shape.yesOrNo,
                "additions": Shape.said(Shape.text, "What the survivor would have to take over; empty: nothing"),
            ]) { $1 }))

    static let newDecision = APISchema(
        "NewDecision",
        Shape.object(
            [
                "verdict": Shape.oneOf(RedundancyVerdict.allCases.map(\.rawValue)), "reason": Shape.text,
                "survivor": Shape.said(Shape.text, "Which share takes over; the proposed one where none is given"),
                "on": Shape.said(Shape.day, "The day of the decision; today where none is given"),
                "insist": Shape.said(Shape.yesOrNo, "Whether it is decided although something speaks against it"),
            ], optional: ["survivor", "on", "insist"]))

    package static let outcome = APISchema(
        "Outcome",
        Shape.object([
            "warnings": Shape.list(Shape.text), "replaces": Shape.list(Shape.text),
            "shares": Shape.list(
                Shape.object([
                    "reference": Shape.text, "title": Shape.text, "part": part,
                    "commands": Shape.list(Shape.text), "says": Shape.list(Shape.text),
                    "reasons": Shape.list(reason),
                ])),
        ]))

    package static let decision = APISchema("Decision", ofDecision)

    package static let decisions = APISchema(
        "Decisions",
        Shape.object(["decisions": Shape.list(ofDecision), "next": Shape.next], optional: ["next"]))

    // MARK: - Parts

    private static let part = Shape.oneOf(["survivor", "superseded", "kept"])

    private static let ofGroup: [String: JSONValue] = [
        "reference": Shape.text, "members": Shape.list(Shape.text), "survivor": Shape.text, "reason": Shape.text,
        "findings": Shape.list(redundancy),
    ]

    /// `again`: why a board that has decided is asked again.
    static let redundancy = Shape.object(
        [
            "kind": Shape.text, "a": Shape.text, "b": Shape.text,
            "score": Shape.said(["type": "number", "minimum": 0, "maximum": 1], "The chance that it is right"),
            "says": Shape.text, "feed": Shape.text, "again": Shape.text,
        ], optional: ["feed", "again"])

    static let ofDecision = Shape.object(
        [
            "number": Shape.whole, "on": Shape.day, "at": Shape.text, "actor": Shape.text, "role": Shape.text,
            "onBehalfOf": Shape.text, "group": Shape.text, "verdict": Shape.text, "reason": Shape.text,
            "survivor": Shape.text, "insisted": Shape.list(Shape.text), "caution": Shape.text,
            "shares": Shape.list(
                Shape.object(
                    [
                        "reference": Shape.text, "part": part, "stage": Shape.text, "state": Shape.text,
                        "due": Shape.day, "overdue": Shape.yesOrNo, "again": Shape.text,
                    ], optional: ["state", "due", "again"])),
        ], optional: ["onBehalfOf", "survivor", "insisted", "caution"])
}

extension RedundancyOverview {
    /// With a page of its groups.
    func json(of page: [RedundancyCluster], next: String?) -> JSONValue {
        .known([
            "groups": .array(page.map { .known($0.told) }), "total": .number(groups.count),
            "next": next.map { .string($0) }, "pairsWaiting": .number(later), "mayDecide": .bool(mayDecide),
            "savings": [
                "shares": .number(savings.shares), "feeds": .number(savings.feeds), "items": .number(savings.items),
            ],
        ])
    }
}

extension RedundancyCluster {
    fileprivate var told: [String: JSONValue?] {
        [
            "reference": .string(reference), "members": .texts(members.map(\.rawValue)),
            "survivor": .string(survivor.rawValue), "reason": .string(reason),
            "findings": .array(findings.map(\.json)),
        ]
    }
}

extension RedundancyFinding {
    var json: JSONValue {
        .known([
            "kind": .string(kind.rawValue), "a": .string(a.rawValue), "b": .string(b.rawValue),
            "score": JSONNumber((score * 1000).rounded() / 1000).map { .number($0) }, "says": .string(explanation),
            "feed": feed.map { .string($0.rawValue) }, "again": again.map { .string($0) },
        ])
    }
}

extension RedundancyGroup {
    var json: JSONValue {
        .known(
            cluster.told.merging([
                "shares": .array(shares.map(\.json)), "mayDecide": .bool(mayDecide),
                "additions": .string(cluster.additions.isEmpty ? "" : cluster.additions.inWords),
            ]) { $1 })
    }
}

extension ConsolidationOutcome {
    var json: JSONValue {
        [
            "warnings": .texts(warnings), "replaces": .texts(replaces),
            "shares": .array(
                shares.map { share in
                    [
                        "reference": .string(share.reference.rawValue), "title": .string(share.title),
                        "part": .string(share.part.rawValue), "commands": .texts(share.commands.map(\.rawValue)),
                        "says": .texts(share.says), "reasons": .array((share.refusal?.reasons ?? []).map(\.json)),
                    ]
                }),
        ]
    }
}

extension ConsolidationProgress {
    var json: JSONValue {
        let decision = recorded.decision
        return .known([
            "number": .number(recorded.number), "on": .string(decision.on.description),
            "at": .string(recorded.at.description), "actor": .string(recorded.actor.rawValue),
            "role": .string(recorded.role.rawValue), "onBehalfOf": decision.onBehalfOf.map { .string($0.rawValue) },
            "group": .string(decision.cluster), "verdict": .string(decision.verdict.rawValue),
            "reason": .string(decision.reason), "survivor": decision.survivor.map { .string($0.rawValue) },
            "insisted": decision.insisted.map { .texts($0) }, "caution": decision.caution.map { .string($0) },
            "shares": .array(
                shares.map { share in
                    .known([
                        "reference": .string(share.reference.rawValue), "part": .string(share.part.rawValue),
                        "stage": .string(share.stage.rawValue), "state": share.state.map { .string($0) },
                        "due": share.due.map { .string($0.description) }, "overdue": .bool(share.isOverdue),
                        "again": share.again.map { .string($0) },
                    ])
                }),
        ])
    }
}
