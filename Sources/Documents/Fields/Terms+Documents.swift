import Shares

// What documents tell apart that the terms state together.

extension Terms {
    /// Those that disclose or receive data for themselves: no processors.
    var controllingParties: [Party] { (providers + recipients).filter { $0.controllership != .processor } }

    /// Whatever else they do: who receives data may be a processor too (UK GDPR, Article 4(8)).
    var processingParties: [Party] { parties.filter { $0.part == .processor || $0.controllership == .processor } }

    /// They sign the schedule of a contract that the share itself is not about.
    var processorsApart: [Party] {
        let others = Set(signatories.map(\.organisation.identity))
        return processors.filter { !others.contains($0.organisation.identity) }
    }

    var sensitiveItems: [DataItem] { items.filter { $0.specialCategory != nil || $0.isCriminalOffenceData } }

    /// Whether personal data is shared, or is not known not to be.
    var isAboutPeople: Bool { items.isEmpty || items.contains { $0.isPersonal != false } }

    /// Whether it is known of every item what it is: only then can none be called sensitive.
    var itemsAreUnderstood: Bool { !items.isEmpty && items.allSatisfy { $0.isPersonal != nil } }
}

extension [Party] {
    /// The parts of each organisation, in the order in which the organisations are first named.
    var byOrganisation: [[Party]] {
        var places: [String: Int] = [:]
        return reduce(into: []) { groups, party in
            if let place = places[party.organisation.identity] {
                groups[place].append(party)
            } else {
                places[party.organisation.identity] = groups.count
                groups.append([party])
            }
        }
    }
}
