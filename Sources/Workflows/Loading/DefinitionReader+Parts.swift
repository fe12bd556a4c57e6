import JSONValues

/// Reading the parts of a definition.
extension DefinitionReader {
    mutating func state(_ value: JSONValue, at place: JSONPointer) -> State {
        let members =
            object(
                value, at: place, required: ["name", "title", "meaning"],
                optional: ["groups", "end", "waitsFor", "deadlines"]) ?? [:]
        let groups = list(members, "groups", at: place) { $0.bareName($1, at: $2) }
        return State(
            name: name(members, "name", at: place),
            title: text(members, "title", at: place),
            meaning: text(members, "meaning", at: place),
            groups: groups,
            isEnd: flag(members, "end", at: place),
            waitsFor: names(members, "waitsFor", at: place),
            deadlines: list(members, "deadlines", at: place) { $0.deadline($1, at: $2) })
    }

    mutating func deadline(_ value: JSONValue, at place: JSONPointer) -> Deadline {
        let members =
            object(
                value, at: place, required: ["from"], optional: ["days", "workingDays", "remind", "command"]) ?? [:]
        let offset = offset(members, at: place)
        let effect: Deadline.Effect
        switch (members["remind"], members["command"]) {
        case (.some, nil): effect = .remind(names(members, "remind", at: place))
        case (nil, .some): effect = .command(name(members, "command", at: place))
        default:
            effect = .remind([])
            if value.object != nil {
                note(.missingKey, at: place, "A deadline says either whom to remind or which command to give.")
            }
        }
        return Deadline(from: name(members, "from", at: place), offset: offset, effect: effect)
    }

    private mutating func offset(_ members: [String: JSONValue], at place: JSONPointer) -> Deadline.Offset {
        switch (members["days"], members["workingDays"]) {
        case (.some, nil): return .days(count(members, "days", at: place))
        case (nil, .some): return .workingDays(count(members, "workingDays", at: place))
        default:
            if !members.isEmpty {
                note(.missingKey, at: place, "A deadline gives either “days” or “workingDays”.")
            }
            return .days(0)
        }
    }

    /// A number of days with which dates can be reckoned without leaving the calendar.
    private mutating func count(_ members: [String: JSONValue], _ key: String, at place: JSONPointer) -> Int {
        guard let days = whole(members, key, at: place) else { return 0 }
        if !(-Self.mostDays...Self.mostDays).contains(days) {
            note(.tooMany, at: place.appending(key), "It must lie between −\(Self.mostDays) and \(Self.mostDays).")
            return 0
        }
        return days
    }

    /// Some 27 years.
    private static let mostDays = 10_000

    mutating func clock(_ value: JSONValue, at place: JSONPointer) -> Clock {
        let members =
            object(value, at: place, required: ["name", "title", "target", "runs"], optional: ["pauses"]) ?? [:]
        let target = count(members, "target", at: place)
        if target < 1, members["target"]?.int != nil {
            note(.tooMany, at: place.appending("target"), "A target is at least one working day.")
        }
        return Clock(
            name: members["name"].map { bareName($0, at: place.appending("name")) } ?? "",
            title: text(members, "title", at: place), target: target, runs: names(members, "runs", at: place),
            pauses: names(members, "pauses", at: place))
    }

    mutating func transition(_ value: JSONValue, at place: JSONPointer) -> Transition {
        let members =
            object(
                value, at: place, required: ["command", "title", "from"],
                optional: [
                    "to", "roles", "needs", "evidence", "mayGive", "records", "clears", "notBy", "causes", "optional",
                ]) ?? [:]
        let to: StateName? = members["to"] == nil ? nil : name(members, "to", at: place)
        return Transition(
            command: name(members, "command", at: place),
            title: text(members, "title", at: place),
            from: names(members, "from", at: place),
            to: to,
            roles: names(members, "roles", at: place),
            needs: list(members, "needs", at: place) { $0.need($1, at: $2) },
            evidence: names(members, "evidence", at: place),
            optionalEvidence: names(members, "mayGive", at: place),
            records: names(members, "records", at: place),
            clears: names(members, "clears", at: place),
            notBy: names(members, "notBy", at: place),
            causes: causes(members, at: place),
            isOptional: flag(members, "optional", at: place))
    }

    mutating func need(_ value: JSONValue, at place: JSONPointer) -> Need {
        guard case .object = value else { return .fact(name(value, at: place)) }
        let members = object(value, at: place, required: ["in"]) ?? [:]
        return .position(position(members, at: place))
    }

    mutating func position(_ members: [String: JSONValue], at place: JSONPointer) -> Position {
        guard let value = members["in"] else { return Position([:]) }
        let place = place.appending("in")
        guard let object = value.object else {
            note(.wrongType, at: place, "It must be an object that lists states for machines, not \(value.kind).")
            return Position([:])
        }
        var states: [Machine: [String]] = [:]
        for key in object.keys.sorted() {
            guard let machine = knownMachine(key, at: place) else { continue }
            states[machine] = list(object, key, at: place) { $0.reference($1, at: $2) }
            if states[machine] == [], object[key]?.array != nil {
                note(.wrongType, at: place.appending(key), "At least one state must be listed.")
            }
        }
        return Position(states)
    }

    private mutating func reference(_ value: JSONValue, at place: JSONPointer) -> String {
        guard let text = value.string, text.utf8.first == UInt8(ascii: "#") else { return bareName(value, at: place) }
        let group = bareName(.string(String(text.unicodeScalars.dropFirst())), at: place)
        return group.isEmpty ? "" : "#" + group
    }

    private mutating func causes(_ members: [String: JSONValue], at place: JSONPointer) -> [Machine: CommandName] {
        guard let value = members["causes"] else { return [:] }
        let place = place.appending("causes")
        guard let object = value.object else {
            note(.wrongType, at: place, "It must be an object that gives a command for machines, not \(value.kind).")
            return [:]
        }
        var causes: [Machine: CommandName] = [:]
        for key in object.keys.sorted() {
            guard let machine = knownMachine(key, at: place) else { continue }
            causes[machine] = name(object, key, at: place)
        }
        return causes
    }

    mutating func knownMachine(_ key: String, at place: JSONPointer) -> Machine? {
        if let machine = Machine(rawValue: key) { return machine }
        note(.unknownMachine, at: place.appending(key), "There is no machine \(quoted(key)).")
        return nil
    }
}
