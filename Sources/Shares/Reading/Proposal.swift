package import Workflows

/// A new share, proposed by a person of this installation.
package enum Proposal {
    /// Who proposes shares, the role that is taken first first.
    package static let roles: [RoleName] = ["requester", "data-owner", "hub"]

    /// The first event, or every reason why not: who is asked before whether.
    ///
    /// It starts from the terms of another share where they were copied; the fields then say what differs.
    package static func decide(
        reference: ShareReference, from copied: Terms? = nil, fields: [String: String], by person: Person,
        in circumstances: Circumstances, under rules: Rulebook
    ) -> Decision {
        guard
            let role = roles.first(where: person.roles.contains)
        else {
            return .refused(
                Refusal([
                    Refusal.Reason(
                        .who, rule: "not-your-role", "A share is proposed by a requester, a data owner or the hub.")
                ]))
        }
        var terms = copied ?? Terms(title: "", parties: [])
        var reader = TermsReader(reference: rules.reference)
        var reasons: [Refusal.Reason] = []
        for name in fields.keys.sorted() where TermsField(rawValue: name) == nil {
            reasons.append(
                Refusal.Reason(.complete, rule: "unknown-field", "A share has no field “\(name)”.", field: name))
        }
        for field in TermsField.allCases {
            guard let text = fields[field.rawValue] else { continue }
            if let found = ForbiddenCharacters.first(in: text) {
                reasons.append(
                    Refusal.Reason(
                        .complete, rule: "forbidden-character",
                        "\(field.label) holds the character \(found), which no field may hold.",
                        field: field.rawValue))
                continue
            }
            for finding in reader.readTyped(text, as: field, into: &terms).errors {
                reasons.append(
                    Refusal.Reason(.complete, rule: finding.rule, finding.message, field: field.rawValue))
            }
        }
        if terms.title.trimmed.isEmpty, !reasons.contains(where: { $0.field == TermsField.title.rawValue }) {
            reasons.append(
                Refusal.Reason(
                    .complete, rule: "title-missing", "The title is missing: give title.",
                    field: TermsField.title.rawValue))
        }
        guard reasons.isEmpty else { return .refused(Refusal(reasons)) }
        return .event(
            Event(
                share: reference, version: 1, at: circumstances.now, actor: person.id, role: role,
                happening: .registered(
                    Registration(
                        entry: "proposed", origin: Origin(.proposed), pin: rules.pin,
                        standing: rules.definitions.standing(of: "proposed"), terms: terms, owner: nil,
                        requester: person.id))))
    }
}

extension Terms {
    /// The terms for another share like this one: without its dates, and without what only its register said.
    package var copiedForProposal: Terms {
        var copy = self
        copy.startDate = nil
        copy.endDate = nil
        copy.reviewDate = nil
        copy.suggestedSpoke = nil
        copy.other = other.filter { name, _ in TermsField.saidInWordsAlone.contains { $0.rawValue == name } }
        return copy
    }
}
