import JSONValues

/// Reading what must always hold.
extension DefinitionReader {
    mutating func invariant(_ value: JSONValue, at place: JSONPointer) -> Invariant {
        let members =
            object(
                value, at: place, required: ["name", "says"],
                optional: ["whenever", "whenRecording", "then", "canAlwaysReach", "canReach"]) ?? [:]
        let invariantName = members["name"].map { bareName($0, at: place.appending("name")) } ?? ""
        return Invariant(
            name: invariantName, says: text(members, "says", at: place), rule: rule(members, at: place))
    }

    private mutating func rule(_ members: [String: JSONValue], at place: JSONPointer) -> Invariant.Rule {
        let keys = Set(members.keys).intersection(["whenever", "whenRecording", "then", "canAlwaysReach", "canReach"])
        switch keys {
        case ["whenever", "then"]:
            return .whenever(condition(members, "whenever", at: place), then: conditions(members, "then", at: place))
        case ["whenever", "canReach"]:
            return .canReach(
                from: condition(members, "whenever", at: place), conditions(members, "canReach", at: place))
        case ["canAlwaysReach"]:
            return .canAlwaysReach(conditions(members, "canAlwaysReach", at: place))
        case ["whenRecording", "then"]:
            return .whenRecording(
                names(members, "whenRecording", at: place), then: conditions(members, "then", at: place))
        default:
            if !members.isEmpty {
                note(
                    .missingKey, at: place,
                    "A rule has “whenever” with “then”, “whenever” with “canReach”, “canAlwaysReach”, or "
                        + "“whenRecording” with “then”.")
            }
            return .canAlwaysReach([])
        }
    }

    private mutating func condition(
        _ members: [String: JSONValue], _ key: String, at place: JSONPointer
    ) -> Invariant.Condition {
        guard let value = members[key] else { return Invariant.Condition() }
        return condition(value, at: place.appending(key))
    }

    private mutating func conditions(
        _ members: [String: JSONValue], _ key: String, at place: JSONPointer
    ) -> [Invariant.Condition] {
        let conditions = list(members, key, at: place) { $0.condition($1, at: $2) }
        if conditions.isEmpty, members[key]?.array != nil {
            note(.wrongType, at: place.appending(key), "At least one condition must be listed.")
        }
        return conditions
    }

    private mutating func condition(_ value: JSONValue, at place: JSONPointer) -> Invariant.Condition {
        let members = object(value, at: place, required: [], optional: ["in", "established", "recorded"]) ?? [:]
        return Invariant.Condition(
            position: position(members, at: place),
            established: names(members, "established", at: place),
            recorded: names(members, "recorded", at: place))
    }
}
