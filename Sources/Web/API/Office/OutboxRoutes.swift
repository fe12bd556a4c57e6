import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares
import Workflows

/// The letters that have not left, and work that goes from one person to another; for the hub.
extension APIRoute {
    static let ofOutbox = [outbox, retryLetters, handOver]

    static let outbox = APIRoute(
        .get, "outbox", "listLetters", "The letters that have not left, the oldest first, a page at a time",
        scopes: [.readOffice], parameters: [.limit, .after], answer: .json(.outbox), refusals: [notHub],
        .does { call in
            try call.office.isHub(call.id, toSee: "the outbox")
            let letters = try call.office.waitingLetters().sorted { $0.key < $1.key }
            let (page, next) = call.page(of: letters, by: \.key)
            let held = letters.count(where: \.isHeld)
            return Answer(
                json: .known([
                    "waiting": .number(letters.count - held), "held": .number(held),
                    "letters": .array(page.map(\.json)), "next": next.map { .string($0) },
                ]))
        })

    static let retryLetters = APIRoute(
        .post, "outbox/retries", "retryLetters", "Puts back every letter that is held", scopes: [.runOffice],
        parameters: [.idempotencyKey], body: .json(.empty), answer: .json(.putBack),
        refusals: [notHub, APIRefusal(422, "No letter is held")],
        .does { call in
            Answer(json: ["putBack": .number(try call.office.retryLetters(nil, as: call.id, once: call.once))])
        })

    static let handOver = APIRoute(
        .post, "hand-overs", "handOver",
        "Gives everything that somebody holds to somebody else, or tells what that would come to",
        scopes: [.runOffice], parameters: [.idempotencyKey], body: .json(.newHandOver), answer: .json(.handOver),
        refusals: [notHub, .refused("The hand-over")],
        .does { call in
            let isPreview = call.body["preview"] == true
            let request = HandOverRequest(
                from: PersonID(call.sent("from") ?? ""), to: PersonID(call.sent("to") ?? ""),
                reason: call.sent("reason") ?? "",
                leaving: call.sent("leaving") == nil ? nil : try call.sentDay("leaving"), isPreview: isPreview)
            let handOver = try call.office.handOver(request, as: call.id, once: call.once)
            return Answer(json: handOver.json(isDone: !isPreview))
        })
}

extension APISchema {
    package static let outbox = APISchema(
        "Outbox",
        Shape.object(
            [
                "waiting": Shape.whole, "held": Shape.whole, "next": Shape.next,
                "letters": Shape.list(
                    Shape.object(
                        [
                            "number": Shape.whole, "recipient": Shape.text, "subject": Shape.text,
                            "share": Shape.text, "due": Shape.day, "held": Shape.yesOrNo, "attempts": Shape.whole,
                            "nextAttempt": Shape.text, "fault": Shape.text,
                        ], optional: ["nextAttempt", "fault"])),
            ], optional: ["next"]))

    package static let putBack = APISchema("PutBack", Shape.object(["putBack": Shape.whole]))

    static let newHandOver = APISchema(
        "NewHandOver",
        Shape.object(
            [
                "from": Shape.text, "to": Shape.text, "reason": Shape.text,
                "leaving": Shape.said(
                    Shape.day, "The last day of work of who hands over; they stay where none is given"),
                "preview": Shape.said(Shape.yesOrNo, "Whether it is only told what it would come to"),
            ], optional: ["leaving", "preview"]))

    package static let handOver = APISchema(
        "HandOver",
        Shape.object([
            "done": Shape.yesOrNo,
            "given": Shape.list(
                Shape.object(["reference": Shape.text, "title": Shape.text, "command": Shape.text])),
            "ended": Shape.list(ofDelegation), "conditions": Shape.list(Shape.text),
            "passed": Shape.list(Shape.text), "lapsed": Shape.list(Shape.text),
        ]))
}

extension LetterCopy {
    /// Its place among them, as a text that sorts so.
    fileprivate var key: String {
        let number = String(self.number)
        return String(repeating: "0", count: max(0, 12 - number.count)) + number + " " + recipient
    }

    fileprivate var json: JSONValue {
        .known([
            "number": .number(number), "recipient": .string(recipient), "subject": .string(letter.subject),
            "share": .string(letter.share.rawValue), "due": .string(letter.due.description), "held": .bool(isHeld),
            "attempts": .number(attempts), "nextAttempt": nextAttempt.map { .string($0.description) },
            "fault": fault.map { .string($0) },
        ])
    }
}

extension HandOver {
    fileprivate func json(isDone: Bool) -> JSONValue {
        [
            "done": .bool(isDone),
            "given": .array(
                given.map { one in
                    [
                        "reference": .string(one.reference.rawValue), "title": .string(one.title),
                        "command": .string(one.command.rawValue),
                    ]
                }), "ended": .array(ended.map(\.json)), "conditions": .texts(conditions),
            "passed": .texts(passed), "lapsed": .texts(lapsed),
        ]
    }
}
