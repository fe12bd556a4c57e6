import Casework
import Hummingbird
import JSONValues
import Shares
import Workflows

/// Who acts for whom while they are away.
extension APIRoute {
    static let ofAway = [away, delegation, delegate, endDelegation]

    static let away = APIRoute(
        .get, "away", "listDelegations", "Who acts for you, and for whom you act, now or later",
        scopes: [.readSettings], answer: .json(.away),
        .does { call in
            let page = try AwayPage.load(from: call.office, for: call.visitor)
            return Answer(json: ["delegations": .array(page.delegations.map(\.json))])
        })

    static let delegation = APIRoute(
        .get, "away/{number}", "getDelegation", "One of them", scopes: [.readSettings], parameters: [.number],
        answer: .json(.delegation), refusals: [noDelegation],
        .does { call in
            let delegation = try call.delegation()
            return Answer(json: delegation.json).tagged(try delegation.fingerprint)
        })

    static let delegate = APIRoute(
        .post, "away", "delegate", "Lets somebody act for you in some of your roles", scopes: [.writeSettings],
        parameters: [.idempotencyKey], body: .json(.newDelegation), answer: .made(.delegation),
        refusals: [.notForYou("Delegating"), .refused("The delegation")],
        .does { call in
            let made = try call.office.delegate(
                Delegation(
                    number: 0, from: call.id, to: PersonID(call.sent("delegate") ?? ""),
                    roles: call.sentList("roles").map { RoleName(rawValue: $0) }, first: call.sentDay("first"),
                    last: call.sentDay("last"), reason: call.sent("reason") ?? ""), as: call.id, once: call.once)
            return .made(made.json, at: APIRoute.address("away", String(made.number))).tagged(try made.fingerprint)
        })

    static let endDelegation = APIRoute(
        .delete, "away/{number}", "endDelegation", "Ends it: from today on nobody acts by it", scopes: [.writeSettings],
        parameters: [.number, .ifMatch], answer: .nothing, refusals: [noDelegation, .notForYou("Ending it")],
        .does { call in
            try call.office.endDelegation(call.delegation().number, as: call.id, ifSeen: call.seen())
            return .done
        })

    private static let noDelegation = APIRefusal(404, "There is no such delegation from or to you")
}

extension APICall {
    fileprivate func delegation() throws -> Delegation {
        let number = try number()
        let delegations = try AwayPage.load(from: office, for: visitor).delegations
        guard let one = delegations.first(where: { $0.number == number }) else {
            throw APIProblem(.notFound, "There is no delegation \(number) from or to you.")
        }
        return one
    }
}

extension APISchema {
    package static let delegation = APISchema("Delegation", ofDelegation)

    package static let away = APISchema("Away", Shape.object(["delegations": Shape.list(ofDelegation)]))

    static let newDelegation = APISchema(
        "NewDelegation",
        Shape.object([
            "delegate": Shape.text, "roles": Shape.list(Shape.text), "first": Shape.day, "last": Shape.day,
            "reason": Shape.text,
        ]))

    static let ofDelegation = Shape.object([
        "number": Shape.whole, "principal": Shape.text, "delegate": Shape.text, "roles": Shape.list(Shape.text),
        "first": Shape.day, "last": Shape.day, "reason": Shape.text,
    ])
}

extension Delegation {
    var json: JSONValue {
        [
            "number": .number(number), "principal": .string(principal.rawValue),
            "delegate": .string(delegate.rawValue), "roles": .texts(roles.map(\.rawValue)),
            "first": .string(first.description), "last": .string(last.description), "reason": .string(reason),
        ]
    }
}
