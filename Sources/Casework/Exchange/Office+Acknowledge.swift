import Interchange
import Ledger
package import Shares
import Signatures
import Workflows

extension Office {
    /// Records that a partner has the manifest in a file or bundle, on the word of one of its people; or on that of the hub, which
    /// says for whom, and how it came to know. Throws `Findings` where it is no manifest, and `Refusal` with every reason where it
    /// cannot be acknowledged.
    package func acknowledgeManifest(
        at path: String, for organisation: String? = nil, evidence: String? = nil, as personID: PersonID
    ) async throws -> Receipt {
        // What matters is not who signed it, but whether it is what was issued here.
        let verdict = try await verifyManifest(at: path, VerificationWish(allowsUnsigned: true))
        return try acknowledge(verdict, for: organisation, evidence: evidence, as: personID)
    }

    /// The same of what somebody sent, on which nothing must speak against relying; whose the signature is can only be judged where
    /// an authority is known, and without one it is acknowledged as what was issued here.
    package func acknowledgeManifest(
        _ sent: SentManifest, of reference: ShareReference? = nil, under publication: Publication?,
        for organisation: String? = nil, evidence: String? = nil, as personID: PersonID, once: OnceOnly? = nil
    ) async throws -> Receipt {
        let verdict = try await verifyManifest(sent, allowing: publication)
        guard try standing(of: verdict, under: publication) != .unreliable else {
            throw Refusal(
                verdict.findings.errors.map {
                    Refusal.Reason(
                        .possible, rule: "not-sound", "It was not acknowledged, for it is not sound: \($0.message)")
                })
        }
        if let reference, let found = verdict.manifest?.reference, found != reference {
            throw Refusal([
                Refusal.Reason(
                    .possible, rule: "another-share", "It is a manifest of \(found), and not of \(reference).")
            ])
        }
        if publication != nil, let manifest = verdict.manifest { try issue(manifest) }
        return try acknowledge(verdict, for: organisation, evidence: evidence, as: personID, once: once)
    }

    private func acknowledge(
        _ verdict: ManifestVerdict, for organisation: String?, evidence: String?, as personID: PersonID,
        once: OnceOnly? = nil
    ) throws -> Receipt {
        guard let manifest = verdict.manifest else { throw verdict.findings }
        let department = try department().organisation
        let named = try organisation.map { try self.named($0) }
        return try write(once: once, by: personID) { writer in
            let person = try person(personID, in: writer.reader)
            let isHub = person.roles.contains("hub")
            let body = named?.id ?? person.organisation
            let parties = manifest.asIssued.parties
            try refuse(
                who: isHub
                    ? (named == nil ? "The hub says for which party the receipt is." : nil)
                    : objection(to: person, for: named, of: parties))
            let exchange = try writer.reader.exchange()
            var reasons: [Refusal.Reason] = []
            func reason(_ rule: String, _ says: String) {
                reasons.append(Refusal.Reason(.possible, rule: rule, says))
            }
            if manifest.issuer.id != department.id {
                reason("issued-elsewhere", "\(manifest.issuer.name) issued it: it is acknowledged there.")
            } else if !exchange.wasIssued(manifest.asIssued) {
                // An earlier version states more than when it was issued: that it does not hold any more.
                if let replaced = manifest.replacedBy,
                    exchange.wasIssued(manifest.version, of: manifest.reference, to: body)
                {
                    reason(
                        "replaced",
                        "Version \(manifest.version) of \(manifest.reference) was replaced by version \(replaced.version) on \(replaced.since.inWords), as it says itself: take and acknowledge the version that holds."
                    )
                } else {
                    reason(
                        "never-issued",
                        "Version \(manifest.version) of \(manifest.reference) was not issued like this: ask where the file comes from."
                    )
                }
            }
            if !parties.contains(body) {
                reason("no-party", "\(try name(ofOrganisation: body)) is no other party to \(manifest.reference).")
            }
            let earlier = exchange.acknowledgement(of: manifest.asIssued, by: body)
            if let earlier {
                let names = try names(of: [earlier.actor], for: person, under: roster.roster(in: writer.reader))
                reason(
                    "acknowledged",
                    "\(names.words(earlier.actor)) acknowledged it for \(try name(ofOrganisation: body)) on \(earlier.at.dayInLondon.inWords)."
                )
            }
            if isHub, evidence?.isEmpty ?? true, earlier == nil {
                reasons.append(
                    Refusal.Reason(
                        .complete, rule: "evidence-missing", "Say how it is known that the partner has it: --evidence.")
                )
            }
            guard reasons.isEmpty else { throw Refusal(reasons) }
            let receipt = Receipt(
                share: manifest.reference, version: manifest.version, organisation: body, digest: manifest.digest,
                statement: manifest.statement, evidence: evidence)
            try writer.append(
                exchange: .acknowledged(receipt), at: try now(in: writer.reader), actor: person.id,
                role: isHub ? "hub" : "partner")
            return receipt
        }
    }

    /// May this person?
    private func objection(to person: Person, for named: Organisation?, of parties: [String]) -> String? {
        guard person.isPartner else {
            return "A manifest is acknowledged by a partner, or by the hub for one; \(person.id) is neither."
        }
        guard named == nil || named?.id == person.organisation else {
            return "\(person.id) acts for no other organisation than their own."
        }
        return parties.contains(person.organisation) ? nil : "Your organisation is no other party to the share."
    }

    private func refuse(who says: String?) throws {
        if let says { throw Refusal([Refusal.Reason(.who, rule: "not-your-role", says)]) }
    }

    /// An organisation by its identifier or any of its names.
    func named(_ text: String) throws -> Organisation {
        let organisations = try reference().organisations
        guard let organisation = organisations[text] ?? organisations.resolve(text) else {
            throw Findings([
                .error("unknown-organisation", at: .whole, "“\(text)” is an organisation that is not known.")
            ])
        }
        return organisation
    }

    func name(ofOrganisation id: String) throws -> String { try reference().organisations[id]?.name ?? id }
}
