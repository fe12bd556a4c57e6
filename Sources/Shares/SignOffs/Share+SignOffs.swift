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

    /// A sentence for each that is wanting.
    func missingSignOffs(under rules: Rulebook) -> [String] {
        requiredSignOffs(under: rules.reference).compactMap { required in
            required.missing(in: approval.signOffs).map { missing in
                "The sign-off of \(missing) is missing, because of \(required.reasons.joined(separator: "; "))."
            }
        }
    }
}
