import Casework
import JSONValues
import Ledger
import Shares
import Workflows

/// What programs are told, in the shapes of `APISchema`.
enum APIValues {
    static func line(_ share: ShareSummary) -> JSONValue {
        var members: [String: JSONValue] = [
            "reference": .string(share.reference.rawValue), "version": .number(share.version),
            "title": .string(share.title), "stage": .string(share.stage.rawValue), "risk": .string(share.risk.rawValue),
            "providers": .array(share.providers.map { .string($0.text) }),
            "recipients": .array(share.recipients.map { .string($0.text) }),
        ]
        members["spoke"] = share.spoke.map { .string($0) }
        members["owner"] = share.owner.map { .string($0) }
        members["reviewDate"] = share.reviewDate.map { .string($0.description) }
        members["endDate"] = share.endDate.map { .string($0.description) }
        return .object(members)
    }

    static func share(_ view: ShareView) -> JSONValue {
        let share = view.share
        var members: [String: JSONValue] = [
            "reference": .string(share.reference.rawValue), "version": .number(share.version),
            "stage": .string(view.stage.rawValue), "risk": .string(share.riskAsApproved.tier.rawValue),
            "terms": terms(share.terms),
            "standing": .array(
                view.standing.map { standing in
                    [
                        "machine": .string(standing.machine.rawValue), "state": .string(standing.state.rawValue),
                        "title": .string(standing.title), "since": .string(standing.since.description),
                    ]
                }),
        ]
        members["owner"] = share.owner.map { .string($0.name) }
        if view.isWithin { members["amendment"] = share.amendment.map { terms($0) } }
        return .object(members)
    }

    /// Each field that says something, by its name in registers; contacts have an address of their own.
    private static func terms(_ terms: Terms) -> JSONValue {
        .object(
            TermsField.allCases.reduce(into: [:]) { members, field in
                let text = terms.text(of: field)
                if !text.isEmpty, !field.isContact { members[field.rawValue] = .string(text) }
            })
    }

    static func contacts(_ contacts: ShareContacts) -> JSONValue {
        .object(["contacts": .object(contacts.entries.reduce(into: [:]) { $0[$1.field.rawValue] = .string($1.text) })])
    }

    static func action(_ action: AvailableAction) -> JSONValue {
        [
            "machine": .string(action.machine.rawValue), "command": .string(action.transition.command.rawValue),
            "title": .string(action.transition.title), "possible": .bool(action.refusal == nil),
            "reasons": .array((action.refusal?.reasons ?? []).map(\.json)),
            "required": .array(action.required.map { .string($0.rawValue) }),
            "optional": .array(action.optional.map { .string($0.rawValue) }), "takesTerms": .bool(action.editsTerms),
        ]
    }

    static func questions(_ asked: [AskedQuestions], of share: Share) -> JSONValue {
        ["version": .number(share.version), "questions": .array(asked.flatMap(\.questions).map { question($0) })]
    }

    private static func question(_ one: AnsweredQuestion) -> JSONValue {
        var members: [String: JSONValue] = [
            "id": .string(one.question.id), "asks": .string(one.question.text),
            "kind": .string(one.question.kind.rawValue), "required": .bool(one.question.isRequired),
        ]
        switch one.standing {
        case .notStarted: members["standing"] = "not-started"
        case .cannotStartYet(let first):
            members["standing"] = "cannot-start-yet"
            members["after"] = .array(first.map { .string($0) })
        case .completed(let text):
            members["standing"] = "completed"
            // Whom to turn to is told at an address of its own, where it is recorded who asks.
            if one.question.field?.isContact != true { members["answer"] = .string(text) }
        case .notApplicable: members["standing"] = "not-applicable"
        case .noResponseNeeded: members["standing"] = "notice"
        }
        members["by"] = one.answer.map { .string($0.by.rawValue) }
        members["options"] = one.question.choices.map { .array($0.map { .string($0) }) }
        return .object(members)
    }

    static func receipt(_ line: ReceiptLine) -> JSONValue {
        var members: [String: JSONValue] = [
            "reference": .string(line.share), "version": .number(line.version),
            "issued": .string(line.issued.description), "organisation": .string(line.organisation),
            "overdue": .bool(line.isOverdue),
        ]
        members["acknowledged"] = line.acknowledged.map { .string($0.description) }
        members["by"] = line.by.map { .string($0) }
        members["digest"] = line.digest.map { .string($0) }
        members["waiting"] = line.waiting.map { .number($0) }
        return .object(members)
    }

    static func receipt(_ receipt: Receipt) -> JSONValue {
        [
            "reference": .string(receipt.share.rawValue), "version": .number(receipt.version),
            "organisation": .string(receipt.organisation), "digest": .string(receipt.digest),
        ]
    }

    static func webhook(_ webhook: Webhook) -> JSONValue {
        var members: [String: JSONValue] = [
            "number": .number(webhook.number), "partner": .string(webhook.organisation),
            "address": .string(webhook.address), "toldTo": .number(webhook.through),
            "attempts": .number(webhook.attempts), "held": .bool(webhook.isHeld),
        ]
        if webhook.attempts > 0, !webhook.isHeld { members["next"] = .string(webhook.nextAttempt.description) }
        members["fault"] = webhook.fault.map { .string($0) }
        return .object(members)
    }

    static func attempt(_ attempt: WebhookAttempt) -> JSONValue {
        var members: [String: JSONValue] = ["event": .number(attempt.issue), "at": .string(attempt.at)]
        members["fault"] = attempt.fault.map { .string($0) }
        return .object(members)
    }

    static func event(_ placed: PlacedEvent) -> JSONValue {
        let event = placed.event
        return [
            "version": .number(event.version), "position": .number(placed.position),
            "at": .string(event.at.description), "actor": .string(event.actor.rawValue),
            "role": .string(event.role.rawValue), "summary": .string(event.summary),
        ]
    }
}
