import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares
import Workflows

/// The record as a whole, for the hub and auditors.
extension APIRoute {
    static let ofAudit = [audit, readings, verification, evidence]

    static let audit = APIRoute(
        .get, "audit", "listEvents", "The events of the record, the newest first, a page at a time",
        scopes: [.readAudit], parameters: APIParameter.ofAudit, answer: .json(.audit), refusals: [notAuditor],
        .does { call in
            let events = try call.office.recordedEvents(call.search, limit: call.limit + 1, as: call.id)
            let (page, next) = call.part(of: events, .before) { String($0.position) }
            return Answer(json: .known(["events": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    static let readings = APIRoute(
        .get, "audit/readings", "listReadings",
        "Who read contact details, documents and manifests, the newest first, a page at a time", scopes: [.readAudit],
        parameters: APIParameter.ofAudit, answer: .json(.readings), refusals: [notAuditor],
        .does { call in
            let readings = try call.office.readings(
                call.search, before: call.whole(.before), limit: call.limit + 1, as: call.id)
            let (page, next) = call.part(of: readings, .before) { String($0.number) }
            return Answer(json: .known(["readings": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    static let verification = APIRoute(
        .get, "audit/verification", "verify",
        "Computes the record anew and makes every share again from its events: what is not as it is stored",
        scopes: [.readAudit], answer: .json(.verification), refusals: [notAuditor],
        .does { call in
            try call.office.mayAudit(call.id)
            return Answer(json: try call.office.verifyAudit().json)
        })

    static let evidence = APIRoute(
        .get, "audit/evidence.zip", "getEvidence",
        "The record, or what is about one share, in a form that needs nothing of ours to be checked",
        scopes: [.readAudit], parameters: [.ofShare], answer: .files(["application/zip"]),
        refusals: [notAuditor, .noShare, APIRefusal(413, "The record is too long for one file")],
        .does { call in
            let share = call.text(.ofShare)?.trimmed.nonEmpty.map { ShareReference(TermsReader.normalised($0)) }
            return Answer(
                contentType: "application/zip", bytes: try call.office.evidenceArchive(about: share, as: call.id),
                fileName: "evidence.zip")
        })

    private static let notAuditor = APIRefusal.notForYou("The record as a whole")
}

extension APIParameter {
    static let ofShare = APIParameter(name: "share", place: "query", says: "The reference of a share")
    static let by = APIParameter(name: "by", place: "query", says: "The id of whoever did it")
    static let fromDay = APIParameter(
        name: "from", place: "query", says: "The first day, in UTC", schema: Shape.day)
    static let untilDay = APIParameter(
        name: "until", place: "query", says: "The last day, in UTC", schema: Shape.day)

    static let ofAudit = [ofShare, by, fromDay, untilDay, before, limit]
}

extension APICall {
    fileprivate var search: EventSearch {
        EventSearch(
            share: text(.ofShare)?.trimmed.nonEmpty.map { ShareReference(TermsReader.normalised($0)) },
            actor: text(.by)?.trimmed.nonEmpty.map { PersonID($0) }, from: day(.fromDay), until: day(.untilDay),
            before: whole(.before))
    }
}

extension APISchema {
    package static let audit = APISchema(
        "Audit",
        Shape.object(
            [
                "events": Shape.list(
                    Shape.object(
                        [
                            "position": Shape.whole, "stream": Shape.text, "share": Shape.text, "at": Shape.text,
                            "actor": Shape.text, "role": Shape.text, "says": Shape.text, "hash": Shape.text,
                        ], optional: ["share"])),
                "next": Shape.next,
            ], optional: ["next"]))

    package static let readings = APISchema(
        "Readings",
        Shape.object(
            [
                "readings": Shape.list(
                    Shape.object([
                        "number": Shape.whole, "at": Shape.text, "actor": Shape.text, "role": Shape.text,
                        "share": Shape.text, "what": Shape.text, "hash": Shape.text,
                    ])), "next": Shape.next,
            ], optional: ["next"]))

    package static let verification = APISchema(
        "Verification",
        Shape.object([
            "whole": Shape.yesOrNo, "events": Shape.whole, "head": Shape.text, "shares": Shape.whole,
            "faults": Shape.list(Shape.text),
        ]))
}

extension RecordedEvent {
    fileprivate var json: JSONValue {
        .known([
            "position": .number(position), "stream": .string(stream), "share": share.map { .string($0.rawValue) },
            "at": .string(at.description), "actor": .string(actor.rawValue), "role": .string(role.rawValue),
            "says": .string(says), "hash": .string(hash.hexadecimal),
        ])
    }
}

extension Reading {
    fileprivate var json: JSONValue {
        [
            "number": .number(number), "at": .string(at.description), "actor": .string(actor.rawValue),
            "role": .string(role.rawValue), "share": .string(share.rawValue), "what": .string(what),
            "hash": .string(hash.hexadecimal),
        ]
    }
}

extension AuditVerification {
    fileprivate var json: JSONValue {
        [
            "whole": .bool(faults.isEmpty), "events": .number(position.size),
            "head": .string(position.head.hexadecimal), "shares": .number(shares), "faults": .texts(faults),
        ]
    }
}
