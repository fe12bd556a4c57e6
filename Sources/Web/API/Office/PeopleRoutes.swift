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
            let roster = try call.roster()
            let (page, next) = call.page(of: roster.roster.inOrder) { $0.id.rawValue }
            return Answer(
                json: .known([
                    "people": .array(page.map { roster.json(of: $0) }), "next": next.map { .string($0) },
                ]))
        })

    static let person = APIRoute(
        .get, "people/{person}", "getPerson", "Somebody, with their appointments", scopes: [.readOffice],
        parameters: [.person], answer: .json(.person), refusals: [notHub, noPerson],
        .does { call in try call.told() })

    static let addPerson = APIRoute(
        .post, "people", "addPerson", "Adds somebody", scopes: [.runOffice], body: .json(.newPerson),
        answer: .made(.person),
        refusals: [notHub, APIRefusal(409, "There is somebody of that id"), .refused("The person")],
        .does { call in
            let id = PersonID(call.sent("id") ?? "")
            guard try call.roster().roster[id] == nil else {
                throw APIProblem(.conflict, "There is somebody of the id “\(id.rawValue.shortened(to: 80))” already.")
            }
            try call.office.keep(call.sentPerson(id), as: call.id)
            return .made(try call.json(of: id), at: APIRoute.address("people", id.rawValue))
        })

    static let changePerson = APIRoute(
        .put, "people/{person}", "changePerson", "Changes what is known of somebody", scopes: [.runOffice],
        parameters: [.person, .ifMatch], body: .json(.changedPerson), answer: .json(.person),
        refusals: [notHub, noPerson, .refused("The change")],
        .does { call in
            try call.changing { try call.office.keep(call.sentPerson($0), as: call.id) }
        })

    static let appoint = APIRoute(
        .post, "people/{person}/appointments", "appoint", "Appoints somebody, by letter", scopes: [.runOffice],
        parameters: [.person, .ifMatch], body: .json(.newAppointment), answer: .json(.person),
        refusals: [notHub, noPerson, .refused("The appointment")],
        .does { call in
            try call.changing { id in
                guard let post = Appointment.Post(rawValue: call.sent("post") ?? "") else { return }
                try call.office.change(
                    .appointed(
                        Appointment(
                            id, as: post, of: call.sent("spoke"), DaySpan(try call.sentDay("first")),
                            letter: call.sent("letter") ?? "")), as: call.id)
            }
        })

    static let leave = APIRoute(
        .put, "people/{person}/departure", "noteDeparture", "Notes the last day of somebody’s work",
        scopes: [.runOffice], parameters: [.person, .ifMatch], body: .json(.departure), answer: .json(.person),
        refusals: [notHub, noPerson, .refused("The departure")],
        .does { call in
            try call.changing { try call.office.change(.left(.init($0, last: call.sentDay("last"))), as: call.id) }
        })

    static let unlink = APIRoute(
        .delete, "people/{person}/account", "unbindAccount",
        "Unbinds somebody from their account at the provider; they are signed out", scopes: [.runOffice],
        parameters: [.person, .ifMatch], answer: .json(.person),
        refusals: [notHub, noPerson, APIRefusal(422, "Somebody is bound to no account")],
        .does { call in try call.changing { try call.office.unlink($0, as: call.id) } })

    static let notHub = APIRefusal.notForYou("What the hub does")
    private static let noPerson = APIRefusal(404, "There is nobody of that id")
}

extension APIParameter {
    static let person = APIParameter(name: "person", place: "path", says: "The id of somebody", isRequired: true)
}

/// Everybody with what holds between them, and with which accounts they sign in.
private struct EverybodyTold {
    var roster: Roster
    var links: [PersonID: SignInLink]

    func json(of person: Person) -> JSONValue {
        .known([
            "id": .string(person.id.rawValue), "name": .string(person.name),
            "roles": .texts(person.roles.map(\.rawValue)), "organisation": .string(person.organisation),
            "spoke": person.spoke.map { .string($0) }, "email": person.email.map { .string($0) },
            "leaves": roster.departures[person.id].map { .string($0.description) },
            "appointments": .array(roster.appointments.filter { $0.person == person.id }.map(\.json)),
            "account": links[person.id].map { link in
                [
                    "issuer": .string(link.issuer), "subject": .string(link.subject),
                    "since": .string(link.made.description),
                ]
            },
        ])
    }
}

extension APICall {
    /// Throws `Refusal` for anybody but the hub.
    fileprivate func roster() throws -> EverybodyTold {
        try office.isHub(id, toSee: "who everybody is")
        return EverybodyTold(
            roster: try office.currentRoster(),
            links: Dictionary(try office.signInLinks().map { ($0.person, $0) }) { $1 })
    }

    fileprivate func json(of id: PersonID) throws -> JSONValue {
        let roster = try roster()
        guard let person = roster.roster[id] else {
            throw APIProblem(.notFound, "There is nobody of the id “\(id.rawValue.shortened(to: 80))”.")
        }
        return roster.json(of: person)
    }

    fileprivate func told() throws -> Answer { Answer(json: try json(of: PersonID(segment(.person)))) }

    /// Somebody as the program saw them, changed; what is then told of them.
    fileprivate func changing(_ change: (PersonID) throws -> Void) throws -> Answer {
        try hold(to: told())
        try change(PersonID(segment(.person)))
        var answer = try told()
        answer.entityTag = answer.tagOfBytes
        return answer
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
        ]) { $1 }, optional: ["spoke", "email", "leaves", "account"])
}
