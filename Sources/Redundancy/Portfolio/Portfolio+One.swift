import Shares

extension Portfolio {
    /// What one share, new or changed, would make superfluous or be made superfluous by: for the warning while drafting.
    ///
    /// A share of the same reference in the portfolio is taken to be its former version. `changed`: shares that have
    /// changed since the portfolio was read; they are understood with what the register taught then.
    package func findings(
        for share: ComparableShare, minimumScore: Double? = nil, changed: [ComparableShare] = []
    ) -> [RedundancyFinding] {
        let least = minimumScore ?? usualThreshold
        var register = register
        let own = register.understandLate(share)
        guard own.counts else { return [] }
        var late: [Neighbour] = []
        for other in changed where other.reference != share.reference {
            late.append(Neighbour(reference: other.reference, facts: register.understandLate(other)))
        }
        let outdated = Set(late.map(\.reference)).union([share.reference])
        late.removeAll { !$0.facts.counts }
        let comparer = Comparer(register: register, scorer: Scorer(knowledge.weights))
        let flows = blocks.flows(of: own)
        var findings: [RedundancyFinding] = []
        for other in neighbours(in: flows, without: outdated)
            + late.filter({ !Set(blocks.flows(of: $0.facts)).isDisjoint(with: flows) })
        {
            guard let verdict = comparer.verdict(own, other.facts, least: least) else { continue }
            let pair = [Neighbour(reference: share.reference, facts: own), other]
            let (a, b) = verdict.isReversed ? (pair[1], pair[0]) : (pair[0], pair[1])
            findings.append(
                RedundancyFinding(
                    a: a.reference, b: b.reference, kind: verdict.kind, score: verdict.score,
                    explanation: Explanation(a.facts, b.facts, verdict.kind, register).sentence))
        }
        let near =
            taken(passedOn(with: own), without: outdated) + late.filter { Self.isAboutTheSame($0.facts, own) }
        findings += indirect(Neighbour(reference: share.reference, facts: own), near, register, least)
        return findings.sorted(by: RedundancyFinding.precedes)
    }

    /// A share that another is compared with.
    private struct Neighbour {
        let reference: ShareReference
        let facts: ShareFacts
    }

    private func neighbours(in flows: [Flow], without outdated: Set<ShareReference>) -> [Neighbour] {
        taken(flows.flatMap { blocks.byFlow[$0] ?? [] }, without: outdated)
    }

    /// Of one scheme, or about the same people.
    private static func isAboutTheSame(_ one: ShareFacts, _ other: ShareFacts) -> Bool {
        one.purpose.serves.contains(where: other.purpose.serves.contains)
            || one.subjects.contains(where: other.subjects.contains)
    }

    /// The shares that may pass on with this one, as onward and direct share or as what feeds them.
    private func passedOn(with own: ShareFacts) -> [Int32] {
        let sources = blocks.roots(own.providers)
        let targets = blocks.roots(own.recipients)
        func about(_ flow: Flow) -> [Int32] {
            (blocks.byFlow[flow] ?? []).filter { Self.isAboutTheSame(facts[Int($0)], own) }
        }
        var places: [Int32] = []
        // This one is of the pair: the other reaches the same body, and one of their providers feeds the other.
        var senders: Set<Int32> = []
        for flow in targets.flatMap({ blocks.flowsOfBody[$0] ?? [] }) where targets.contains(flow.recipient) {
            let arriving = about(flow)
            if !arriving.isEmpty { senders.insert(flow.provider) }
            places += arriving
        }
        for sender in senders {
            for source in sources where source != sender {
                places += blocks.byFlow[Flow(provider: sender, recipient: source)] ?? []
                places += blocks.byFlow[Flow(provider: source, recipient: sender)] ?? []
            }
        }
        // This one is the feed: what it feeds and what gives it reach some body both.
        for body in recipients(of: sources).intersection(recipients(of: targets)) {
            for flow in (sources + targets).map({ Flow(provider: $0, recipient: body) }) {
                let shares = blocks.byFlow[flow] ?? []
                // Its people may be put otherwise in the feed: few are all looked at.
                places += shares.count <= IndirectSearch.few ? shares : about(flow)
            }
        }
        for source in sources {
            for target in targets { places += blocks.byFlow[Flow(provider: source, recipient: target)] ?? [] }
        }
        return places
    }

    private func recipients(of bodies: [Int32]) -> Set<Int32> {
        Set(bodies.flatMap { body in (blocks.flowsOfBody[body] ?? []).filter { $0.provider == body }.map(\.recipient) })
    }

    /// Each once, in the order of the references.
    private func taken(_ positions: [Int32], without outdated: Set<ShareReference>) -> [Neighbour] {
        positions.sortedUnique().map { Neighbour(reference: references[Int($0)], facts: facts[Int($0)]) }
            .filter { !outdated.contains($0.reference) }
    }

    private func indirect(
        _ own: Neighbour, _ near: [Neighbour], _ register: UnderstoodRegister, _ least: Double
    ) -> [RedundancyFinding] {
        let all = near + [own]
        let part = Portfolio(
            register: register, knowledge: knowledge, references: all.map(\.reference), facts: all.map(\.facts))
        let search = IndirectSearch(part, comparer: part.comparer, about: all.count - 1)
        return search.findings(least: least).filter { [$0.a, $0.b, $0.feed].contains(own.reference) }
    }
}
