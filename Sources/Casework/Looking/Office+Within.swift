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

    /// The share as somebody is told it: people of other organisations learn of an amendment once its text is frozen for them
    /// to sign, and of the reason for an end as notice gives it.
    func told(_ share: Share, to person: Person) throws -> Share {
        guard try !seesWithin(share, person) else { return share }
        var told = share
        if told.agreementForSignature == nil { told.amendment = nil }
        told.retirement.reason = told.retirement.notice?.reason
        return told
    }

    /// The share as documents tell it to somebody: people of other organisations read an amendment in its frozen text, which they
    /// sign, and until it is in force all else is of the terms in force.
    func toldInDocuments(_ share: Share, to person: Person) throws -> Share {
        var told = try told(share, to: person)
        guard share.amendment != nil, try !seesWithin(share, person) else { return told }
        told.amendment = nil
        let later = Set(share.approval.agreements.filter { $0.termsVersion > share.termsVersion }.map(\.number))
        told.approval.agreements.removeAll { later.contains($0.number) }
        told.approval.signatures.removeAll { later.contains($0.agreement) }
        return told
    }

    /// What somebody may do with a share, and why not the rest; people of other organisations are listed what is theirs to do,
    /// and what it still lacks, and nothing that tells how the department goes on.
    package func actions(on reference: ShareReference, toldTo person: Person) throws -> [AvailableAction] {
        let actions = try actions(on: reference, as: person.id)
        guard try !seesWithin(show(reference).share, person) else { return actions }
        return actions.filter { action in
            guard let refusal = action.refusal else { return true }
            return action.machine.isToldOutside && refusal.reasons.allSatisfy { $0.question == .complete }
        }
    }

    /// Throws `Refusal` for whoever does not.
    package func checkSeesWithin(_ share: some ActedOn, _ person: Person, what: String) throws {
        guard try !seesWithin(share, person) else { return }
        throw Refusal([
            Refusal.Reason(.who, rule: "of-the-department", "\(what) is seen by people of the department alone.")
        ])
    }

    /// Everything that happened to a share of which somebody is told, oldest first; people of other organisations are told which
    /// organisation acted, and not who in it.
    package func history(of reference: ShareReference, for person: Person) throws -> [PlacedEvent] {
        let view = try show(reference, to: person)
        let events = try history(of: reference)
        guard !view.isWithin else { return events }
        return try read { reader in
            let definitions = try definitions(for: view.share.pin, in: reader)
            let roster = try roster.roster(in: reader)
            let asked = definitions.askedSteps(in: events.map(\.event)).filter { $0.isOf(person, in: roster) }
            return try events.asToldOutside(under: definitions, answering: asked).map { placed in
                guard let actor = roster[placed.event.actor], actor.organisation != person.organisation else {
                    return placed
                }
                var told = placed
                told.event.actor = PersonID(try name(ofOrganisation: actor.organisation))
                return told
            }
        }
    }
}

extension [PlacedEvent] {
    /// As people of another organisation are told it, who asked for some of its steps.
    func asToldOutside(under definitions: CheckedDefinitions, answering asked: [AskedStep]) -> [PlacedEvent] {
        let answers = asked.compactMap(\.answer)
        return compactMap { placed in
            let answer = answers.first { $0.version == placed.event.version }
            guard let event = placed.event.asToldOutside(under: definitions, answering: answer) else { return nil }
            var told = placed
            told.event = event
            return told
        }
    }
}
