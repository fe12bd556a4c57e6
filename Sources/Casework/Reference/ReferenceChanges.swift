import JSONValues

/// What one state of a reference file says that the state before it did not: by value and member.
package struct ReferenceChanges: Hashable, Sendable {
    /// What became of a member.
    package enum Change: Hashable, Sendable {
        /// Nil: not said.
        case from(String?, to: String?)
        /// Of a list: what came to it, and what went. Where nothing did, its order is another.
        case list(added: [String], removed: [String])
    }

    package struct Member: Hashable, Sendable {
        package var name: String
        package var change: Change
    }

    package struct Changed: Hashable, Sendable {
        package var name: String
        package var id: String
        package var members: [Member]
    }

    /// What the file says of itself.
    package var ofFile: [Member] = []
    package var added: [ReferenceRegister.Entry] = []
    package var removed: [ReferenceRegister.Entry] = []
    package var changed: [Changed] = []
    /// Whether values that are in both stand in another order.
    package var isInAnotherOrder = false

    /// The bytes are others, and what is said is the same.
    package var isEmpty: Bool { self == ReferenceChanges() }
}

extension ReferenceChanges {
    /// A file that cannot be read has no values.
    init(from before: [UInt8], to after: [UInt8]) {
        let (before, after) = (try? JSONValue(parsing: before), try? JSONValue(parsing: after))
        ofFile = Self.members(of: before?.withoutLists, and: after?.withoutLists)
        let (old, new) = (Self.numbered(before), Self.numbered(after))
        let (oldByKey, newByKey) = (Dictionary(old) { $1 }, Dictionary(new) { $1 })
        added = new.filter { oldByKey[$0.0] == nil }.map { ReferenceRegister.Entry($0.1) }
        removed = old.filter { newByKey[$0.0] == nil }.map { ReferenceRegister.Entry($0.1) }
        for (key, value) in new {
            guard let earlier = oldByKey[key], earlier != value else { continue }
            let entry = ReferenceRegister.Entry(value)
            changed.append(
                Changed(name: entry.name, id: entry.id, members: Self.members(of: earlier, and: value)))
        }
        isInAnotherOrder =
            old.map(\.0).filter { newByKey[$0] != nil } != new.map(\.0).filter { oldByKey[$0] != nil }
    }

    /// The values by what tells them apart; a second one of the same name is another.
    private static func numbered(_ file: JSONValue?) -> [(String, JSONValue)] {
        var seen: [String: Int] = [:]
        return (file?.referenceValues ?? []).map { key, value in
            seen[key, default: 0] += 1
            return ("\(key)#\(seen[key] ?? 1)", value)
        }
    }

    private static func members(of before: JSONValue?, and after: JSONValue?) -> [Member] {
        let (old, new) = (before?.object ?? [:], after?.object ?? [:])
        return Set(old.keys).union(new.keys).sorted().filter { old[$0] != new[$0] }.map { name in
            Member(name: name, change: Change(from: old[name], to: new[name]))
        }
    }
}

extension ReferenceChanges.Change {
    fileprivate init(from before: JSONValue?, to after: JSONValue?) {
        // A list that is not said is an empty one.
        guard before?.array != nil || after?.array != nil, before?.array != nil || before == nil,
            after?.array != nil || after == nil
        else {
            self = .from(before?.inWords, to: after?.inWords)
            return
        }
        let (old, new) = (before?.array ?? [], after?.array ?? [])
        let (oldSet, newSet) = (Set(old), Set(new))
        self = .list(
            added: new.filter { !oldSet.contains($0) }.map(\.inWords),
            removed: old.filter { !newSet.contains($0) }.map(\.inWords))
    }
}

extension JSONValue {
    /// The members of an object that are no lists.
    fileprivate var withoutLists: JSONValue { .object((object ?? [:]).filter { $0.value.array == nil }) }
}
