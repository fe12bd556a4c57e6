import JSONValues

extension APISchema {
    package static let shares = APISchema(
        "Shares",
        Shape.object(
            ["shares": Shape.list(line), "total": Shape.whole, "next": Shape.next], optional: ["next"]))

    package static let share = APISchema("Share", Shape.object(ofShare, optional: ["owner", "amendment"]))

    package static let shareActedOn = APISchema(
        "ShareActedOn",
        Shape.object(
            ofShare.merging([
                "doubts": Shape.said(
                    Shape.list(finding),
                    "What was kept as it was stated and is not understood, each at its field; empty where all is")
            ]) { $1 }, optional: ["owner", "amendment"]))

    private static let ofShare: [String: JSONValue] = [
        "reference": Shape.text, "version": Shape.whole, "stage": Shape.text, "risk": Shape.text,
        "owner": Shape.text, "terms": Shape.terms, "amendment": Shape.terms,
        "standing": Shape.list(
            Shape.object([
                "machine": Shape.text, "state": Shape.text, "title": Shape.text, "since": Shape.text,
            ])),
    ]

    package static let actions = APISchema(
        "Actions",
        Shape.object([
            "version": Shape.said(
                Shape.whole,
                "The version of the share that these are of: in quotation marks, such as \"3\", it is the ETag of the share, which If-Match of a command takes. The ETag of this answer is of the answer alone"
            ),
            "actions": Shape.list(
                Shape.object([
                    "machine": Shape.text, "command": Shape.text, "title": Shape.text, "possible": Shape.yesOrNo,
                    "reasons": Shape.list(reason), "required": Shape.list(Shape.text),
                    "optional": Shape.list(Shape.text),
                    "takes": Shape.said(
                        Shape.texts,
                        "What each required or optional field takes: one of a list, a day or a text"),
                    "takesTerms": Shape.said(
                        Shape.yesOrNo, "Whether fields of the terms, as a share has them, may be given with it as well"),
                ])),
        ]))

    package static let history = APISchema(
        "History", Shape.object(["events": Shape.list(event), "next": Shape.next], optional: ["next"]))

    package static let questions = APISchema(
        "Questions",
        Shape.object([
            "version": Shape.whole,
            "questions": Shape.list(
                Shape.object(
                    [
                        "id": Shape.text, "asks": Shape.text, "kind": Shape.text, "required": Shape.yesOrNo,
                        "standing": Shape.oneOf([
                            "completed", "not-started", "cannot-start-yet", "not-applicable", "notice",
                        ]),
                        "answer": Shape.text, "by": Shape.text, "after": Shape.list(Shape.text),
                        "options": Shape.list(Shape.text), "lastTime": Shape.text,
                    ], optional: ["answer", "by", "after", "options", "lastTime"])),
        ]))

    package static let contacts = APISchema("Contacts", Shape.object(["contacts": Shape.texts]))

    // MARK: - Parts

    /// A share in a list.
    static let line = Shape.object(
        [
            "reference": Shape.text, "version": Shape.whole, "title": Shape.text, "stage": Shape.text,
            "risk": Shape.text, "providers": Shape.list(Shape.text), "recipients": Shape.list(Shape.text),
            "spoke": Shape.text, "owner": Shape.text, "reviewDate": Shape.text, "endDate": Shape.text,
        ], optional: ["spoke", "owner", "reviewDate", "endDate"])

    /// What happened to a share: `fields` are what was given with a command, by name.
    static let event = Shape.object(
        [
            "version": Shape.whole, "position": Shape.whole, "at": Shape.text, "actor": Shape.text,
            "role": Shape.text, "onBehalfOf": Shape.text, "summary": Shape.text, "reason": Shape.text,
            "fields": Shape.texts, "changes": Shape.list(change),
            "frozen": Shape.list(Shape.object(["heading": Shape.text, "text": Shape.text])),
        ], optional: ["onBehalfOf", "reason", "fields", "changes", "frozen"])

    /// Contacts have an address of their own: of them it is told that they changed, and no more.
    static let change = Shape.object(
        ["field": Shape.text, "from": Shape.text, "to": Shape.text], optional: ["from", "to"])
}
