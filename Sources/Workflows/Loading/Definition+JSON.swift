package import JSONValues

extension Definition {
    /// The definition as its file states it; reading this gives the same definition.
    package var json: JSONValue {
        var members: [String: JSONValue] = [
            "workflow": .string(machine.rawValue),
            "version": .number(version),
            "title": .string(title),
            "summary": .string(summary),
            "entries": .object(
                Dictionary(entries.map { ($0.rawValue, .string($1.rawValue)) }, uniquingKeysWith: { first, _ in first })
            ),
            "states": .array(states.map(\.json)),
            "transitions": .array(transitions.map(\.json)),
            "invariants": .array(invariants.map(\.json)),
        ]
        members.set("clocks", .array(clocks.map(\.json)))
        return .object(members)
    }
}

extension Clock {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(name), "title": .string(title), "target": .number(target),
        ]
        members.set("runs", runs)
        members.set("pauses", pauses)
        return .object(members)
    }
}

extension State {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "name": .string(name.rawValue), "title": .string(title), "meaning": .string(meaning),
        ]
        members.set("groups", groups)
        members.set("end", isEnd)
        members.set("waitsFor", waitsFor)
        members.set("deadlines", .array(deadlines.map(\.json)))
        return .object(members)
    }
}

extension Deadline {
    var json: JSONValue {
        var members: [String: JSONValue] = ["from": .string(from.rawValue)]
        switch offset {
        case .days(let days): members["days"] = .number(days)
        case .workingDays(let days): members["workingDays"] = .number(days)
        }
        switch effect {
        case .remind(let roles): members["remind"] = .array(roles.map { .string($0.rawValue) })
        case .command(let command): members["command"] = .string(command.rawValue)
        }
        return .object(members)
    }
}

extension Transition {
    var json: JSONValue {
        var members: [String: JSONValue] = [
            "command": .string(command.rawValue), "title": .string(title),
            "from": .array(from.map { .string($0.rawValue) }),
        ]
        if let to { members["to"] = .string(to.rawValue) }
        members.set("roles", roles)
        members.set("needs", .array(needs.map(\.json)))
        members.set("evidence", evidence)
        members.set("mayGive", optionalEvidence)
        members.set("records", records)
        members.set("clears", clears)
        members.set("notBy", notBy)
        if !causes.isEmpty {
            members["causes"] = .object(
                Dictionary(
                    causes.map { ($0.rawValue, .string($1.rawValue)) }, uniquingKeysWith: { first, _ in first }))
        }
        members.set("optional", isOptional)
        return .object(members)
    }
}

extension Need {
    var json: JSONValue {
        switch self {
        case .fact(let name): .string(name.rawValue)
        case .position(let position): ["in": position.json]
        }
    }
}

extension Position {
    var json: JSONValue {
        .object(
            Dictionary(
                states.map { ($0.rawValue, .array($1.map { .string($0) })) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension Invariant {
    var json: JSONValue {
        var members: [String: JSONValue] = ["name": .string(name), "says": .string(says)]
        switch rule {
        case .whenever(let first, let others):
            members["whenever"] = first.json
            members["then"] = .array(others.map(\.json))
        case .canReach(let first, let others):
            members["whenever"] = first.json
            members["canReach"] = .array(others.map(\.json))
        case .canAlwaysReach(let others):
            members["canAlwaysReach"] = .array(others.map(\.json))
        case .whenRecording(let records, let others):
            members["whenRecording"] = .array(records.map { .string($0.rawValue) })
            members["then"] = .array(others.map(\.json))
        }
        return .object(members)
    }
}

extension Invariant.Condition {
    var json: JSONValue {
        var members: [String: JSONValue] = [:]
        if !position.states.isEmpty { members["in"] = position.json }
        members.set("established", established)
        members.set("recorded", recorded)
        return .object(members)
    }
}

/// What is empty or false is left out, as a person who writes the file would.
extension [String: JSONValue] {
    fileprivate mutating func set(_ key: String, _ value: JSONValue) {
        if value.array?.isEmpty != true { self[key] = value }
    }

    fileprivate mutating func set(_ key: String, _ flag: Bool) {
        if flag { self[key] = .bool(true) }
    }

    fileprivate mutating func set(_ key: String, _ texts: [String]) {
        set(key, .array(texts.map { .string($0) }))
    }

    fileprivate mutating func set<Name: DefinedName>(_ key: String, _ names: [Name]) {
        set(key, names.map(\.rawValue))
    }
}
