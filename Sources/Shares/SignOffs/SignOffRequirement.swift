import Workflows

/// A sign-off, or a choice of several, that a share needs, with every reason that policy gives for it.
package struct SignOffRequirement: Hashable, Sendable, Codable {
    package var capacities: [String]
    /// How many of the capacities have to sign off.
    package var atLeast: Int
    /// How many different people have to sign off in each of them.
    package var people: Int
    /// The party whose people they are, as the terms state it; nil: anybody who holds the capacity on the share.
    package var party: String?
    /// Such as `high risk (rule tier-high)`.
    package var reasons: [String]
}

extension SignOffRequirement {
    /// Whose sign-off it is, for a sentence: `the SIRO or the governance board`.
    package var what: String { words(for: capacities, atLeast: atLeast) }

    /// The sign-offs that count for it; one that was recorded for another party counts for that party alone, or evidence
    /// from outside could stand in for whoever has to sign off here.
    package func given(in signOffs: [SignOff]) -> [SignOff] {
        signOffs.filter { signOff in
            guard capacities.contains(signOff.capacity) else { return false }
            guard let party else { return signOff.signatory == nil }
            return signOff.party.map { TermIndex.key($0) == TermIndex.key(party) } ?? false
        }
    }

    /// What is wanting still, for a sentence; nil where enough is given.
    package func missing(in signOffs: [SignOff]) -> String? {
        let lacking = lacking(in: signOffs)
        guard !lacking.isEmpty else { return nil }
        return words(for: lacking, atLeast: atLeast - (capacities.count - lacking.count))
    }

    /// The capacities in which somebody may still sign off to meet it; empty where enough is given.
    func lacking(in signOffs: [SignOff]) -> [String] {
        let lacking = capacities.filter { people(in: $0, of: signOffs) < people }
        return capacities.count - lacking.count < atLeast ? lacking : []
    }

    package func isMet(by signOffs: [SignOff]) -> Bool { missing(in: signOffs) == nil }

    /// Different people: whoever acts for another counts for both, and so once.
    private func people(in capacity: String, of signOffs: [SignOff]) -> Int {
        var seen: Set<String> = []
        var count = 0
        for signOff in given(in: signOffs) where signOff.capacity == capacity {
            let names = signOff.people
            if seen.isDisjoint(with: names) { count += 1 }
            seen.formUnion(names)
        }
        return count
    }

    private func words(for capacities: [String], atLeast: Int) -> String {
        let names = capacities.map { RoleName(rawValue: $0).asPeopleSay }
        let last = names.last ?? ""
        let others = names.dropLast().joined(separator: ", ")
        let list: String
        if names.count < 2 {
            list = last
        } else if atLeast >= names.count {
            list = "\(others) and \(last)"
        } else if atLeast == 1 {
            list = "\(others) or \(last)"
        } else {
            list = "\(atLeast) of \(others) and \(last)"
        }
        return list + (people > 1 ? " (\(people) people\(names.count > 1 ? " each" : ""))" : "")
            + (party.map { " of \($0)" } ?? "")
    }
}

extension SignOff {
    /// Everybody whose sign-off it is, by id; of one that is recorded for a party, whoever signed there.
    var people: Set<String> {
        if let signatory, let party { return ["\(TermIndex.key(party)): \(TermIndex.key(signatory))"] }
        return Set([by.rawValue] + (onBehalfOf.map { [$0.rawValue] } ?? []))
    }
}
