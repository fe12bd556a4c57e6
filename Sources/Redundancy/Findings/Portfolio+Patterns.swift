package import Shares

extension Portfolio {
    /// An umbrella is worth proposing from this many recipients.
    private static let umbrella = 5

    /// The patterns of the portfolio as at a day; `findings` are those of the same portfolio.
    package func patterns(on day: Day, findings: [RedundancyFinding]) -> [PortfolioPattern] {
        umbrellas() + circles() + twoChannels(findings) + expired(on: day)
    }

    private func umbrellas() -> [PortfolioPattern] {
        struct Template: Hashable {
            let provider: Int32
            let serves: [UInt64]
            let family: Int
            let subjects: [Int32]
        }
        var groups: [Template: [Int]] = [:]
        for (position, share) in facts.enumerated() where share.counts && !share.purpose.serves.isEmpty {
            guard share.providers.count == 1, let provider = share.providers.first,
                let family = share.purpose.family.leading
            else { continue }
            let key = Template(
                provider: provider, serves: share.purpose.serves, family: family, subjects: share.subjects)
            groups[key, default: []].append(position)
        }
        return groups.values.compactMap { group -> PortfolioPattern? in
            let recipients = Set(group.flatMap { facts[$0].recipients })
            guard recipients.count >= Self.umbrella, let first = group.first,
                let provider = facts[first].providers.first
            else { return nil }
            let what = facts[first].purpose.schemes.first.map { " for \(register.purposes.schemeNames[Int($0)])" } ?? ""
            return pattern(
                .umbrella, group,
                "\(register.bodies.name(provider)) shares the same\(what) with \(recipients.count) recipients under "
                    + "\(group.count) agreements: one umbrella agreement could stand for them.")
        }.sorted { $0.shares.lexicographicallyPrecedes($1.shares) }
    }

    private func circles() -> [PortfolioPattern] {
        var found: [PortfolioPattern] = []
        for (flow, there) in blocks.byFlow where flow.provider < flow.recipient {
            guard let back = blocks.byFlow[Flow(provider: flow.recipient, recipient: flow.provider)] else { continue }
            for one in there {
                let own = facts[Int(one)]
                for other in back where facts[Int(other)].purpose.serves.contains(where: own.purpose.serves.contains) {
                    let common = own.items.filter(facts[Int(other)].items.contains)
                    guard common.count >= 3, common.count * 2 >= own.items.count else { continue }
                    found.append(
                        pattern(
                            .circular, [Int(one), Int(other)],
                            "\(common.count) data items go from \(register.bodies.name(flow.provider)) to "
                                + "\(register.bodies.name(flow.recipient)) and back."))
                }
            }
        }
        return found.sorted { $0.shares.lexicographicallyPrecedes($1.shares) }
    }

    private func twoChannels(_ findings: [RedundancyFinding]) -> [PortfolioPattern] {
        findings.compactMap { finding in
            guard finding.kind == .duplicate || finding.kind == .renewal, let a = position(of: finding.a),
                let b = position(of: finding.b), let one = facts[a].isLegacy, let other = facts[b].isLegacy,
                one != other
            else { return nil }
            let (legacy, strategic) = one ? (finding.a, finding.b) : (finding.b, finding.a)
            return pattern(
                .twoChannels, [a, b],
                "The same flow goes over a legacy channel (\(legacy)) and a strategic one (\(strategic)): the first can stop."
            )
        }
    }

    private func expired(on day: Day) -> [PortfolioPattern] {
        facts.indices.compactMap { position in
            guard facts[position].counts, let end = facts[position].end, Int(end) < day.number else { return nil }
            return pattern(
                .expiredFlowing, [position], "It ended on \(Day(number: Int(end)).inWords) and is still open.")
        }
    }

    private func pattern(_ kind: PortfolioPattern.Kind, _ positions: [Int], _ explanation: String) -> PortfolioPattern {
        PortfolioPattern(kind: kind, shares: positions.sorted().map { references[$0] }, explanation: explanation)
    }
}
