import Casework
import Hummingbird
import JSONValues
import Shares
import Workflows

/// What the rules are made of: the reference data, for the hub, and the workflows as they run.
extension APIRoute {
    static let ofRules = [reference, referenceFile, workflows]

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
            let after = call.whole(.position) ?? 0
            let rest = Array(file.entries.enumerated().dropFirst(after))
            let (page, next) = call.part(of: rest, .position) { String($0.offset + 1) }
            return Answer(
                json: .known(
                    file.members.merging([
                        "entries": .array(page.map(\.element.json)), "next": next.map { .string($0) },
                    ]) { $1 }))
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
        "Reference", Shape.object(["files": Shape.list(Shape.object(ofFile))]))

    package static let referenceFile = APISchema(
        "ReferenceFile",
        Shape.object(
            ofFile.merging([
                "entries": Shape.list(
                    Shape.object(["id": Shape.text, "name": Shape.text, "members": Shape.texts])),
                "next": Shape.next,
            ]) { $1 }, optional: ["next"]))

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
    ]
}

extension ReferenceRegister {
    fileprivate var members: [String: JSONValue?] {
        [
            "name": .string(name), "title": .string(title), "source": .string(source), "digest": .string(digest),
            "values": .number(entries.count),
        ]
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
