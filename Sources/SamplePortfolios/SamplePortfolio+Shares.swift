import Shares

extension SamplePortfolio {
    /// The share at a place of the plan; for one that repeats another, how, and that other's place.
    func shareAndOrigin(at place: Int) -> (share: SampleShare, kind: SampleRelation.Kind?, original: Int) {
        guard place >= plan.originals else { return (original(at: place), nil, place) }
        var random = SplitMix64(seed: seed, stream: 0xc000_0000_0000_0000 | UInt64(place))
        var kind = plan.kind(at: place)
        // A few tries find an original that such a repetition makes sense of; anything can be entered twice.
        var from = random.below(plan.originals)
        var share = original(at: from)
        for _ in 0..<12 where !fits(share, kind) {
            from = random.below(plan.originals)
            share = original(at: from)
        }
        if !fits(share, kind) { kind = .duplicate }
        repeated(&share, as: kind, with: &random)
        return (share, kind, from)
    }

    private func original(at place: Int) -> SampleShare {
        let (number, occurrence) = plan.flow(at: place)
        let flow = flows.flows[number]
        let pairs = parties.pairs[number]
        let pairNumber = occurrence % pairs.count
        let round = occurrence / pairs.count
        let variants = flow.variants.count
        // Where the flow has no share as such, the parties take its variants in turn.
        let first = flow.variants[0].isEmpty ? 0 : pairNumber
        var random = SplitMix64(seed: seed, stream: UInt64(place))
        let stage = SampleStage.drawn(ended: flow.ended, with: &random)
        let term = calendar.term(for: stage, in: flow, with: &random)
        let startYear = term.start?.parts.year ?? 2026
        let usesLegacy =
            !flow.legacy.isEmpty && startYear < 2021 && !stage.isAhead
            && random.chance(perMille: flow.ended ? 350 : 220)
        return SampleShare(
            flow: number, provider: pairs[pairNumber].provider, recipient: pairs[pairNumber].recipient,
            variant: (round + first) % variants, phase: round / variants,
            title: random.below(100) < 60 ? 0 : random.below(flow.titles.count),
            purpose: random.below(flow.purposes.count),
            items: flow.items.indices.filter { $0 == 0 || random.chance(perMille: 940) },
            extras: flow.extras.indices.filter { _ in random.chance(perMille: 300) },
            gateways: flow.gateways.count > 1 && random.chance(perMille: 350) ? 1 : flow.gateways.count,
            frequency: random.below(flow.frequencies.count),
            channel: random.below(usesLegacy ? flow.legacy.count : flow.channels.count), usesLegacyChannel: usesLegacy,
            stage: stage, term: term,
            owner: random.chance(perMille: 160) ? nil : random.below(flows.owners[flow.spoke]?.count ?? 1))
    }

    private func fits(_ share: SampleShare, _ kind: SampleRelation.Kind) -> Bool {
        switch kind {
        case .duplicate: share.stage == .live
        case .renewed:
            share.stage == .live && share.term.start.map { $0.adding(months: -36) >= earliest(share) } ?? false
        case .subset: share.items.count >= 5
        case .superset: share.extras.count < flows.flows[share.flow].extras.count
        case .otherChannel:
            share.stage == .live && !share.usesLegacyChannel && !flows.flows[share.flow].legacy.isEmpty
        }
    }

    private func repeated(_ share: inout SampleShare, as kind: SampleRelation.Kind, with random: inout SplitMix64) {
        let flow = flows.flows[share.flow]
        share.title = random.below(flow.titles.count)
        share.purpose = (share.purpose + 1 + random.below(Swift.max(1, flow.purposes.count - 1))) % flow.purposes.count
        switch kind {
        case .duplicate:
            if share.items.count > 4, random.chance(perMille: 400) {
                share.items.remove(at: 1 + random.below(share.items.count - 1))
            }
            shift(&share, by: random.below(200) - 100)
        case .renewed:
            let start = share.term.start ?? calendar.asAt
            share.stage = random.chance(perMille: 250) ? .closed : .expired
            share.term = SampleTerm(
                start: start.adding(months: -36), end: start.adding(days: -1), review: start.adding(months: -12))
        case .subset:
            let keep = Swift.max(2, share.items.count * 6 / 10)
            share.items = Array(share.items.prefix(keep))
            share.extras = []
        case .superset:
            share.items = Array(flow.items.indices)
            share.extras = Array(flow.extras.indices)
        case .otherChannel:
            share.usesLegacyChannel = true
            share.channel = random.below(flow.legacy.count)
            shift(&share, by: -700 - random.below(700))
        }
    }

    /// Entered at another time: the start moves, but neither past the day of the portfolio nor before the law.
    private func shift(_ share: inout SampleShare, by days: Int) {
        guard let start = share.term.start else { return }
        let moved = Swift.min(start.adding(days: days), calendar.asAt.adding(days: -10))
        share.term.start = Swift.max(moved, earliest(share))
    }

    private func earliest(_ share: SampleShare) -> Day {
        flows.flows[share.flow].lawfulFrom ?? Day(number: Int.min / 2)
    }
}
