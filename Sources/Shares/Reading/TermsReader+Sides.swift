// Who relies on what: a side, or the organisation that is alone on one, before or after what it relies on.

extension TermsReader {
    /// `Provider: 6(1)(e)`, `DWP: 6(1)(c)` and `6(1)(e) (recipient)` without their side; the side is nil where none is named.
    func side(of text: String, in terms: Terms) -> (said: String, side: Party.Part?) {
        for separator in [":", "="] {
            let parts = text.split(separator: Character(separator), maxSplits: 1)
            if parts.count == 2, let side = side(named: String(parts[0]), in: terms) {
                return (String(parts[1]).trimmed, side)
            }
        }
        if let bracket = text.lastIndex(of: "("), text.last == ")",
            let side = side(named: String(text[text.index(after: bracket)...].dropLast()), in: terms)
        {
            return (String(text[..<bracket]).trimmed, side)
        }
        return (text, nil)
    }

    private func side(named name: String, in terms: Terms) -> Party.Part? {
        switch TermIndex.key(name) {
        case "provider", "providers", "the provider", "disclosing party", "the disclosing party", "disclosing",
            "discloser":
            return .provider
        case "recipient", "recipients", "the recipient", "receiving party", "the receiving party", "receiving",
            "receiver":
            return .recipient
        default: break
        }
        guard let body = reference.organisations.resolve(name)?.id else { return nil }
        let named = terms.parties.filter { $0.organisation.term == body }.map(\.part)
        // A side of several does not rely on something because one of them does.
        guard let part = named.first, named.count == 1, part != .processor,
            terms.parties.filter({ $0.part == part }).count == 1
        else { return nil }
        return part
    }
}
