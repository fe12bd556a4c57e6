import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares
import Workflows

/// What the rules are made of: the reference data, for the hub, and the workflows as they run.
extension APIRoute {
    static let ofRules = [reference, referenceFile, referenceStates, referenceState, workflows]

    static let reference = APIRoute(
        .get, "reference", "listReference", "The files of the reference data", scopes: [.readOffice],
        answer: .json(.reference), refusals: [notHub],
        .does { call in
            let files = try call.office.referenceRegisters(as: call.id)
            return Answer(json: ["files": .array(files.map { .known($0.members) })])
        })

    static let referenceFile = APIRoute(
        .get, "reference/{file}", "getReference", "The values of a file, in its order, a page at a time",
        scopes: [.readOffice], parameters: [.file, .limit, .position], answer: .json(.referenceFile),
        refusals: [notHub, APIRefusal(404, "There is no such file")],
        .does { call in
            let name = try call.segment(.file)
            guard let file = try call.office.referenceRegisters(as: call.id).first(where: { $0.name == name }) else {
                throw APIProblem(.notFound, "There is no file “\(name.shortened(to: 80))” of reference data.")
            }
            return Answer(json: .known(file.members.merging(call.values(of: file)) { $1 }))
        })

    static let referenceStates = APIRoute(
        .get, "reference/{file}/states", "listReferenceStates",
        "The states that a file was in, the newest first, a page at a time: since when, and what changed in it",
        scopes: [.readOffice], parameters: [.file, .limit, .before], answer: .json(.referenceStates),
        refusals: [notHub, APIRefusal(404, "No state of such a file is noted")],
        .does { call in
            let name = try call.segment(.file)
            let before = call.whole(.before)
            let lines = try call.office.referenceStates(
                of: name, before: before, limit: call.limit + 1, as: call.id)
            if lines.isEmpty, before == nil {
                throw APIProblem(.notFound, "No state of “\(name.shortened(to: 80))” is noted.")
            }
            let (page, next) = call.part(of: lines, .before) { String($0.state.number) }
            return Answer(
                json: .known([
                    "states": .array(page.map { .known($0.members) }), "next": next.map { .string($0) },
                ]))
        })

    static let referenceState = APIRoute(
        .get, "reference/{file}/states/{number}", "getReferenceState",
        "The values of a file as they were in one of its states, a page at a time", scopes: [.readOffice],
        parameters: [.file, .number, .limit, .position], answer: .json(.referenceState),
        refusals: [notHub, APIRefusal(404, "The file has no such state")],
        .does { call in
            guard
                let was = try call.office.reference(
                    try call.segment(.file), inState: try call.number(), as: call.id)
            else { throw APIProblem(.notFound, "The file has no such state.") }
            var members = was.line.members
            members["until"] = was.until.map { .string($0.description) }
            members.merge(was.register.map { call.values(of: $0) } ?? ["entries": []]) { $1 }
            return Answer(json: .known(members))
        })

    static let workflows = APIRoute(
        .get, "workflows", "listWorkflows",
        "The five workflows as new shares run on them: how many shares stand where, and who may do what",
        scopes: [.readPortfolio], answer: .json(.workflows),
        .does { call in
            let definitions = try call.office.definitions()
            let counts = try call.office.stateCounts(for: call.person)
            let rows = Dictionary(grouping: PermissionTable(definitions).rows, by: \.machine)
            return Answer(json: [
                "workflows": .array(
                    definitions.all.map { checked in
                        checked.definition.json(
                            counts: counts[checked.machine] ?? [:], rows: rows[checked.machine] ?? [])
                    })
            ])
        })
}

extension APIParameter {
    static let file = APIParameter(
        name: "file", place: "path", says: "The name of the file, as they are listed", isRequired: true)
    static let position = APIParameter(
        name: "after", place: "query", says: "The number of the last of the page before: next gives it",
        schema: ["type": "integer", "minimum": 0])
}

extension APISchema {
    package static let reference = APISchema(
        "Reference", Shape.object(["files": Shape.list(Shape.object(ofFile, optional: ["owner"]))]))

    package static let referenceFile = APISchema(
        "ReferenceFile",
        Shape.object(
            ofFile.merging([
                "entries": values,
                "next": Shape.next,
            ]) { $1 }, optional: ["next", "owner"]))

    package static let referenceStates = APISchema(
        "ReferenceStates",
        Shape.object(
            ["states": Shape.list(Shape.object(ofState, optional: optionalOfState)), "next": Shape.next],
            optional: ["next"]))

    package static let referenceState = APISchema(
        "ReferenceState",
        Shape.object(
            ofState.merging([
                "until": Shape.said(Shape.text, "When the state after it was noted"), "entries": values,
                "next": Shape.next,
            ]) { $1 }, optional: optionalOfState.union(["until", "next"])))

    package static let workflows = APISchema(
        "Workflows",
        Shape.object([
            "workflows": Shape.list(
                Shape.object([
                    "machine": Shape.text, "version": Shape.whole, "title": Shape.text, "summary": Shape.text,
                    "states": Shape.list(
                        Shape.object([
                            "name": Shape.text, "title": Shape.text, "meaning": Shape.text, "end": Shape.yesOrNo,
                            "waitsFor": Shape.list(Shape.text), "shares": Shape.whole,
                        ])),
                    "commands": Shape.list(
                        Shape.object([
                            "command": Shape.text, "title": Shape.text, "from": Shape.text, "to": Shape.text,
                            "roles": Shape.list(Shape.text), "needs": Shape.list(Shape.text),
                            "notBy": Shape.list(Shape.text), "followsFrom": Shape.list(Shape.text),
                        ])),
                ]))
        ]))

