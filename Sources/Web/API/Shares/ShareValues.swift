import Casework
import JSONValues
import Ledger
import Shares
import Workflows

extension ShareSummary {
    var json: JSONValue {
        .known([
            "reference": .string(reference.rawValue), "version": .number(version), "title": .string(title),
            "stage": .string(stage.rawValue), "risk": .string(risk.rawValue),
            "providers": .texts(providers.map(\.text)), "recipients": .texts(recipients.map(\.text)),
            "spoke": spoke.map { .string($0) }, "owner": owner.map { .string($0) },
            "reviewDate": reviewDate.map { .string($0.description) },
            "endDate": endDate.map { .string($0.description) },
        ])
    }
}

extension ShareView {
    var json: JSONValue {
        .known([
            "reference": .string(share.reference.rawValue), "version": .number(share.version),
            "stage": .string(stage.rawValue), "risk": .string(share.riskAsApproved.tier.rawValue),
            "terms": share.terms.json, "owner": ownerName.map { .string($0) },
            "amendment": isWithin ? share.amendment?.json : nil,
            "standing": .array(
                standing.map { standing in
                    [
                        "machine": .string(standing.machine.rawValue), "state": .string(standing.state.rawValue),
                        "title": .string(standing.title), "since": .string(standing.since.description),
                    ]
                }),
        ])
    }
}

extension Terms {
    /// Each field that says something, by its name in registers; contacts have an address of their own.
    var json: JSONValue {
        .object(
            TermsField.allCases.reduce(into: [:]) { members, field in
                let text = text(of: field)
                if !text.isEmpty, !field.isContact { members[field.rawValue] = .string(text) }
            })
    }
}

extension TermsChange {
    var json: JSONValue {
        .known([
            "field": .string(field.rawValue), "from": field.isContact ? nil : .string(from),
            "to": field.isContact ? nil : .string(to),
        ])
    }
}

extension ShareContacts {
    var json: JSONValue {
        ["contacts": .object(entries.reduce(into: [:]) { $0[$1.field.rawValue] = .string($1.text) })]
    }
}

extension AvailableAction {
    var json: JSONValue {
        [
            "machine": .string(machine.rawValue), "command": .string(transition.command.rawValue),
            "title": .string(transition.title), "possible": .bool(refusal == nil),
            "reasons": .array((refusal?.reasons ?? []).map(\.json)), "required": .texts(required.map(\.rawValue)),
            "optional": .texts(optional.map(\.rawValue)),
            "takes": .object(
                (required + optional).reduce(into: [:]) {
                    $0[$1.rawValue] = .string(takes($1))
                }), "takesTerms": .bool(editsTerms),
        ]
    }
}

extension PlacedEvent {
    var json: JSONValue {
        var members: [String: JSONValue?] = [
            "version": .number(event.version), "position": .number(position), "at": .string(event.at.description),
            "actor": .string(event.actor.rawValue), "role": .string(event.role.rawValue),
            "summary": .string(event.summary),
        ]
        switch event.happening {
        case .registered: break
        case .relocated(let relocation): members["reason"] = relocation.reason.map { .string($0) }
        case .corrected(let correction): members["changes"] = .array(correction.changes.map(\.json))
        case .acted(let act):
            members["onBehalfOf"] = act.onBehalfOf.map { .string($0.rawValue) }
            members["fields"] = .object(act.evidence.mapValues { .string($0) })
            members["changes"] = .array(act.changes.map(\.json))
            members["frozen"] = act.frozen.map { frozen in
                .array(frozen.inWords.map { ["heading": .string($0.heading), "text": .string($0.text)] })
            }
        }
        return .known(members)
    }
}

extension [AskedQuestions] {
    func json(of share: Share) -> JSONValue {
        ["version": .number(share.version), "questions": .array(flatMap(\.questions).map(\.json))]
    }
}

extension AnsweredQuestion {
    fileprivate var json: JSONValue {
        var members: [String: JSONValue?] = [
            "id": .string(question.id), "asks": .string(question.text), "kind": .string(question.kind.rawValue),
            "required": .bool(question.isRequired), "by": answer.map { .string($0.by.rawValue) },
            "options": question.choices.map { .texts($0) }, "lastTime": lastTime.map { .string($0.text) },
        ]
        switch standing {
        case .notStarted: members["standing"] = "not-started"
        case .cannotStartYet(let first):
            members["standing"] = "cannot-start-yet"
            members["after"] = .texts(first)
        case .completed(let text):
            members["standing"] = "completed"
            // Whom to turn to is told at an address of its own, where it is recorded who asks.
            if question.field?.isContact != true { members["answer"] = .string(text) }
        case .notApplicable: members["standing"] = "not-applicable"
        case .noResponseNeeded: members["standing"] = "notice"
        }
        return .known(members)
    }
}
