extension SignOffRule {
    /// Why the rule holds for these terms, for a sentence; nil where it does not.
    func because(of terms: Terms, under reference: ReferenceData) -> String? {
        var phrases: [String] = []
        for condition in when {
            guard let phrase = condition.because(of: terms, under: reference) else { return nil }
            phrases.append(phrase)
        }
        let what = phrases.isEmpty ? "every share" : phrases.joined(separator: ", ")
        return "\(what) (rule \(id)\(reason.map { ": \($0)" } ?? ""))"
    }
}

extension Terms {
    /// Every sign-off that policy asks for on these terms: what several rules ask is asked once, with all their reasons.
    package func requiredSignOffs(under reference: ReferenceData) -> [SignOffRequirement] {
        var required: [SignOffRequirement] = []
        func add(_ ask: SignOffRule.Ask, party: String?, _ reason: String) {
            var one = SignOffRequirement(
                capacities: ask.capacities, atLeast: ask.atLeast, people: ask.people, party: party, reasons: [])
            let known = required.firstIndex { given in
                one.reasons = given.reasons
                return given == one
            }
            if let known {
                if !required[known].reasons.contains(reason) { required[known].reasons.append(reason) }
            } else {
                one.reasons = [reason]
                required.append(one)
            }
        }
        for rule in reference.signOffRules {
            guard let reason = rule.because(of: self, under: reference) else { continue }
            for ask in rule.asks {
                if ask.side == .anybody {
                    add(ask, party: nil, reason)
                    continue
                }
                var seen: Set<String> = []
                for party in ask.side.parties(of: self) where seen.insert(party.organisation.identity).inserted {
                    add(ask, party: party.organisation.text, reason)
                }
            }
        }
        return required
    }
}

extension Share {
    /// The sign-offs that the terms under consideration need: as policy asks now, and once the text is frozen, as it
    /// asked then.
    package func requiredSignOffs(under reference: ReferenceData) -> [SignOffRequirement] {
        agreementForSignature?.frozen?.required ?? termsUnderConsideration.requiredSignOffs(under: reference)
    }

    /// The sign-offs that count for terms that are not frozen yet: a data owner answers for the terms in person, and whoever
    /// follows them gives a sign-off of their own.
    package var countedSignOffs: [SignOff] {
        let isToBeFrozen = agreementForSignature == nil && (amendment != nil || !hasTermsInForce)
        return isToBeFrozen ? approval.signOffs.filter { !isOfFormerOwner($0) } : approval.signOffs
    }

    /// Whether it was given as the data owner by somebody who is that no more, or before they were appointed anew.
    func isOfFormerOwner(_ signOff: SignOff) -> Bool {
        guard let person = owner?.person, signOff.capacity == "data-owner", signOff.signatory == nil else {
            return false
        }
        return !signOff.isOf(person) || owner?.appointed.map { signOff.at < $0 } ?? false
    }

    /// A sentence for each that is wanting.
    func missingSignOffs(under rules: Rulebook) -> [String] {
        requiredSignOffs(under: rules.reference).compactMap { required in
            required.missing(in: countedSignOffs).map { missing in
                "The sign-off of \(missing) is missing, because of \(required.reasons.joined(separator: "; "))."
                    + (required.lacking(in: countedSignOffs).contains("data-owner") ? lapsed : "")
            }
        }
    }

    /// That a former data owner had signed off, and who does now; empty where none had.
    private var lapsed: String {
        guard let former = approval.signOffs.last(where: isOfFormerOwner), let owner, let person = owner.person else {
            return ""
        }
        guard !former.isOf(person) else {
            return " \(former.giver) signed off before \(person) was appointed anew, and signs off again."
        }
        let until = owner.appointed.map { " until \($0.day.inWords)" } ?? ""
        return " \(former.giver) signed off as the data owner\(until): \(person) gives a sign-off of their own."
    }
}
