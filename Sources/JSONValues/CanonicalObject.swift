/// An object of which each member is in canonical form (RFC 8785) already: where another differs in one member, only that is
/// written anew.
package struct CanonicalObject: Sendable {
    private var members: [(name: String, bytes: [UInt8])]

    /// Takes members that are known to have these bytes as they are.
    package init(_ object: [String: JSONValue], written: [String: [UInt8]] = [:]) {
        members = object.map { name, value in (name, written[name] ?? value.canonical()) }
            .sorted { $0.name.precedesInUTF16($1.name) }
    }

    /// Puts the member in, or in the place of the one of that name.
    package mutating func set(_ name: String, to value: JSONValue) {
        let place = members.firstIndex { !$0.name.precedesInUTF16(name) } ?? members.count
        let isThere = place < members.count && !name.precedesInUTF16(members[place].name)
        members.replaceSubrange(place..<(isThere ? place + 1 : place), with: [(name, value.canonical())])
    }

    package var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.name.utf8.count + $1.bytes.count + 4 })
        bytes.append(UInt8(ascii: "{"))
        for (place, member) in members.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            bytes.append(contentsOf: JSONValue.string(member.name).canonical())
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: member.bytes)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
