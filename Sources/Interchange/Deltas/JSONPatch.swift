internal import JSONValues

/// What makes one JSON value of another, as JSON Patch has it (RFC 6902): `add`, `remove` and `replace`.
package enum JSONPatch {
    /// The operations in the order in which they are to be applied; empty where the two are the same.
    static func from(_ old: JSONValue, to new: JSONValue) -> [JSONValue] {
        difference(old, new, at: "")
    }

    private static func difference(_ old: JSONValue, _ new: JSONValue, at pointer: String) -> [JSONValue] {
        // By bytes: texts that differ in normal form only are another text.
        if old.canonical() == new.canonical() { return [] }
        switch (old, new) {
        case (.object(let old), .object(let new)): return members(old, new, at: pointer)
        case (.array(let old), .array(let new)): return elements(old, new, at: pointer)
        default: return [operation("replace", pointer, new)]
        }
    }

    private static func members(
        _ old: [String: JSONValue], _ new: [String: JSONValue], at pointer: String
    ) -> [JSONValue] {
        Set(old.keys).union(new.keys).sorted().flatMap { key -> [JSONValue] in
            let place = "\(pointer)/\(escaped(key))"
            switch (old[key], new[key]) {
            case (let old?, let new?): return difference(old, new, at: place)
            case (nil, let new?): return [operation("add", place, new)]
            default: return [operation("remove", place)]
            }
        }
    }

    /// What is the same at both ends stays; what is between is changed, and then cut or lengthened.
    private static func elements(_ old: [JSONValue], _ new: [JSONValue], at pointer: String) -> [JSONValue] {
        let shorter = min(old.count, new.count)
        var start = 0
        while start < shorter, old[start].canonical() == new[start].canonical() { start += 1 }
        var end = 0
        while end < shorter - start, old[old.count - 1 - end].canonical() == new[new.count - 1 - end].canonical() {
            end += 1
        }
        let (oldEnd, newEnd) = (old.count - end, new.count - end)
        let both = min(oldEnd, newEnd)
        var operations = (start..<both).flatMap { difference(old[$0], new[$0], at: "\(pointer)/\($0)") }
        // From the back, so that the places before stay what they are.
        operations += (both..<max(both, oldEnd)).reversed().map { operation("remove", "\(pointer)/\($0)") }
        operations += (both..<max(both, newEnd)).map { operation("add", "\(pointer)/\($0)", new[$0]) }
        return operations
    }

    private static func operation(_ name: String, _ path: String, _ value: JSONValue? = nil) -> JSONValue {
        .members(["op": .string(name), "path": .string(path), "value": value])
    }

    private static func escaped(_ key: String) -> String {
        key.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "~": text += "~0"
            case "/": text += "~1"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
