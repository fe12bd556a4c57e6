package import Workflows

extension RegisterEntry {
    /// The first event of a share that the register names and the ledger does not know.
    package func registration(by actor: PersonID, as role: RoleName, at moment: Instant, under rules: Rulebook) -> Event
    {
        Event(
            share: reference, version: 1, at: moment, actor: actor, role: role,
            happening: .registered(
                Registration(
                    entry: entry, origin: origin, pin: rules.pin, standing: rules.definitions.standing(of: entry),
                    terms: terms, owner: owner, requester: nil)))
    }

    /// What the row says otherwise than the share; nil where it says nothing new.
    ///
    /// Terms that were proposed, adopted or approved here are not overwritten by a register: the difference is noted on
    /// the share. The status is followed only while nothing has been decided here.
    package func correction(
        of share: Share, by actor: PersonID, as role: RoleName, at moment: Instant, under rules: Rulebook
    ) -> Event? {
        guard origin.row != share.origin.row else { return nil }
        let isOurs = share.origin.kind == .proposed
        let merged = merged(into: share.terms)
        var standing: [String: StateName]?
        if !isOurs, share.isAsInherited(under: rules), entry != share.entry {
            standing = rules.definitions.standing(of: entry)
        }
        let newOwner = !isOurs && owner != share.owner && share.owner?.person == nil ? owner : nil
        let changes = share.terms.changes(to: merged)
        // The same said in other words, as in a register that was exported here, is nothing new.
        guard !changes.isEmpty || standing != nil || newOwner != nil || merged.other != share.terms.other else {
            return nil
        }
        return Event(
            share: reference, version: share.version + 1, at: moment, actor: actor, role: role,
            happening: .corrected(
                Correction(
                    origin: Origin(share.origin.kind, source: origin.source, row: origin.row),
                    changes: changes,
                    terms: share.takesTermsOfRegisters(under: rules) ? merged : nil, owner: newOwner,
                    standing: standing, entry: standing == nil ? nil : entry)))
    }

    /// The row's terms; what the register has no column for stays as it was completed here.
    private func merged(into present: Terms) -> Terms {
        var merged = terms
        for (place, party) in merged.parties.enumerated() where party.controllership == nil {
            merged.parties[place].controllership =
                present.parties.first {
                    $0.part == party.part && $0.organisation.identity == party.organisation.identity
                }?.controllership
        }
        if merged.processors.isEmpty { merged.parties += present.processors }
        for (place, item) in merged.items.enumerated() {
            guard let known = present.items.first(where: { $0.name.identity == item.name.identity }) else { continue }
            merged.items[place].justification = item.justification ?? known.justification
            merged.items[place].dataset = item.dataset ?? known.dataset
            if item.statedKind == nil, let kind = known.statedKind { merged.items[place].kind = kind }
        }
        if merged.publicBenefit == nil { merged.publicBenefit = present.publicBenefit }
        if merged.spoke == nil { merged.spoke = present.spoke }
        if merged.volume == nil { merged.volume = present.volume }
        if merged.channelSecurity == nil { merged.channelSecurity = present.channelSecurity }
        if merged.handling.isEmpty { merged.handling = present.handling }
        if merged.retention == nil { merged.retention = present.retention }
        if merged.disposal == nil { merged.disposal = present.disposal }
        if merged.transfers.isEmpty, merged.staysInUK == nil {
            merged.transfers = present.transfers
            merged.staysInUK = present.staysInUK
        }
        if merged.onwardSharing == nil { merged.onwardSharing = present.onwardSharing }
        if merged.agreementType == nil { merged.agreementType = present.agreementType }
        if merged.parentAgreement == nil { merged.parentAgreement = present.parentAgreement }
        if merged.rightsContact == nil { merged.rightsContact = present.rightsContact }
        if merged.contact == nil { merged.contact = present.contact }
        for field in TermsField.saidInWordsAlone where merged.other[field.rawValue] == nil {
            merged.other[field.rawValue] = present.other[field.rawValue]
        }
        for article in [LawfulBasisCitation.Article.specialCategory, .criminalOffence]
        where merged.bases(article).isEmpty {
            merged.lawfulBases += present.bases(article)
        }
        return merged
    }
}

extension Share {
    /// Whether its terms are still a register's alone: sign-offs and signatures given here are given to terms that do not
    /// change beneath them.
    func takesTermsOfRegisters(under rules: Rulebook) -> Bool {
        origin.kind == .inherited && !hasTermsInForce
            && state(.proposal) == rules.definitions.standing(of: entry)[Machine.proposal.rawValue]
    }

    /// Whether every machine still stands where the register put it.
    func isAsInherited(under rules: Rulebook) -> Bool {
        let entered = rules.definitions.standing(of: entry)
        return Machine.allCases.allSatisfy { entered[$0.rawValue] == state($0) }
    }
}

extension CheckedDefinitions {
    /// Where the five machines start for a way of coming in, by machine name.
    package func standing(of entry: EntryName) -> [String: StateName] {
        var standing: [String: StateName] = [:]
        for machine in Machine.allCases {
            standing[machine.rawValue] = self[machine].definition.entries[entry]
        }
        return standing
    }
}
