import Workflows

extension Share {
    /// What an order's fields come to: evidence, perhaps new terms, and every reason against them.
    struct OrderReading {
        var evidence: [String: String] = [:]
        var terms: Terms?
        var reasons: [Refusal.Reason] = []
        /// Under which question, by its name in the order, a field of the terms was answered.
        var askedAs: [TermsField: String] = [:]

        mutating func refuse(_ rule: String, _ says: String, at field: String? = nil) {
            reasons.append(Refusal.Reason(.complete, rule: rule, says, field: field))
        }

        /// Whoever answered a question finds what is wrong at that question, and not at the field that its answer fills.
        mutating func nameQuestions() {
            for index in reasons.indices {
                guard let field = reasons[index].field.flatMap(TermsField.init), let name = askedAs[field] else {
                    continue
                }
                reasons[index].field = name
            }
        }
    }

    func read(
        _ order: Order, for transition: Transition, by person: Person, as authority: Authority,
        in circumstances: Circumstances,
        under rules: Rulebook
    ) -> OrderReading {
        var reading = OrderReading()
        let recordings = transition.records.compactMap { Recording(rawValue: $0.rawValue) }
        let required = transition.evidence + recordings.flatMap(\.requires).map(\.name)
        let allowed = Set(required + transition.optionalEvidence + [EvidenceField.reason.name])
        var edits: [TermsField: String] = [:]
        for (name, text) in order.fields.sorted(by: { $0.key < $1.key }) {
            if recordings.contains(.answers), Answer.isName(name) {
                continue
            } else if recordings.contains(.terms), let field = TermsField(rawValue: name) {
                edits[field] = text
            } else if let field = EvidenceField(rawValue: name), allowed.contains(field.name) {
                if let fault = field.fault(text, for: transition.command) {
                    reading.refuse("evidence-not-understood", fault, at: name)
                } else if let text = text.trimmed.nonEmpty {
                    reading.evidence[name] = text
                }
            } else {
                reading.refuse("unknown-field", "“\(transition.title)” takes no field “\(name)”.", at: name)
            }
        }
        let capacities = capacities(for: transition, of: person, in: circumstances, under: rules)
        var asked: Set<EvidenceName> = []
        for name in required where name != EvidenceField.fieldValues.name && asked.insert(name).inserted {
            guard reading.evidence[name.rawValue] == nil, order.fields[name.rawValue]?.trimmed.nonEmpty == nil,
                let field = EvidenceField(rawValue: name.rawValue),
                !(field == .capacity && recordings.contains(.signOff) && capacities.count < 2)
            else { continue }
            let takes =
                field == .capacity && !capacities.isEmpty
                ? capacities.asChoices : field.takes(for: transition.command)
            reading.refuse(
                "evidence-missing", "\(field.label) is missing: give \(name) (\(takes)).", at: field.rawValue)
        }
        if recordings.contains(.answers) { readAnswers(order, under: rules, into: &reading, edits: &edits) }
        if recordings.contains(.terms) || !edits.isEmpty {
            edit(edits, into: &reading, under: rules)
            if !recordings.contains(.terms) { keepWhatWasPutForward(in: &reading, under: rules) }
            reading.nameQuestions()
        }
        check(recordings, in: circumstances, under: rules, by: person, as: authority.role, &reading)
        checkCondition(recordings, in: circumstances, by: person, as: authority, &reading)
        explainSuspension(transition, on: circumstances.today, &reading)
        checkAssessment(recordings, in: circumstances, under: rules, &reading)
        checkRetirement(recordings, in: circumstances, &reading)
        checkReviewDate(recordings, in: circumstances, under: rules, &reading)
        if recordings.contains(.similarAnswer), order.fields["similar"] == nil, circumstances.similar.isEmpty,
            !circumstances.isSearchingSimilar
        {
            reading.refuse("nothing-similar", "No share is like this one: there is nothing to answer for.")
        }
        if recordings.contains(.similarAnswer), let similar = reading.evidence["similar"],
            !circumstances.similar.contains(where: { $0.reference.rawValue == similar })
        {
            reading.refuse(
                "not-similar", "“\(similar.shortened(to: 60))” is not among the shares like this one.", at: "similar")
        }
        return reading
    }

    /// Fields of the terms, read together: an error in any of them refuses all.
    private func edit(_ edits: [TermsField: String], into reading: inout OrderReading, under rules: Rulebook) {
        guard !edits.isEmpty else {
            reading.refuse("evidence-missing", "No field of the share is changed: give at least one, such as purpose.")
            return
        }
        var edited = termsUnderConsideration
        var reader = TermsReader(reference: rules.reference)
        for field in TermsField.allCases {
            guard let text = edits[field] else { continue }
            if let found = ForbiddenCharacters.first(in: text) {
                reading.refuse(
                    "forbidden-character", "\(field.label) holds the character \(found), which no field may hold.",
                    at: field.rawValue)
                continue
            }
            // What a register said stays as it is until somebody says otherwise.
            let isAsItWas = text.trimmed == termsUnderConsideration.text(of: field)
            let findings =
                isAsItWas
                ? reader.read(text, as: field, into: &edited, at: .field(field.rawValue))
                : reader.readTyped(text, as: field, into: &edited)
            for finding in findings.errors {
                reading.refuse(finding.rule, finding.message, at: field.rawValue)
            }
        }
        if reading.reasons.isEmpty, edited == termsUnderConsideration {
            reading.refuse("nothing-changed", "Nothing has changed: the fields are as they were.")
        }
        reading.terms = edited
    }

