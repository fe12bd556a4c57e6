/// Lets the register teach its own vocabulary: where two shares are the same in all else, the names left over that pair
/// one to one are taken to mean one thing.
struct SynonymTeaching: Sendable {
    private let facts: [ShareFacts]
    private let blocks: Blocks
    private let parallel: Parallel
    private var items = SynonymVotes<Int32>()
    private var subjects = SynonymVotes<Int32>()
    private var schemes = SynonymVotes<UInt64>()

    init(_ facts: [ShareFacts], blocks: Blocks, parallel: Parallel) {
        self.facts = facts
        self.blocks = blocks
        self.parallel = parallel
    }

    /// Takes the votes and teaches the register what they say.
    mutating func teach(_ register: inout UnderstoodRegister) {
        let earlier = register.synonyms
        register.synonyms = []
        let groups =
            blocks.teachingGroups.map { (shares: $0, reach: 24) }
            + templates(register).map { (shares: $0, reach: 6) }
        let votes = votes(in: groups, register)
        for (flow, ballot) in votes.enumerated() {
            for vote in ballot { count(vote, flow: flow) }
        }
        teachItems(&register)
        teachSubjects(&register)
        teachSchemes(&register)
        // Names that an earlier lesson made one have no votes any more.
        let again = Set(register.synonyms.map { [$0.text, $0.meaning] })
        register.synonyms += earlier.filter { !again.contains([$0.text, $0.meaning]) }
    }

    /// What two shares that are the same in all else show to be one.
    private enum Vote: Sendable {
        case items(Int32, Int32, weight: Double)
        case subjects(Int32, Int32)
        case schemes(UInt64, UInt64)
    }

    /// The votes of each group, in which every share is compared with so many that come after it.
    private func votes(
        in groups: [(shares: [Int32], reach: Int)], _ register: UnderstoodRegister
    ) -> [[Vote]] {
        parallel.map(count: groups.count, chunk: 16) { place in
            let (group, reach) = groups[place]
            var votes: [Vote] = []
            for (rank, one) in group.enumerated() {
                for other in group[(rank + 1)...].prefix(reach) where mayTeach(facts[Int(one)], facts[Int(other)]) {
                    vote(facts[Int(one)], facts[Int(other)], register, &votes)
                }
            }
            return votes
        }
    }

    private mutating func count(_ vote: Vote, flow: Int) {
        switch vote {
        case .items(let one, let other, let weight): items.add(one, other, flow: flow, weight: weight)
        case .subjects(let one, let other): subjects.add(one, other, flow: flow)
        case .schemes(let one, let other): schemes.add(one, other, flow: flow)
        }
    }

