import JSONValues

/// Turns the JSON of one file into a definition, and collects everything that is not as the format says.
///
/// An element that cannot be read is replaced by an empty one, never left out: list positions stay those of the file.
struct DefinitionReader {
    let file: String
    private(set) var faults: [DefinitionFault] = []

    init(file: String) {
        self.file = file
    }

    /// Nil where the file does not even say which machine it is.
    mutating func read(_ json: JSONValue) -> LocatedDefinition? {
        let root = JSONPointer()
        guard
            let members = object(
                json, at: root,
                required: [
                    "workflow", "version", "title", "summary", "entries", "states", "transitions", "invariants",
                ],
                optional: ["clocks"])
        else { return nil }
        guard let machine = machine(members) else { return nil }
        let version = whole(members, "version", at: root) ?? 1
        if version < 1 {
            note(.wrongType, at: root.appending("version"), "Versions count from 1.")
        }
        let definition = Definition(
            machine: machine, version: version,
            title: text(members, "title", at: root),
            summary: text(members, "summary", at: root),
            states: list(members, "states", at: root) { $0.state($1, at: $2) },
            transitions: list(members, "transitions", at: root) { $0.transition($1, at: $2) },
            entries: entries(members, at: root),
            invariants: list(members, "invariants", at: root) { $0.invariant($1, at: $2) },
            clocks: list(members, "clocks", at: root) { $0.clock($1, at: $2) })
        // An unknown key alone leaves nothing unread.
        let isWhole = faults.allSatisfy { $0.rule == .unknownKey || $0.rule == .badText }
        return LocatedDefinition(file: file, definition: definition, isWhole: isWhole)
    }

    mutating func note(_ rule: DefinitionFault.Rule, at pointer: JSONPointer, _ message: String) {
        faults.append(DefinitionFault(file: file, pointer: pointer, rule: rule, message: message))
    }

    private mutating func machine(_ members: [String: JSONValue]) -> Machine? {
        guard let value = members["workflow"] else { return nil }
        let pointer = JSONPointer(["workflow"])
        guard let name = value.string else {
            note(.wrongType, at: pointer, "The name of the workflow must be a text, not \(value.kind).")
            return nil
        }
        guard let machine = Machine(rawValue: name) else {
            let known = Machine.allCases.map(\.rawValue).joined(separator: ", ")
            note(.unknownMachine, at: pointer, "There is no workflow \(quoted(name)); there are \(known).")
            return nil
        }
        return machine
    }

    private mutating func entries(_ members: [String: JSONValue], at root: JSONPointer) -> [EntryName: StateName] {
        guard let value = members["entries"] else { return [:] }
        let place = root.appending("entries")
        guard let object = value.object else {
            note(.wrongType, at: place, "It must be an object that gives a state for each way in, not \(value.kind).")
            return [:]
        }
        var entries: [EntryName: StateName] = [:]
        for (key, value) in object.sorted(by: { $0.key < $1.key }) {
            entries[EntryName(rawValue: key)] = name(value, at: place.appending(key))
        }
        return entries
    }
}
