package import Ledger
package import Shares

/// A state of a reference file, as its history tells it.
package struct ReferenceStateLine: Hashable, Sendable {
    package var state: ReferenceState
    /// Whoever did what it was noted with, by name where they are known.
    package var who: String
    /// Whether the program goes by it: it is the last that was noted.
    package var isPresent: Bool
    /// Against the state before; nil: it is the first, or there was no such file before it, or it was taken away.
    package var changes: ReferenceChanges?
}

/// A reference file as it was, and while it was so.
package struct ReferenceAsItWas: Hashable, Sendable {
    package var line: ReferenceStateLine
    /// Nil where the file was taken away.
    package var register: ReferenceRegister?
    /// When the state after it was noted; nil: none was.
    package var until: Instant?
}

extension Office {
    /// The states of a file (`channels`), the newest first: `limit` of them, before a number where one is given.
    ///
    /// Throws `Refusal` for anybody but the hub.
    package func referenceStates(
        of name: String, before: Int? = nil, limit: Int, as actor: PersonID
    ) throws -> [ReferenceStateLine] {
        try ledger.read { reader in
            _ = try hub(actor, may: "sees the history of the reference data", in: reader)
            let file = name + ReferenceRegister.ending
            let roster = try self.roster.roster(in: reader)
            let last = try reader.lastReferenceStates()[file]?.number
            // One more: what the oldest of these is compared with.
            let states = try reader.referenceStates(of: file, before: before, limit: limit + 1)
            var texts: [String: [UInt8]] = [:]
            return try states.prefix(limit).enumerated().map { index, state in
                let earlier = index + 1 < states.count ? states[index + 1] : nil
                return ReferenceStateLine(
                    state: state, who: roster[state.actor]?.name ?? state.actor.rawValue,
                    isPresent: state.number == last,
                    changes: try changes(from: earlier?.digest, to: state.digest, &texts, in: reader))
            }
        }
    }

    /// A file as it was in one of its states; nil where it has no such state.
    package func reference(
        _ name: String, inState number: Int, as actor: PersonID
    ) throws -> ReferenceAsItWas? {
        let lines = try referenceStates(of: name, before: number + 1, limit: 1, as: actor)
        guard let line = lines.first, line.state.number == number else { return nil }
        return try ledger.read { reader in
            let file = line.state.file
            let register = try line.state.digest.map { digest in
                ReferenceRegister(
                    file: file, try reader.text(digest) ?? [], digest: digest,
                    roster: try roster.roster(in: reader))
            }
            return ReferenceAsItWas(
                line: line, register: register, until: try reader.referenceState(of: file, after: number)?.at)
        }
    }

    private func changes(
        from before: String?, to after: String?, _ texts: inout [String: [UInt8]], in reader: LedgerReader
    ) throws -> ReferenceChanges? {
        guard let before, let after else { return nil }
        func text(_ digest: String) throws -> [UInt8] {
            if let known = texts[digest] { return known }
            let text = try reader.text(digest) ?? []
            texts[digest] = text
            return text
        }
        return ReferenceChanges(from: try text(before), to: try text(after))
    }
}
