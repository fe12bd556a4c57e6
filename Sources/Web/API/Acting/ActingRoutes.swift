import Casework
import Hummingbird
import JSONValues
import Shares

/// What is done with a share.
extension APIRoute {
    static let acting = [propose, answers, act]

    package static let act = APIRoute(
        .post, "shares/{reference}/act/{machine}/{command}", "act",
        "Gives a command to a share, as you last saw it: If-Match takes the ETag of the share, which is its version in quotation marks",
        scopes: [.act, .readShares], parameters: [.reference, .machine, .command, .ifMatch, .idempotencyKey],
        body: .json(.order), answer: .json(.shareActedOn),
        refusals: [
            .notForYou("The command"), APIRefusal(404, "There is no such share, or its workflow has no such command"),
            .refused("The command"),
        ],
        .does { call in
            let seen = try call.version()
            let (machine, command) = try call.action()
            let share = try call.office.show(call.share(), to: call.person).share
            try call.office.checkHas(command, of: machine, on: share)
            let outcome = try call.office.act(
                on: share.reference, Order(command, machine: machine, fields: call.sentTexts("fields")), as: call.id,
                seen: seen ?? share.version, once: call.once)
            return Answer(share: try call.office.show(share.reference, to: call.person), after: outcome)
        })

    package static let propose = APIRoute(
        .post, "proposals", "propose", "Proposes a share; its draft is kept", scopes: [.propose, .readShares],
        parameters: [.idempotencyKey], body: .json(.order), answer: .made(.shareActedOn),
        refusals: [.notForYou("Proposing"), .refused("The proposal")],
        .does { call in
            let proposed = try call.office.propose(fields: call.sentTexts("fields"), as: call.id, once: call.once)
            var answer = Answer(
                share: try call.office.show(proposed.share.reference, to: call.person), after: proposed)
            answer.status = .created
            answer.location = APIRoute.address("shares", proposed.share.reference.rawValue)
            return answer
        })

    package static let answers = APIRoute(
        .post, "shares/{reference}/answers/{set}", "answer", "Answers questions of a set",
        scopes: [.propose, .readShares], parameters: [.reference, .set, .ifMatch, .idempotencyKey],
        body: .json(.answers), answer: .json(.shareActedOn),
        refusals: [
            .notForYou("Answering"), .noShare, APIRefusal(409, "The share’s workflow does not ask where it stands"),
            .refused("An answer"),
        ],
        .does { call in
            let seen = try call.version()
            let share = try call.office.show(call.share(), to: call.person).share
            let outcome = try call.office.answer(
                call.sentAnswers, of: call.questionSet(), on: share.reference, as: call.id,
                seen: seen ?? share.version, reason: call.body["reason"]?.string, once: call.once)
            return Answer(share: try call.office.show(share.reference, to: call.person), after: outcome)
        })

    /// Where something is that has a name of its own.
    static func address(_ folder: String, _ name: String) -> String {
        prefix + folder + "/" + PercentText.segment(name)
    }
}

extension APICall {
    /// What is answered by question; several with semicolons between them.
    fileprivate var sentAnswers: [String: String] {
        (body["answers"]?.object ?? [:]).compactMapValues { answer in
            answer.string ?? answer.array?.compactMap(\.string).joined(separator: "; ")
        }
    }
}

extension APISchema {
    package static let order = APISchema(
        "Order", Shape.object(["fields": Shape.commandFields], optional: ["fields"]))

    package static let answers = APISchema(
        "Answers",
        Shape.object(
            [
                "answers": Shape.said(
                    ["type": "object", "additionalProperties": ["anyOf": [Shape.text, Shape.list(Shape.text)]]],
                    "By the id of the question: a text, or several where it takes several; an empty text or list takes the answer back"
                ), "reason": Shape.text,
            ], optional: ["reason"]))
}
