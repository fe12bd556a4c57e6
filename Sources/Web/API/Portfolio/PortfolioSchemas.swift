import JSONValues
import Shares

extension APISchema {
    package static let work = APISchema(
        "Work",
        Shape.object([
            "mine": ofWork, "others": ofWork,
            "ownersGone": Shape.said(
                Shape.list(Shape.object(["person": Shape.text, "gap": Shape.text, "shares": Shape.whole])),
                "For the hub: who answers no more for so many open shares, and why"),
            "answers": Shape.said(
                Shape.list(
                    Shape.object(
                        [
                            "reference": Shape.text, "title": Shape.text, "machine": Shape.text, "asked": Shape.text,
                            "askedOn": Shape.day, "askedBy": Shape.text, "outcome": Shape.text,
                            "answeredBy": Shape.text, "answeredOn": Shape.day, "refused": Shape.yesOrNo,
                            "reason": Shape.text,
                        ], optional: ["answeredBy", "answeredOn", "refused", "reason"])),
                "What became within \(AskedStep.toldFor) days of steps that you asked for; why, where one was refused"),
            "endings": Shape.said(
                Shape.list(
                    Shape.object(
                        [
                            "reference": Shape.text, "title": Shape.text, "on": Shape.day, "reason": Shape.text,
                            "notice": Shape.text,
                        ], optional: ["reason", "notice"])),
                "For a partner: shares that stop, on which day and why, with the reference of the notice"),
            "groups": Shape.said(
                Shape.list(Shape.text), "Groups of redundant shares that wait for a decision of yours"),
            "searching": Shape.said(Shape.yesOrNo, "Whether the register is still searched for such groups"),
        ]))

    package static let report = APISchema("Report", ofReport)

    package static let board = APISchema(
        "Board",
        Shape.object(
            [
                "report": ofReport,
                "risks": Shape.list(
                    Shape.object(["risk": Shape.text, "stage": Shape.text, "shares": Shape.whole])),
                "assessed": Shape.object([
                    "shares": Shape.whole,
                    "risks": Shape.list(
                        Shape.object(["likelihood": Shape.text, "severity": Shape.text, "risks": Shape.whole])),
                ]),
                "channelsByYear": Shape.list(
                    Shape.object(channels.merging(["year": Shape.whole]) { $1 }, optional: ["year"])),
                "channelTrend": Shape.list(
                    Shape.object(channels.merging(["day": Shape.day, "channels": Shape.whole]) { $1 })),
            ], optional: ["assessed"]))

    package static let map = APISchema(
        "Map", Shape.object(["opened": flow, "flows": Shape.list(flow)], optional: ["opened"]))

    package static let dataItems = APISchema(
        "DataItems",
        Shape.object(
            [
                "items": Shape.list(
                    Shape.object(
                        ["name": Shape.text, "term": Shape.text, "value": Shape.text, "shares": Shape.whole],
                        optional: ["term"])),
                "total": Shape.whole, "next": Shape.next,
            ], optional: ["next"]))

    package static let dataUse = APISchema(
        "DataUse",
        Shape.object(
            [
                "name": Shape.text, "term": Shape.text, "value": Shape.text, "shares": Shape.list(line),
                "total": Shape.whole, "next": Shape.next, "flows": Shape.list(flow),
                "passages": Shape.said(
                    Shape.list(
                        Shape.object(["body": node, "comesFrom": Shape.list(node), "goesTo": Shape.list(node)])),
                    "Bodies that receive it under some shares and provide it under others"),
            ], optional: ["term", "next"]))

    // MARK: - Parts

    private static let ofWork = Shape.object([
        "count": Shape.whole, "overdue": Shape.whole,
        "items": Shape.list(
            Shape.object(
                [
                    "reference": Shape.text, "title": Shape.text, "machine": Shape.text, "state": Shape.text,
                    "since": Shape.day, "due": Shape.day, "waitsFor": Shape.list(Shape.text),
                    "lacksOwner": Shape.said(
                        Shape.yesOrNo, "Whether the hub has to appoint a data owner before anything else is done"),
                    "toWithdraw": Shape.said(
                        Shape.text, "The capacity of the sign-off that has to be taken back before another can be given"
                    ),
                    "capacities": Shape.said(
                        Shape.list(
                            Shape.object(
                                ["role": Shape.text, "onBehalfOf": Shape.text], optional: ["onBehalfOf"])),
                        "The roles in which whoever asks may go on with it, and who delegated those that are not their own"
                    ), "onBehalfOf": Shape.said(Shape.text, "Who delegated the first of them that is not their own"),
                    "asked": Shape.text,
                ], optional: ["due", "toWithdraw", "onBehalfOf", "asked"])),
    ])

    /// Of a report: its sections are those of the page and of the file.
    private static let ofReport = Shape.object(
        [
            "asAt": Shape.day, "shares": Shape.whole, "open": Shape.whole,
            "recordBegins": Shape.said(
                Shape.day, "Where the record begins after the day: of that nothing is known, and there are no figures"),
            "sections": Shape.list(
                Shape.object([
                    "title": Shape.text, "figures": Shape.list(Shape.text),
                    "rows": Shape.list(Shape.object(["name": Shape.text, "figures": Shape.list(Shape.whole)])),
                ])),
        ], optional: ["shares", "open", "recordBegins"])

    private static let channels: [String: JSONValue] = [
        "strategic": Shape.whole, "tolerated": Shape.whole, "legacy": Shape.whole, "unknown": Shape.whole,
    ]

    /// A group of bodies, or one body.
    private static let node = Shape.object(["id": Shape.text, "label": Shape.text])

    private static let flow = Shape.object(["from": node, "to": node, "shares": Shape.whole])
}
