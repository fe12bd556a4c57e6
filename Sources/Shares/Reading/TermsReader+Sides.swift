// Who relies on what: a side, or the organisation that is alone on one, before or after what it relies on.

extension TermsReader {
    /// What is relied on, and by which side, as `Provider: 6(1)(e)`, `DWP: 6(1)(c)` and `6(1)(e) (recipient)` say it.
    struct OfSide {
        let said: String
        /// The side with the name that it was given; nil where none is named.
        let by: (side: Party.Part, name: String)?
    }

    func ofSide(_ text: String, in terms: Terms) -> OfSide {
        for separator in [":", "="] {
            let parts = text.split(separator: Character(separator), maxSplits: 1).map { String($0).trimmed }
            if parts.count == 2, let side = side(named: parts[0], in: terms) {
                return OfSide(said: parts[1], by: (side, parts[0]))
            }
        }
        if let bracket = text.lastIndex(of: "("), text.last == ")" {
            let name = String(text[text.index(after: bracket)...].dropLast())
            if let side = side(named: name, in: terms) {
                return OfSide(said: String(text[..<bracket]).trimmed, by: (side, name))
            }
        }
        return OfSide(said: text, by: nil)
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
