import JSONValues

/// Where in the overlay file the parts of one narrowed definition come from, so that a fault found in the definition is
/// told where it was made.
struct OverlaySources: Sendable {
    /// A narrowed transition, and how many of its needs and fields are still the master's.
    struct Part: Sendable {
        let place: JSONPointer
        let needs: Int
        let evidence: Int
        let notBy: Int
    }

    /// `/workflows/approval`.
    let place: JSONPointer
    var states: [Int: JSONPointer] = [:]
    /// By number of the transition; nil where it is the master's.
    var transitions: [Part?] = []
    var masterInvariants: Int?

    init(place: JSONPointer) {
        self.place = place
    }

    /// The place in the overlay of a place in the definition: as near as the overlay has one.
    func place(of pointer: JSONPointer) -> JSONPointer {
        let tokens = pointer.tokens
        guard tokens.count >= 2, let number = Int(tokens[1]) else { return place }
        let rest = Array(tokens.dropFirst(2))
        switch tokens[0] {
        case "states": return states[number].map { $0.appending(rest) } ?? place
        case "invariants":
            guard let masterInvariants, number >= masterInvariants else { return place }
            return place.appending(["invariants", String(number - masterInvariants)] + rest)
        case "transitions":
            guard transitions.indices.contains(number), let part = transitions[number] else { return place }
            guard rest.count >= 2, let element = Int(rest[1]) else { return part.place }
            let before = ["needs": part.needs, "evidence": part.evidence, "notBy": part.notBy][rest[0]] ?? 0
            return element < before
                ? part.place : part.place.appending([rest[0], String(element - before)] + rest.dropFirst(2))
        default: return place
        }
    }
}

extension JSONPointer {
    fileprivate func appending(_ tokens: [String]) -> JSONPointer { JSONPointer(self.tokens + tokens) }
}