    private static let ofFile: [String: JSONValue] = [
        "name": Shape.text, "title": Shape.text, "source": Shape.text,
        "digest": Shape.said(Shape.text, "SHA-256 of the file, in hexadecimal"), "values": Shape.whole,
        "owner": Shape.object(
            [
                "role": Shape.text, "person": Shape.text,
                "name": Shape.said(Shape.text, "The role in words, or the name of the person"),
            ], optional: ["role", "person", "name"]),
        "waitsForStart": Shape.said(Shape.yesOrNo, "The file was changed: the change is used from the next start on"),
    ]

    private static let values = Shape.list(
        Shape.object(["id": Shape.text, "name": Shape.text, "members": Shape.texts]))

    private static let ofState: [String: JSONValue] = [
        "number": Shape.whole, "at": Shape.text, "actor": Shape.text, "role": Shape.text, "who": Shape.text,
        "occasion": Shape.oneOf(["act", "tick", "serving"]), "present": Shape.yesOrNo,
        "digest": Shape.said(Shape.text, "SHA-256 of the file, in hexadecimal; missing where it was taken away"),
        "changes": Shape.said(
            Shape.object([
                "file": changes, "added": values, "removed": values,
                "changed": Shape.list(Shape.object(["id": Shape.text, "name": Shape.text, "members": changes])),
                "inAnotherOrder": Shape.yesOrNo,
            ]), "Against the state before; missing in the first"),
    ]
    private static let optionalOfState: Set<String> = ["digest", "changes"]

    /// Of a list what was added and removed, of anything else what it was and is.
    private static let changes = Shape.list(
        Shape.object(
            [
                "name": Shape.text, "before": Shape.text, "after": Shape.text, "added": Shape.list(Shape.text),
                "removed": Shape.list(Shape.text),
            ], optional: ["before", "after", "added", "removed"]))
}

extension ReferenceRegister {
    fileprivate var members: [String: JSONValue?] {
        [
            "name": .string(name), "title": .string(title), "source": .string(source), "digest": .string(digest),
            "values": .number(entries.count), "waitsForStart": .bool(waitsForStart), "owner": owner?.json,
        ]
    }
}

extension ReferenceRegister.Owner {
    fileprivate var json: JSONValue {
        let name = name.map { JSONValue.string($0) }
        return switch said {
        case .role(let role): .known(["role": .string(role.rawValue), "name": name])
        case .person(let id): .known(["person": .string(id.rawValue), "name": name])
        }
    }
}

extension APICall {
    /// A page of the values of a file, in its order.
    fileprivate func values(of file: ReferenceRegister) -> [String: JSONValue?] {
        let rest = Array(file.entries.enumerated().dropFirst(whole(.position) ?? 0))
        let (page, next) = part(of: rest, .position) { String($0.offset + 1) }
        return ["entries": .array(page.map(\.element.json)), "next": next.map { .string($0) }]
    }
}

extension ReferenceStateLine {
    fileprivate var members: [String: JSONValue?] {
        [
            "number": .number(state.number), "at": .string(state.at.description),
            "digest": state.digest.map { .string($0) }, "occasion": .string(state.occasion.rawValue),
            "actor": .string(state.actor.rawValue), "role": .string(state.role.rawValue), "who": .string(who),
            "present": .bool(isPresent), "changes": changes?.json,
        ]
    }
}

extension ReferenceChanges {
    fileprivate var json: JSONValue {
        [
            "file": .array(ofFile.map(\.json)), "added": .array(added.map(\.json)),
            "removed": .array(removed.map(\.json)), "inAnotherOrder": .bool(isInAnotherOrder),
            "changed": .array(
                changed.map { value in
                    [
                        "id": .string(value.id), "name": .string(value.name),
                        "members": .array(value.members.map(\.json)),
                    ]
                }),
        ]
    }
}

extension ReferenceChanges.Member {
    fileprivate var json: JSONValue {
        switch change {
        case .from(let before, let after):
            .known([
                "name": .string(name), "before": before.map { .string($0) }, "after": after.map { .string($0) },
            ])
        case .list(let added, let removed):
            .known(["name": .string(name), "added": .texts(added), "removed": .texts(removed)])
        }
    }
}

extension ReferenceRegister.Entry {
    fileprivate var json: JSONValue {
        [
            "id": .string(id), "name": .string(name),
            "members": .object(members.reduce(into: [:]) { $0[$1.name] = .string($1.text) }),
        ]
    }
}

extension Definition {
    fileprivate func json(counts: [StateName: Int], rows: [PermissionTable.Row]) -> JSONValue {
        [
            "machine": .string(machine.rawValue), "version": .number(version), "title": .string(title),
            "summary": .string(summary),
            "states": .array(
                states.map { state in
                    [
                        "name": .string(state.name.rawValue), "title": .string(state.title),
                        "meaning": .string(state.meaning), "end": .bool(state.isEnd),
                        "waitsFor": .texts(state.waitsFor.map(\.rawValue)),
                        "shares": .number(counts[state.name] ?? 0),
                    ]
                }),
            "commands": .array(
                rows.map { row in
                    [
                        "command": .string(row.command.rawValue), "title": .string(row.title),
                        "from": .string(row.state.rawValue), "to": .string(row.to.rawValue),
                        "roles": .texts(row.roles.map(\.rawValue)), "needs": .texts(row.needs.map(\.text)),
                        "notBy": .texts(row.notBy.map(\.rawValue)), "followsFrom": .texts(row.followsFrom),
                    ]
                }),
        ]
    }
}
