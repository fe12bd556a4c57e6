import JSONValues

/// Reading an overlay: what the format of a workflow has and an overlay may not touch is told apart from a slip.
extension DefinitionReader {
    mutating func overlay(_ json: JSONValue) -> Overlay? {
        let root = JSONPointer()
        guard
            let members = object(
                json, at: root, required: ["overlay", "version", "title", "appliesTo", "uses"], optional: ["workflows"])
        else { return nil }
        let version = whole(members, "version", at: root) ?? 1
        if version < 1 { note(.wrongType, at: root.appending("version"), "Versions count from 1.") }
        return Overlay(
            name: members["overlay"].map { bareName($0, at: root.appending("overlay")) } ?? "",
            version: version, title: text(members, "title", at: root),
            department: department(members, at: root),
            uses: byMachine(members, "uses", at: root) { reader, object, key, place in
                reader.names(object, key, at: place)
            },
            changes: byMachine(members, "workflows", at: root) { reader, object, key, place in
                reader.machineChange(object[key] ?? .null, at: place.appending(key))
            })
    }

    private mutating func department(_ members: [String: JSONValue], at root: JSONPointer) -> Overlay.Department {
        let place = root.appending("appliesTo")
        guard let value = members["appliesTo"],
            let these = object(value, at: place, required: [], optional: ["organisations", "spokes"])
        else { return Overlay.Department(organisations: [], spokes: []) }
        let department = Overlay.Department(
            organisations: list(these, "organisations", at: place) { $0.identifier($1, at: $2) },
            spokes: list(these, "spokes", at: place) { $0.identifier($1, at: $2) })
        if these["organisations"]?.array?.isEmpty ?? true, these["spokes"]?.array?.isEmpty ?? true {
            note(.missingKey, at: place, "It must name at least one organisation or spoke.")
        }
        return department
    }

    /// Identifiers of organisations are longer than names of states may be.
    private mutating func identifier(_ value: JSONValue, at place: JSONPointer) -> String {
        guard let text = value.string else {
            note(.wrongType, at: place, "It must be an identifier of the reference data, not \(value.kind).")
            return ""
        }
        return text
    }

    private mutating func byMachine<Value>(
        _ members: [String: JSONValue], _ key: String, at root: JSONPointer,
        _ read: (inout DefinitionReader, [String: JSONValue], String, JSONPointer) -> Value
    ) -> [Machine: Value] {
        guard let value = members[key] else { return [:] }
        let place = root.appending(key)
        guard let object = value.object else {
            note(.wrongType, at: place, "It must be an object with a member for each machine, not \(value.kind).")
            return [:]
        }
        var values: [Machine: Value] = [:]
        for name in object.keys.sorted() {
            guard let machine = knownMachine(name, at: place) else { continue }
            values[machine] = read(&self, object, name, place)
        }
        return values
    }

    private mutating func machineChange(_ value: JSONValue, at place: JSONPointer) -> Overlay.MachineChange {
        let members =
            narrowed(
                value, at: place, required: [], optional: ["states", "transitions", "clocks", "invariants"],
                masters: ["entries": "where a share starts", "version": "the master's version"]) ?? [:]
        return Overlay.MachineChange(
            states: list(members, "states", at: place) { $0.stateChange($1, at: $2) },
            transitions: list(members, "transitions", at: place) { $0.transitionChange($1, at: $2) },
            clocks: list(members, "clocks", at: place) { $0.clockChange($1, at: $2) },
            invariants: list(members, "invariants", at: place) { $0.invariant($1, at: $2) })
    }

    private mutating func stateChange(_ value: JSONValue, at place: JSONPointer) -> Overlay.StateChange {
        let members =
            narrowed(
                value, at: place, required: ["name"], optional: ["title", "meaning", "deadlines"],
                masters: [
                    "groups": "what a state counts as", "end": "where a share ends", "waitsFor": "whom it waits for",
                ]) ?? [:]
        return Overlay.StateChange(
            name: name(members, "name", at: place),
            title: members["title"] == nil ? nil : text(members, "title", at: place),
            meaning: members["meaning"] == nil ? nil : text(members, "meaning", at: place),
            deadlines: list(members, "deadlines", at: place) { $0.deadline($1, at: $2) })
    }

    private mutating func transitionChange(_ value: JSONValue, at place: JSONPointer) -> Overlay.TransitionChange {
        let members =
            narrowed(
                value, at: place, required: ["command"],
                optional: ["from", "title", "roles", "needs", "evidence", "notBy"],
                masters: [
                    "to": "where a command leads", "records": "what it writes", "clears": "what it makes void",
                    "causes": "what follows from it", "mayGive": "what may be given with it",
                    "optional": "what a department may do without",
                ]) ?? [:]
        return Overlay.TransitionChange(
            command: name(members, "command", at: place),
            from: members["from"] == nil ? nil : names(members, "from", at: place),
            title: members["title"] == nil ? nil : text(members, "title", at: place),
            roles: members["roles"] == nil ? nil : names(members, "roles", at: place),
            needs: list(members, "needs", at: place) { $0.need($1, at: $2) },
            evidence: names(members, "evidence", at: place),
            notBy: names(members, "notBy", at: place))
    }

    private mutating func clockChange(_ value: JSONValue, at place: JSONPointer) -> Overlay.ClockChange {
        let members =
            narrowed(
                value, at: place, required: ["name", "target"], optional: [],
                masters: [
                    "runs": "when a clock runs", "pauses": "when a clock stands still", "title": "what a clock is of",
                ]) ?? [:]
        return Overlay.ClockChange(
            name: members["name"].map { bareName($0, at: place.appending("name")) } ?? "",
            target: whole(members, "target", at: place) ?? 0)
    }

    /// The members of an object, of which some belong to the master alone.
    private mutating func narrowed(
        _ value: JSONValue, at place: JSONPointer, required: [String], optional: [String], masters: [String: String]
    ) -> [String: JSONValue]? {
        guard var members = value.object else { return object(value, at: place, required: required) }
        for key in masters.keys.sorted() where members.removeValue(forKey: key) != nil {
            note(
                .notForOverlays, at: place.appending(key),
                "The master says \(masters[key] ?? key): an overlay cannot change it.")
        }
        return object(.object(members), at: place, required: required, optional: optional)
    }
}
