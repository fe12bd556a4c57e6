package import Ledger
package import Shares
import Workflows

extension Office {
    /// Whether somebody sees how the department came to a share, and not only what the parties agreed: its own people, whoever
    /// answers for the whole register, and whoever requested or owns the share.
    package func seesWithin(_ share: some ActedOn, _ person: Person) throws -> Bool {
        try isOfTheDepartment(person) || share.requester == person.id || share.ownerPerson == person.id
    }

    /// Whether somebody is of the department, or answers for the whole register.
    func isOfTheDepartment(_ person: Person) throws -> Bool {
        // Reading which department this is takes longer than all the rest.
        try person.reach == .everything || person.organisation == department().organisation.id
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
        let view = try show(reference, to: person)
        let events = try history(of: reference)
        guard !view.isWithin else { return events }
        return events.asToldOutside(under: try read { try definitions(for: view.share.pin, in: $0) })
    }
}

extension [PlacedEvent] {
    func asToldOutside(under definitions: CheckedDefinitions) -> [PlacedEvent] {
        compactMap { placed in
            guard let event = placed.event.asToldOutside(under: definitions) else { return nil }
            var told = placed
            told.event = event
            return told
        }
    }
}