    /// Shares of one scheme, family and size, whoever shares: families of one template are among them.
    private func templates(_ register: UnderstoodRegister) -> [[Int32]] {
        struct Key: Hashable {
            let names: [UInt64]
            let family: Int
        }
        var groups: [Key: [Int32]] = [:]
        for (position, share) in facts.enumerated() {
            let names = share.purpose.serves
            guard !names.isEmpty, let family = share.purpose.family.leading else { continue }
            groups[Key(names: names, family: family), default: []].append(Int32(position))
        }
        return groups.values.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) }
            .map { group in
                group.sorted {
                    let one = facts[Int($0)].items
                    let other = facts[Int($1)].items
                    return one == other ? $0 < $1 : one.lexicographicallyPrecedes(other)
                }
            }
    }

    /// Half of the items are surely in both, and not all: fast, before anything else is compared.
    private func mayTeach(_ one: ShareFacts, _ other: ShareFacts) -> Bool {
        let left = one.items
        let right = other.items
        guard abs(left.count - right.count) <= 2, max(left.count, right.count) >= 3 else { return false }
        return Self.common(left, right) * 2 >= max(left.count, right.count)
    }

    /// How many items two lists in rising order have in common.
    private static func common(_ left: [Int32], _ right: [Int32]) -> Int {
        var i = 0
        var j = 0
        var common = 0
        while i < left.count && j < right.count {
            if left[i] == right[j] { common += 1 }
            let moves = (left[i] <= right[j], right[j] <= left[i])
            if moves.0 { i += 1 }
            if moves.1 { j += 1 }
        }
        return common
    }

    private func vote(
        _ one: ShareFacts, _ other: ShareFacts, _ register: borrowing UnderstoodRegister, _ votes: inout [Vote]
    ) {
        guard abs(one.items.count - other.items.count) <= 2 else { return }
        let left = one.items.filter { !other.items.contains($0) }
        let right = other.items.filter { !one.items.contains($0) }
        let common = one.items.count - left.count
        let size = max(one.items.count, other.items.count)
        guard common * 2 >= size, size >= 3 else { return }
        let wording = register.wordLikeness(one.purpose.words, other.purpose.words)
        let scheme = register.schemeDegree(one.purpose, other.purpose, wording: wording)
        let people = SubjectComparison(one, other, register: register)
        if scheme >= 0.6, people.equal >= 0.4, left.count == right.count, (1...4).contains(left.count) {
            voteItems(left, right, register, &votes)
        }
        guard common * 10 >= size * 7 else { return }
        if scheme >= 0.6, one.subjects.count == 1, other.subjects.count == 1, one.subjects != other.subjects,
            let first = one.subjects.first, let second = other.subjects.first,
            !register.subjects.isKnown(first) || !register.subjects.isKnown(second)
        {
            votes.append(.subjects(first, second))
        }
        let names = one.purpose.serves
        let others = other.purpose.serves
        if people.equal >= 0.9, names.count == 1, others.count == 1, names != others, let first = names.first,
            let second = others.first, one.purpose.schemes.isEmpty || other.purpose.schemes.isEmpty
        {
            votes.append(.schemes(first, second))
        }
    }

    /// What is left over on both sides, after what is already like has been paired.
    private func voteItems(
        _ left: [Int32], _ right: [Int32], _ register: borrowing UnderstoodRegister, _ votes: inout [Vote]
    ) {
        var ones = left
        var others = right
        for one in left {
            let likeness = register.likeness
            let best = others.max { likeness.of(one, $0) < likeness.of(one, $1) }
            if let best, likeness.of(one, best) >= 0.6 {
                ones.removeAll { $0 == one }
                others.removeAll { $0 == best }
                votes.append(.items(one, best, weight: 1))
            }
        }
        guard ones.count == others.count, ones.count <= 2 else { return }
        for one in ones {
            for other in others where !register.items.isKnown(one) || !register.items.isKnown(other) {
                votes.append(.items(one, other, weight: ones.count == 1 ? 1 : 0.4))
            }
        }
    }

    private func teachItems(_ register: inout UnderstoodRegister) {
        let together = together()
        var same = SameItems()
        for pair in items.votes.keys {
            guard (together[pair] ?? 0) == 0 else { continue }
            let names = register.items
            let likeness = items.likeness(pair) { names.isKnown($0) }
            guard likeness >= 0.3 else { continue }
            register.likeness.learn(pair.first, pair.second, likeness: likeness)
            let votes = items.votes[pair] ?? 0
            if votes >= Self.enough, likeness >= Self.certain {
                same.join(pair.first, pair.second, votes: votes) { names.isKnown($0) }
            }
            // An unknown name has the higher number.
            register.synonyms.append(
                .init(
                    field: .item, text: names.name(pair.second), meaning: names.name(pair.first),
                    votes: votes, likelihood: likeness))
        }
        same.conclude()
        register.sameItems.add(same)
    }

    /// From so many votes, none against, two names are one thing in this register.
    private static let enough = 3.0
    private static let certain = 0.75

    /// Counter-votes: how many shares have both, so that they are two things.
    private func together() -> [SymmetricPair<Int32>: Int] {
        let most = items.votes.keys.map(\.second).max() ?? -1
        var partners: [[Int32]] = Array(repeating: [], count: Int(most) + 1)
        for pair in items.votes.keys { partners[Int(pair.first)].append(pair.second) }
        var counts: [SymmetricPair<Int32>: Int] = [:]
        for share in facts {
            for item in share.items where item <= most {
                for partner in partners[Int(item)] where share.items.contains(partner) {
                    counts[SymmetricPair(item, partner), default: 0] += 1
                }
            }
        }
        return counts
    }

    private func teachSubjects(_ register: inout UnderstoodRegister) {
        for pair in subjects.votes.keys {
            let names = register.subjects
            let likeness = subjects.likeness(pair) { names.isKnown($0) }
            guard likeness >= 0.4 else { continue }
            register.subjects.learn(pair.first, pair.second, likeness: likeness)
            let (one, other) = names.isKnown(pair.first) ? (pair.second, pair.first) : (pair.first, pair.second)
            register.synonyms.append(
                .init(
                    field: .subject, text: names.name(one), meaning: names.name(other),
                    votes: subjects.votes[pair] ?? 0, likelihood: likeness))
        }
    }

    private func teachSchemes(_ register: inout UnderstoodRegister) {
        for pair in schemes.votes.keys {
            let likeness = schemes.likeness(pair) { _ in false }
            if likeness >= 0.4 { register.schemes.learn(pair.first, pair.second, likeness: likeness) }
        }
    }
}
