import Ledger
package import Shares

/// Who shares with whom: the flows between groups of bodies, or between the bodies of two groups.
package struct ShareMap: Hashable, Sendable {
    /// A group of bodies, or one body.
    package struct Node: Hashable, Sendable {
        /// Of a group its name in addresses; of a body its term, or its text where it is not known.
        package var id: String
        package var label: String
    }

    /// So many shares that have not ended go from one to the other; a share of several bodies goes from each to each.
    package struct Flow: Hashable, Sendable {
        package var from: Node
        package var to: Node
        package var shares: Int
    }

    /// The groups that are opened; nil: all are closed.
    package var opened: Flow?
    /// The most shares first.
    package var flows: [Flow]

    init(_ shares: [ShareSummary], grouping: Grouping, opened: (from: String, to: String)? = nil) {
        var counts: [Pair: Int] = [:]
        var total = 0
        for share in shares where share.stage != .ended {
            var pairs: Set<Pair> = []
            for provider in share.providers {
                for recipient in share.recipients {
                    let groups = Pair(grouping.group(of: provider), grouping.group(of: recipient))
                    guard let opened else {
                        pairs.insert(groups)
                        continue
                    }
                    guard groups.from.id == opened.from, groups.to.id == opened.to else { continue }
                    pairs.insert(Pair(grouping.body(provider), grouping.body(recipient)))
                }
            }
            total += pairs.isEmpty ? 0 : 1
            for pair in pairs { counts[pair, default: 0] += 1 }
        }
        flows = counts.map { Flow(from: $0.from, to: $0.to, shares: $1) }
            .sorted { ($1.shares, $0.from.label, $0.to.label) < ($0.shares, $1.from.label, $1.to.label) }
        self.opened = opened.map { opened in
            Flow(from: grouping.node(ofGroup: opened.from), to: grouping.node(ofGroup: opened.to), shares: total)
        }
    }

    private struct Pair: Hashable {
        var from: Node
        var to: Node

        init(_ from: Node, _ to: Node) {
            self.from = from
            self.to = to
        }
    }

    /// How bodies are put together: the department by itself, the others by what sort of body they are.
    struct Grouping {
        static let ourselves = "department"
        static let unconfirmed = "unconfirmed"

        let reference: ReferenceData
        let department: Organisation

        static func isGroup(_ id: String) -> Bool {
            [ourselves, unconfirmed].contains(id) || Organisation.Kind(rawValue: id) != nil
        }

        func body(_ stated: Stated) -> Node {
            Node(
                id: stated.term ?? stated.text,
                label: stated.term.flatMap { reference.organisations[$0]?.name } ?? stated.text)
        }

        func group(of stated: Stated) -> Node {
            guard let known = stated.term.flatMap({ reference.organisations[$0] }) else {
                return node(ofGroup: Self.unconfirmed)
            }
            return node(ofGroup: known.id == department.id ? Self.ourselves : known.kind.rawValue)
        }

        func node(ofGroup id: String) -> Node {
            switch id {
            case Self.ourselves: Node(id: id, label: department.name)
            case Self.unconfirmed: Node(id: id, label: "Not confirmed")
            default: Node(id: id, label: Organisation.Kind(rawValue: id)?.plural ?? id)
            }
        }
    }
}

extension ShareMap {
    /// A map that somebody asks for: of which shares, and which two groups are opened.
    struct Question: Hashable, Sendable {
        var reach: Reach
        var from: String?
        var to: String?
    }
}

extension Office {
    /// Of the shares that a person may see; `opened` are two groups by their ids.
    ///
    /// Throws `Refusal` where one is no group.
    package func shareMap(for person: Person, opened: (from: String, to: String)? = nil) throws -> ShareMap {
        let wrong = [opened?.from, opened?.to].compactMap { $0 }.filter { !ShareMap.Grouping.isGroup($0) }
        guard wrong.isEmpty else {
            throw Refusal(
                wrong.map {
                    Refusal.Reason(
                        .possible, rule: "no-map-group", "The map has no group “\($0.shortened(to: 80))”.")
                })
        }
        let question = ShareMap.Question(reach: person.reach, from: opened?.from, to: opened?.to)
        return try recentMaps.figures(for: question, in: self) {
            let grouping = ShareMap.Grouping(
                reference: try reference(), department: try department().organisation)
            return ShareMap(try shares(where: person.reach.filters), grouping: grouping, opened: opened)
        }
    }
}

extension Organisation.Kind {
    var plural: String {
        switch self {
        case .ministerialDepartment: "Ministerial departments"
        case .nonMinisterialDepartment: "Non-ministerial departments"
        case .executiveAgency: "Executive agencies"
        case .ndpb: "Non-departmental public bodies"
        case .publicCorporation: "Public corporations"
        case .localAuthority: "Local authorities"
        case .devolved: "Devolved administrations"
        case .nhs: "NHS bodies"
        case .police: "Police forces"
        case .regulator: "Regulators"
        case .charity: "Charities"
        case .company: "Companies"
        case .university: "Universities"
        case .other: "Other bodies"
        }
    }
}
