import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// The keys that programs act with.
extension APIRoute {
    static let ofKeys = [keys, key, addKey, revokeKey, token]

    static let keys = APIRoute(
        .get, "keys", "listKeys",
        "The API keys that you may see, also those that are good no more, a page at a time, by number",
        scopes: [.readSettings], parameters: [.limit, .position], answer: .json(.keys),
        .does { call in
            let today = call.office.today
            let (page, next) = call.page(of: try call.office.apiKeys(as: call.id), oldestBy: \.number)
            return Answer(
                json: .known([
                    "keys": .array(page.map { $0.json(on: today) }), "next": next.map { .string($0) },
                ]))
        })

    static let key = APIRoute(
        .get, "keys/{number}", "getKey", "One of them", scopes: [.readSettings], parameters: [.number],
        answer: .json(.key), refusals: [noKey],
        .does { call in
            let (key, today) = (try call.key(), call.office.today)
            return Answer(json: key.json(on: today)).tagged(try key.fingerprint(on: today))
        })

    static let addKey = APIRoute(
        .post, "keys", "addKey",
        "Makes a key; its secret is told this once. Only somebody who has signed in does that: no key makes another",
        scopes: [.writeSettings], parameters: [.idempotencyKey], body: .json(.newKey), answer: .made(.madeKey),
        refusals: [.notForYou("Making it"), .refused("The key")],
        .does { call in
            guard call.visitor.scopes == nil else {
                throw APIProblem(.forbidden, "No key makes another: sign in to make one.")
            }
            let made = try call.office.makeAPIKey(
                APIKeyWish(
                    name: call.sent("name") ?? "", person: call.sent("person").map { PersonID($0) },
                    organisation: call.sent("organisation"),
                    scopes: call.sentList("scopes").compactMap { APIScope(rawValue: $0) },
                    last: call.sentDay("last")), as: call.id, once: call.once)
            return .made(
                .known([
                    "number": .number(made.number), "client": .string(made.client),
                    "secret": made.secret.nonEmpty.map { .string($0) },
                ]), at: APIRoute.address("keys", String(made.number)))
        })

    static let revokeKey = APIRoute(
        .delete, "keys/{number}", "revokeKey", "Revokes a key for good", scopes: [.writeSettings],
        parameters: [.number, .ifMatch], answer: .nothing,
        refusals: [noKey, APIRefusal(422, "It was revoked already")],
        .does { call in
            try call.office.revokeAPIKey(call.key().number, as: call.id, ifSeen: call.seen())
            return .done
        })

    private static let noKey = APIRefusal(404, "There is no such API key of yours")
}

extension APICall {
    fileprivate func key() throws -> APIKey {
        let number = try number()
        guard let key = try office.apiKeys(as: id).first(where: { $0.number == number }) else {
            throw APIProblem(.notFound, "There is no API key \(number) of yours.")
        }
        return key
    }
}

extension APISchema {
    package static let key = APISchema("Key", ofKey)

    package static let keys = APISchema(
        "Keys", Shape.object(["keys": Shape.list(ofKey), "next": Shape.next], optional: ["next"]))

    static let newKey = APISchema(
        "NewKey",
        Shape.object(
            [
                "name": Shape.said(Shape.text, "What it is for"), "person": Shape.text,
                "organisation": Shape.said(Shape.text, "For whom it acts: a person, or an organisation"),
                "scopes": Shape.list(Shape.oneOf(APIScope.allCases.map(\.rawValue))),
                "last": Shape.said(Shape.day, "The last day on which it is good"),
            ], optional: ["person", "organisation"]))

    package static let madeKey = APISchema(
        "MadeKey",
        Shape.object(
            [
                "number": Shape.whole, "client": Shape.text,
                "secret": Shape.said(
                    Shape.text,
                    "The key itself. It is kept nowhere, so that a request sent again is told of the key without it"),
            ], optional: ["secret"]))

    private static let ofKey = Shape.object(
        [
            "number": Shape.whole, "client": Shape.text, "name": Shape.text, "person": Shape.text,
            "organisation": Shape.text, "scopes": Shape.list(Shape.text), "made": Shape.text,
            "madeBy": Shape.text, "last": Shape.day, "good": Shape.yesOrNo, "revoked": Shape.text,
            "revokedBy": Shape.text, "used": Shape.text,
        ], optional: ["person", "organisation", "revoked", "revokedBy", "used"])
}

extension APIKey {
    fileprivate func json(on day: Day) -> JSONValue {
        var members: [String: JSONValue?] = [
            "number": .number(number), "client": .string(actor.rawValue), "name": .string(name),
            "scopes": .texts(scopes.map(\.rawValue)), "made": .string(made.description),
            "madeBy": .string(madeBy.rawValue), "last": .string(last.description), "good": .bool(isGood(on: day)),
            "revoked": revoked.map { .string($0.description) },
            "revokedBy": revokedBy.map { .string($0.rawValue) },
            "used": used.map { .string($0.description) },
        ]
        switch holder {
        case .person(let person): members["person"] = .string(person.rawValue)
        case .organisation(let organisation): members["organisation"] = .string(organisation)
        }
        return .known(members)
    }
}