    /// What evidence must agree with: parties of this share, people of this installation, conditions that were set.
    private func check(
        _ recordings: [Recording], in circumstances: Circumstances, under rules: Rulebook, by person: Person,
        as role: RoleName, _ reading: inout OrderReading
    ) {
        let today = circumstances.today
        if let capacity = reading.evidence["capacity"], recordings.contains(.signOff), capacity != role.rawValue {
            let theirs = circumstances.roster.signOffCapacities(of: person, on: self, in: circumstances)
            reading.refuse(
                "not-your-role",
                "You sign off here as \(theirs.map(\.asPeopleSay).joined(separator: " or ")), not as \(RoleName(rawValue: capacity).asPeopleSay).",
                at: "capacity")
        }
        if let party = reading.evidence["party"] {
            let named = termsUnderConsideration.parties.first {
                TermIndex.key($0.organisation.text) == TermIndex.key(party) || $0.organisation.term == party
            }
            if let named {
                // From here on a party goes by the name that the terms give it.
                reading.evidence["party"] = named.organisation.text
            } else {
                reading.refuse("not-a-party", "“\(party)” is not a party of this share.", at: "party")
            }
        }
        if recordings.contains(.deletionCertificate), let party = reading.evidence["party"],
            terms.parties.contains(where: { $0.organisation.text == party }),
            !terms.parties.contains(where: { $0.organisation.text == party && $0.part != .provider })
        {
            reading.refuse(
                "not-a-recipient", "“\(party)” provides the data: a recipient certifies deletion or return.",
                at: "party")
        }
        if recordings.contains(.deletionCertificate), role == "partner", reading.evidence["party"] == nil,
            !terms.parties.contains(where: { $0.organisation.term == person.organisation && $0.part != .provider })
        {
            reading.refuse(
                "not-a-recipient", "Your organisation provides the data: a recipient certifies deletion or return.")
        }
        if role == "partner", let party = reading.evidence["party"],
            !termsUnderConsideration.parties.contains(where: {
                $0.organisation.text == party && $0.organisation.term == person.organisation
            })
        {
            reading.refuse(
                "not-your-party", "A partner speaks for its own organisation only, not for “\(party)”.", at: "party")
        }
        if recordings.contains(.appointment), let id = reading.evidence["owner"] {
            if let person = circumstances.people[PersonID(id)] {
                reading.evidence["owner-name"] = person.name
                let spoke = terms.spoke?.term
                switch circumstances.roster.gap(owner: person.id, named: nil, spoke: spoke, on: today) {
                case .left(_, let last):
                    reading.refuse("has-left", "\(id) left on \(last.inWords).", at: "owner")
                case .roleLost:
                    reading.refuse("not-a-data-owner", "\(id) does not hold the role data-owner.", at: "owner")
                case .notAppointed:
                    reading.refuse(
                        "owner-not-appointed",
                        "\(id) holds no appointment as data owner today"
                            + (spoke.map { " that covers the spoke \($0)" } ?? "") + ": people appoint gives it.",
                        at: "owner")
                // Whoever is on leave comes back.
                case nil, .nobody, .namedOnly, .unknown, .away: break
                }
            } else {
                reading.refuse("unknown-person", "There is no person “\(id)”: see people list.", at: "owner")
            }
        }
        if recordings.contains(.requester), let id = reading.evidence["requester"] {
            if let person = circumstances.people[PersonID(id)] {
                if !person.roles.contains("requester") {
                    reading.refuse("not-a-requester", "\(id) does not hold the role requester.", at: "requester")
                }
            } else {
                reading.refuse("unknown-person", "There is no person “\(id)”: see people list.", at: "requester")
            }
        }
        checkSignOff(recordings, in: circumstances, under: rules, by: person, as: role, &reading)
        checkSignature(recordings, by: person, as: role, &reading)
        if recordings.contains(.signature) || recordings.contains(.stopped) || recordings.contains(.partnerSignOff) {
            for field in [EvidenceField.signedOn, .effective] {
                guard let day = reading.evidence[field.rawValue].flatMap({ Day.read($0) }), day > today else {
                    continue
                }
                reading.refuse(
                    "in-the-future", "\(field.label), \(day.inWords), lies in the future.", at: field.rawValue)
            }
        }
        if recordings.contains(.signature) {
            refuse(&reading, .signedOn, before: agreementForSignature)
        }
        if recordings.contains(.stopped) || recordings.contains(.notice) {
            refuse(&reading, .effective, before: approval.agreements.last { $0.termsVersion <= termsVersion })
        }
        if reading.evidence["advice-accepted"] == "no", reading.evidence["reason"] == nil {
            reading.refuse(
                "reason-missing", "Reason is missing: overruling the DPO's advice needs one.", at: "reason")
        }
    }

    /// A day before the text of the agreement was there cannot be about that agreement.
    private func refuse(_ reading: inout OrderReading, _ field: EvidenceField, before agreement: AgreementVersion?) {
        guard let agreement, let day = reading.evidence[field.rawValue].flatMap({ Day.read($0) }),
            day < agreement.preparedAt.day
        else { return }
        reading.refuse(
            "before-the-agreement",
            "\(field.label), \(day.inWords), is before the agreement: its text was frozen on \(agreement.preparedAt.day.inWords).",
            at: field.rawValue)
    }
}
