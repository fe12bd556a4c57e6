import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares
import Workflows

/// The people with their roles and appointments, for the hub: what the page of people does.
extension APIRoute {
    static let ofPeople = [people, person, addPerson, changePerson, appoint, leave, unlink]

    static let people = APIRoute(
        .get, "people", "listPeople", "Everybody, in the order of their ids, a page at a time", scopes: [.readOffice],
        parameters: [.limit, .after], answer: .json(.people), refusals: [notHub],
        .does { call in
            let (page, next) = call.page(of: try call.office.everybody(as: call.id)) { $0.person.id.rawValue }
            return Answer(
                json: .known(["people": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    static let person = APIRoute(
        .get, "people/{person}", "getPerson", "Somebody, with their appointments", scopes: [.readOffice],
        parameters: [.person], answer: .json(.person), refusals: [notHub, noPerson],
        .does { call in
            let known = try call.known()
            return try .telling(of: known, holding: call.office.holdings(of: known.person.id, as: call.id))
        })

    static let addPerson = APIRoute(
        .post, "people", "addPerson", "Adds somebody", scopes: [.runOffice], parameters: [.idempotencyKey],
        body: .json(.newPerson), answer: .made(.person),
        refusals: [notHub, APIRefusal(409, "There is somebody of that id"), .refused("The person")],
        .does { call in
            try call.office.isHub(call.id, toSee: "who everybody is")
            let added = try call.office.keep(
                call.sentPerson(PersonID(call.sent("id") ?? "")), as: call.id, ifSeen: .nothing, once: call.once)
            return .made(added.json, at: APIRoute.address("people", added.person.id.rawValue))
                .tagged(try added.fingerprint)
        })

    static let changePerson = APIRoute(
        .put, "people/{person}", "changePerson", "Changes what is known of somebody", scopes: [.runOffice],
        parameters: [.person, .ifMatch], body: .json(.changedPerson), answer: .json(.person),
        refusals: [notHub, noPerson, .refused("The change")],
        .does { call in
            let id = try call.known().person.id
            return try .telling(of: call.office.keep(call.sentPerson(id), as: call.id, ifSeen: call.seen()))
        })

    static let appoint = APIRoute(
        .post, "people/{person}/appointments", "appoint", "Appoints somebody, by letter", scopes: [.runOffice],
        parameters: [.person, .ifMatch, .idempotencyKey], body: .json(.newAppointment), answer: .json(.person),
        refusals: [notHub, noPerson, .refused("The appointment")],
        .does { call in
            let id = try call.known().person.id
            guard let post = Appointment.Post(rawValue: call.sent("post") ?? "") else {
                throw APIProblem(.badRequest, "post is not one that is described.")
            }
            let appointment = Appointment(
                id, as: post, of: call.sent("spoke"), DaySpan(try call.sentDay("first")),
                letter: call.sent("letter") ?? "")
            return try .telling(
                of: call.office.change(.appointed(appointment), as: call.id, ifSeen: call.seen(), once: call.once))
        })

    static let leave = APIRoute(
        .put, "people/{person}/departure", "noteDeparture", "Notes the last day of somebody’s work",
        scopes: [.runOffice], parameters: [.person, .ifMatch], body: .json(.departure), answer: .json(.person),
        refusals: [notHub, noPerson, .refused("The departure")],
        .does { call in
            let id = try call.known().person.id
            let known = try call.office.change(
                .left(.init(id, last: call.sentDay("last"))), as: call.id, ifSeen: call.seen())
            return try .telling(of: known, holding: call.office.holdings(of: id, as: call.id))
        })

    static let unlink = APIRoute(
        .delete, "people/{person}/account", "unbindAccount",
        "Unbinds somebody from their account at the provider; they are signed out", scopes: [.runOffice],
        parameters: [.person, .ifMatch], answer: .json(.person),
        refusals: [notHub, noPerson, APIRefusal(422, "Somebody is bound to no account")],
        .does { call in
            let id = try call.known().person.id
            return try .telling(of: call.office.unlink(id, as: call.id, ifSeen: call.seen()))
        })

    static let notHub = APIRefusal.notForYou("What the hub does")
    private static let noPerson = APIRefusal(404, "There is nobody of that id")
}

extension APIParameter {
    static let person = APIParameter(name: "person", place: "path", says: "The id of somebody", isRequired: true)
}

extension Answer {
    fileprivate static func telling(of somebody: KnownPerson, holding holdings: Holdings? = nil) throws -> Answer {
        var json = somebody.json
        if let holdings, case .object(var members) = json {
            members["holds"] = holdings.json
            json = .object(members)
        }
        return Answer(json: json).tagged(try somebody.fingerprint)
    }
}

extension KnownPerson {
    fileprivate var json: JSONValue {
        .known([
            "id": .string(person.id.rawValue), "name": .string(person.name),
            "roles": .texts(person.roles.map(\.rawValue)), "organisation": .string(person.organisation),
            "spoke": person.spoke.map { .string($0) }, "email": person.email.map { .string($0) },
            "leaves": leaves.map { .string($0.description) }, "appointments": .array(appointments.map(\.json)),
            "account": account.map { account in
                [
                    "issuer": .string(account.issuer), "subject": .string(account.subject),
                    "since": .string(account.since.description),
                ]
            },
        ])
    }
}

extension Holdings {
    fileprivate var json: JSONValue {
        [
            "answersFor": .number(answersFor), "askedFor": .number(askedFor),
            "underWay": .texts(underWay.map(\.reference.rawValue)),
        ]
    }
}

extension APICall {
    /// Of whom the address is. Throws `Refusal` for anybody but the hub, and where there is nobody.
    fileprivate func known() throws -> KnownPerson {
        try office.knownPerson(PersonID(segment(.person)), as: id)
    }

    fileprivate func sentPerson(_ id: PersonID) -> Person {
        Person(
            id: id, name: sent("name") ?? "", roles: sentList("roles").map { RoleName(rawValue: $0) },
            organisation: sent("organisation") ?? "", spoke: sent("spoke"), email: sent("email"))
    }

    /// Throws `Findings` where there is no such day.
    func sentDay(_ member: String) throws -> Day {
        guard let day = Day(iso: sent(member) ?? "") else {
            throw Findings([
                .error("day-not-understood", at: .field(member), "There is no day \(sent(member) ?? "").")
            ])
        }
        return day
    }
}

extension Appointment {
    fileprivate var json: JSONValue {
        .known([
            "post": .string(post.rawValue), "spoke": spoke.map { .string($0) },
            "first": .string(days.first.description), "last": days.last.map { .string($0.description) },
            "letter": .string(letter),
        ])
    }
}

extension APISchema {
    package static let person = APISchema("Person", somebody)

    package static let people = APISchema(
        "People", Shape.object(["people": Shape.list(somebody), "next": Shape.next], optional: ["next"]))

    static let newPerson = APISchema(
        "NewPerson", Shape.object(known.merging(["id": Shape.text]) { $1 }, optional: ["spoke", "email"]))

    static let changedPerson = APISchema("ChangedPerson", Shape.object(known, optional: ["spoke", "email"]))

    static let newAppointment = APISchema(
        "NewAppointment",
        Shape.object(
            [
                "post": Shape.oneOf(Appointment.Post.allCases.map(\.rawValue)),
                "spoke": Shape.said(Shape.text, "The whole department where none is given"), "first": Shape.day,
                "letter": Shape.said(Shape.text, "Where the letter of appointment is filed"),
            ], optional: ["spoke"]))

    static let departure = APISchema("Departure", Shape.object(["last": Shape.day]))

    private static let known: [String: JSONValue] = [
        "name": Shape.text, "roles": Shape.list(Shape.text), "organisation": Shape.text, "spoke": Shape.text,
        "email": Shape.text,
    ]

    private static let somebody = Shape.object(
        known.merging([
            "id": Shape.text, "leaves": Shape.day,
            "appointments": Shape.list(
                Shape.object(
                    [
                        "post": Shape.text, "spoke": Shape.text, "first": Shape.day, "last": Shape.day,
                        "letter": Shape.text,
                    ], optional: ["spoke", "last"])),
            "account": Shape.object(["issuer": Shape.text, "subject": Shape.text, "since": Shape.text]),
            "holds": Shape.said(
                Shape.object([
                    "answersFor": Shape.whole, "askedFor": Shape.whole, "underWay": Shape.list(Shape.text),
                ]),
                "Where one person is asked for or leaves: how many open shares they are the data owner of and how many they asked for, and the references of those that they answer for in which something is under way"
            ),
        ]) { $1 }, optional: ["spoke", "email", "leaves", "account", "holds"])
}
