package import Ledger
package import Shares

extension Office {
    /// Whether somebody sees how the department came to a share, and not only what the parties agreed: its own people, whoever
    /// answers for the whole register, and whoever requested or owns the share.
    package func seesWithin(_ share: some ActedOn, _ person: Person) throws -> Bool {
        try person.reach == .everything || person.organisation == department().organisation.id
            || share.requester == person.id || share.ownerPerson == person.id
    }

    /// Throws `Refusal` for whoever does not.
    package func checkSeesWithin(_ share: some ActedOn, _ person: Person, what: String) throws {
        guard try !seesWithin(share, person) else { return }
        throw Refusal([
            Refusal.Reason(.who, rule: "of-the-department", "\(what) is seen by people of the department alone.")
        ])
    }

    /// Everything that happened to a share of which somebody is told, oldest first.
    package func history(of reference: ShareReference, for person: Person) throws -> [PlacedEvent] {
        let share = try show(reference, to: person).share
        return told(try history(of: reference), seesWithin: try seesWithin(share, person))
    }

    func told(_ events: [PlacedEvent], seesWithin: Bool) -> [PlacedEvent] {
        seesWithin
            ? events
            : events.compactMap { placed in
                guard let event = placed.event.asToldOutside else { return nil }
                var told = placed
                told.event = event
                return told
            }
    }
}
