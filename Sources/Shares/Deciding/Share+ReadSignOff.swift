import Workflows

/// What the evidence of sign-offs must agree with.
extension Share {
    func checkSignOff(
        _ recordings: [Recording], in circumstances: Circumstances, under rules: Rulebook, by person: Person,
        as role: RoleName, _ reading: inout OrderReading
    ) {
        let given = Given(evidence: reading.evidence)
        if recordings.contains(.signOff) {
            checkOwnSignOff(in: circumstances, under: rules, by: person, as: role, &reading)
        }
        if recordings.contains(.signOffWithdrawn) {
            let withdrawn = approval.signOffs.filter { isWithdrawn($0, by: person.id, given) }
            if withdrawn.isEmpty {
                reading.refuse("nothing-to-withdraw", "You have given or recorded no such sign-off of these terms.")
            } else if Set(withdrawn.map(\.capacity)).count == 1 {
                // The record says which it was, also where nobody had to name it.
                reading.evidence[EvidenceField.capacity.rawValue] = withdrawn[0].capacity
            }
        }
        guard recordings.contains(.partnerSignOff), let name = given.optional(.party),
            let party = controller(named: name, &reading), let capacity = given.optional(.capacity)
        else { return }
        if role != "partner" {
            if party.organisation.term == person.organisation {
                reading.refuse(
                    "own-sign-off",
                    "The sign-offs of your own organisation are given here by those whose they are: sign-off.")
            }
            if given.optional(.evidence) == nil {
                reading.refuse(
                    "evidence-missing",
                    "Evidence is missing: give evidence (text), as you record the sign-off of another organisation.",
                    at: "evidence")
            }
        }
        let holder = circumstances.roster.inOrder.first {
            $0.organisation == party.organisation.term && $0.roles.contains(RoleName(rawValue: capacity))
        }
        if let holder {
            reading.refuse(
                "own-sign-off",
                "\(holder.id) is \(RoleName(rawValue: capacity).asPeopleSay) of \(name) here, and signs off in person: sign-off."
            )
        }
        let earlier = approval.signOffs.first { signOff in
            signOff.party == name
                && signOff.signatory.map { TermIndex.key($0) } == TermIndex.key(given.text(.signatory))
        }
        if let earlier {
            reading.refuse(
                "segregation-of-duties",
                "\(given.text(.signatory)) has signed off for \(name) as \(RoleName(rawValue: earlier.capacity).asPeopleSay) already: nobody counts twice (segregation of duties).",
                at: "signatory")
        }
    }

    /// One sign-off stands in a capacity, or as many as policy asks for: a second is the other's to make room for.
    private func checkOwnSignOff(
        in circumstances: Circumstances, under rules: Rulebook, by person: Person, as role: RoleName,
        _ reading: inout OrderReading
    ) {
        let party = party(of: person.organisation)?.organisation.text
        // Whose sign-off it is stands in the record, so that reading it needs no list of people.
        if let party { reading.evidence[EvidenceField.party.rawValue] = party }
        let standing = countedSignOffs.filter { $0.capacity == role.rawValue && $0.signatory == nil }
        if standing.contains(where: { $0.by == person.id }) {
            return reading.refuse(
                "signed-off-already",
                "You have signed off these terms as \(role.asPeopleSay) already; withdraw-sign-off takes it back.")
        }
        let isWanting = requiredSignOffs(under: rules.reference).contains { required in
            required.lacking(in: countedSignOffs).contains(role.rawValue)
                && required.party.map { TermIndex.key($0) == party.map(TermIndex.key) } ?? true
        }
        guard !isWanting, let other = standing.first(where: { $0.party == nil || party == nil || $0.party == party })
        else { return }
        let giver = other.giver { id in circumstances.roster[id].map { "\($0.name) (\(id))" } ?? id.rawValue }
        reading.refuse(
            "signed-off-already",
            "The sign-off as \(role.asPeopleSay) is given already, by \(giver) on \(other.at.day.inWords).")
    }

    func checkSignature(
        _ recordings: [Recording], by person: Person, as role: RoleName, _ reading: inout OrderReading
    ) {
        let given = Given(evidence: reading.evidence)
        if recordings.contains(.signature), agreementForSignature != nil, given.optional(.party) == nil {
            // A partner's person records their own organisation's alone.
            let unsigned = unsignedParties.filter { role != "partner" || $0.organisation.term == person.organisation }
            if unsigned.isEmpty {
                reading.refuse(
                    "already-signed",
                    role == "partner"
                        ? "Your organisation has signed this text already."
                        : "Every party has signed this text already."
                )
            }
        }
        guard recordings.contains(.signature), let name = given.optional(.party),
            let party = termsUnderConsideration.signatories.first(where: { $0.organisation.text == name })
                ?? controller(named: name, &reading)
        else { return }
        if Placeholder.isOne(given.text(.signatory)) {
            reading.refuse(
                "signatory-unknown", "Signatory says nobody’s name: give the one that signs.", at: "signatory")
        }
        let current = agreementForSignature?.number
        if let earlier = approval.signatures.first(where: { $0.agreement == current && $0.party == name }) {
            reading.refuse(
                "already-signed",
                "\(name) has signed this text already: \(earlier.signatory), \(earlier.signedOn.inWords).", at: "party")
        }
        if party.organisation.term != person.organisation, given.optional(.evidence) == nil {
            reading.refuse(
                "evidence-missing",
                "Evidence is missing: give evidence (text), as you record the signature of another organisation.",
                at: "evidence")
        }
    }

    /// A party that provides or receives; one that only processes is refused, one that is unknown has been already.
    private func controller(named name: String, _ reading: inout OrderReading) -> Party? {
        let parts = termsUnderConsideration.parties.filter { $0.organisation.text == name }
        guard let party = parts.first(where: { $0.part != .processor }) else {
            if !parts.isEmpty {
                reading.refuse(
                    "only-a-processor", "“\(name)” only processes the data: it neither signs off nor signs.",
                    at: "party")
            }
            return nil
        }
        return party
    }

    /// The organisation's own part in the share, a controller's before a processor's.
    private func party(of organisation: String) -> Party? {
        let parts = termsUnderConsideration.parties.filter { $0.organisation.term == organisation }
        return parts.first { $0.part != .processor } ?? parts.first
    }
}
