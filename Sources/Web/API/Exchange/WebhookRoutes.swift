import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// The addresses at which partners are told.
extension APIRoute {
    static let ofExchange = [
        receipts, acknowledge, verify, webhooks, webhook, addWebhook, removeWebhook, holdWebhook, retryWebhook,
        attempts,
    ]

    static let webhooks = APIRoute(
        .get, "webhooks", "listWebhooks",
        "The addresses at which partners are told, and how each stands, a page at a time, by number",
        scopes: [.readWebhooks], parameters: [.limit, .position], answer: .json(.webhooks),
        refusals: [.notForYou("Webhooks")],
        .does { call in
            let (page, next) = call.page(of: try call.office.webhooks(as: call.id), oldestBy: \.number)
            return Answer(json: .known(["webhooks": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    static let webhook = APIRoute(
        .get, "webhooks/{number}", "getWebhook", "How one of them stands", scopes: [.readWebhooks],
        parameters: [.number], answer: .json(.webhook), refusals: [.notForYou("Webhooks"), noWebhook],
        .does { call in try .telling(of: call.webhook()) })

    static let addWebhook = APIRoute(
        .post, "webhooks", "addWebhook",
        "A partner is told at an address from now on: kept by the hub, and by the partner itself",
        scopes: [.writeWebhooks], parameters: [.idempotencyKey], body: .json(.newWebhook), answer: .made(.webhook),
        refusals: [.notForYou("Keeping webhooks"), .refused("The webhook")],
        .does { call in
            let made = try call.office.addWebhook(
                of: call.sent("partner") ?? call.person.organisation, to: call.sent("address") ?? "", as: call.id,
                allowing: call.site.networks, once: call.once)
            return .made(made.json, at: APIRoute.address("webhooks", String(made.number)))
                .tagged(try made.fingerprint)
        })

    static let removeWebhook = APIRoute(
        .delete, "webhooks/{number}", "removeWebhook", "The partner is not told there any more",
        scopes: [.writeWebhooks], parameters: [.number, .ifMatch], answer: .nothing,
        refusals: [.notForYou("Keeping webhooks"), noWebhook],
        .does { call in
            try call.office.removeWebhook(call.webhook().number, as: call.id, ifSeen: call.seen())
            return .done
        })

    static let holdWebhook = APIRoute(
        .post, "webhooks/{number}/holds", "holdWebhook", "Nothing is sent there until it is tried again",
        scopes: [.writeWebhooks], parameters: [.number, .ifMatch, .idempotencyKey], body: .json(.empty),
        answer: .json(.webhook),
        refusals: [.notForYou("Webhooks"), noWebhook, APIRefusal(422, "The webhook is held already")],
        .does { call in
            try .telling(
                of: call.office.holdWebhook(
                    call.webhook().number, as: call.id, ifSeen: call.seen(), once: call.once))
        })

    static let retryWebhook = APIRoute(
        .post, "webhooks/{number}/retries", "retryWebhook", "What is held or waits is tried again at the next delivery",
        scopes: [.writeWebhooks], parameters: [.number, .ifMatch, .idempotencyKey], body: .json(.empty),
        answer: .json(.webhook),
        refusals: [
            .notForYou("Webhooks"), noWebhook, APIRefusal(422, "The webhook is neither held nor failing"),
        ],
        .does { call in
            try .telling(
                of: call.office.retryWebhook(
                    call.webhook().number, as: call.id, ifSeen: call.seen(), once: call.once))
        })

    static let attempts = APIRoute(
        .get, "webhooks/{number}/attempts", "listAttempts", "The attempts of a webhook, newest first, a page at a time",
        scopes: [.readWebhooks], parameters: [.number, .limit, .before], answer: .json(.attempts),
        refusals: [.notForYou("Webhooks"), noWebhook],
        .does { call in
            let attempts = try call.office.webhookAttempts(
                of: call.number(), before: call.whole(.before), limit: call.limit + 1, as: call.id)
            let (page, next) = call.part(of: attempts, .before) { String($0.number) }
            return Answer(json: .known(["attempts": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    private static let noWebhook = APIRefusal(404, "There is no such webhook of yours")
}

extension APICall {
    /// The webhook of the address, as it stands. Throws `APIProblem` where there is none that the person may see.
    fileprivate func webhook() throws -> Webhook {
        let number = try number()
        guard let webhook = try office.webhooks(as: id).first(where: { $0.number == number }) else {
            throw APIProblem(.notFound, "There is no webhook \(number) of yours.")
        }
        return webhook
    }
}

extension Answer {
    /// It is done, and there is nothing to tell (RFC 9110, section 15.3.5).
    static var done: Answer {
        var answer = Answer(contentType: "application/json", bytes: [])
        answer.status = .noContent
        return answer
    }

    /// What was made, and where it is.
    static func made(_ json: JSONValue, at address: String) -> Answer {
        var answer = Answer(json: json)
        answer.status = .created
        answer.location = address
        return answer
    }

    fileprivate static func telling(of webhook: Webhook) throws -> Answer {
        Answer(json: webhook.json).tagged(try webhook.fingerprint)
    }
}

extension APISchema {
    /// Nothing is said; that it is JSON shows that no other site’s page sent it.
    static let empty = APISchema("Nothing", Shape.object([:]))

    static let newWebhook = APISchema(
        "NewWebhook",
        Shape.object(
            [
                "partner": Shape.said(Shape.text, "By name or abbreviation; your own organisation where none is given"),
                "address": Shape.text,
            ], optional: ["partner"]))

    package static let webhook = APISchema("Webhook", ofWebhook)

    package static let webhooks = APISchema(
        "Webhooks", Shape.object(["webhooks": Shape.list(ofWebhook), "next": Shape.next], optional: ["next"]))

    package static let attempts = APISchema(
        "Attempts",
        Shape.object(
            [
                "attempts": Shape.list(
                    Shape.object(
                        ["number": Shape.whole, "event": Shape.whole, "at": Shape.text, "fault": Shape.text],
                        optional: ["fault"])), "next": Shape.next,
            ], optional: ["next"]))

    private static let ofWebhook = Shape.object(
        [
            "number": Shape.whole, "partner": Shape.text, "address": Shape.text, "toldTo": Shape.whole,
            "attempts": Shape.whole, "held": Shape.yesOrNo, "next": Shape.text, "fault": Shape.text,
        ], optional: ["next", "fault"])
}

extension Webhook {
    fileprivate var json: JSONValue {
        .known([
            "number": .number(number), "partner": .string(organisation), "address": .string(address),
            "toldTo": .number(through), "attempts": .number(attempts), "held": .bool(isHeld),
            "next": attempts > 0 && !isHeld ? .string(nextAttempt.description) : nil,
            "fault": fault.map { .string($0) },
        ])
    }
}

extension WebhookAttempt {
    fileprivate var json: JSONValue {
        .known([
            "number": .number(number), "event": .number(issue), "at": .string(at), "fault": fault.map { .string($0) },
        ])
    }
}
