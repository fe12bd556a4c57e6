extension ConsistencyChecks {
    // MARK: - Gateways

    /// A share may rest on several gateways, one for each leg: every pair of bodies needs at least one that allows it.
    var gateways: [Finding] {
        let known = terms.gateways.compactMap { $0.term }.compactMap { reference.gateways[$0] }
        var findings = known.filter { !$0.isInForce(on: relevantDay) }.map { gateway in
            error(
                "gateway-not-in-force", .legalGateway,
                "\(gateway.name) \(Self.when(gateway.from, gateway.to, relevantDay)) Cite a power that is law on \(relevantDay.inWords)."
            )
        }
        // A gateway that is not understood may be the one that allows it.
        guard !known.isEmpty, known.count == terms.gateways.count else { return findings }
        let names = known.map(\.name).joined(separator: ", ")
        for (provider, recipient) in legs where !known.contains(where: { $0.allows(provider, to: recipient) }) {
            findings.append(
                error(
                    "gateway-not-for-this-body", .legalGateway,
                    "\(names) does not allow \(provider.name) to disclose to \(recipient.name): cite the power that does, or take legal advice."
                ))
        }
        return findings + bodiesNotKnown(to: known)
            + known.filter { !serves($0) }.map { gateway in
                warning(
                    "gateway-not-for-this-purpose", .purpose,
                    "\(gateway.name) is for \(gateway.purposes.joined(separator: "; ")): say in the purpose how this share serves that, or cite another power."
                )
            }
    }

    /// A power that names who may use it says nothing of a body that nobody knows.
    private func bodiesNotKnown(to gateways: [Gateway]) -> [Finding] {
        func unknown(_ parties: [Party], _ side: KeyPath<Gateway, [Gateway.Party]>, _ field: TermsField) -> [Finding] {
            guard gateways.allSatisfy({ $0.namedIn != nil || !$0[keyPath: side].contains(.any) }) else { return [] }
            let names = gateways.map { $0.name + ($0.namedIn.map { " (\($0))" } ?? "") }.joined(separator: ", ")
            return parties.filter { $0.organisation.term.flatMap { reference.organisations[$0] } == nil }.map { party in
                warning(
                    "body-not-known-to-gateway", field,
                    "\(names) holds for the bodies that it names, and “\(party.organisation.text.shortened(to: 60))” is none that the reference data knows: see whether it is one of them."
                )
            }
        }
        return unknown(terms.providers, \.providers, .provider) + unknown(terms.recipients, \.recipients, .recipient)
    }

    /// Each provider with each recipient, where both are known and are not one body.
    private var legs: [(Organisation, Organisation)] {
        func known(_ parties: [Party]) -> [Organisation] {
            parties.compactMap { $0.organisation.term }.compactMap { reference.organisations[$0] }
        }
        let recipients = known(terms.recipients)
        return known(terms.providers).flatMap { provider in
            recipients.filter { $0.id != provider.id }.map { (provider, $0) }
        }
    }

    /// Whether a word of the gateway's purposes is among those of the share; a power for a body's functions is for all.
    private func serves(_ gateway: Gateway) -> Bool {
        let wanted = gateway.purposes.flatMap(Self.stems)
        guard !wanted.isEmpty, !gateway.purposes.contains(where: { $0.hasPrefix("functions") || $0.hasPrefix("any") })
        else { return true }
        let words =
            [terms.title, terms.purpose, terms.publicBenefit ?? ""] + TermsField.saidInWordsAlone.map(terms.text)
        return terms.purpose.isEmpty || !Set(words.flatMap(Self.stems)).isDisjoint(with: wanted)
    }

    /// The words that carry meaning, cut to five letters so that `payment` and `paying` are not held apart by their ends.
    private static func stems(_ text: String) -> [String] {
        TermIndex.words(ofKey: TermIndex.key(text)).filter { $0.count > 3 && !empty.contains($0) }
            .map { String($0.prefix(5)) }
    }

    private static let empty: Set<String> = [
        "the", "and", "for", "with", "from", "that", "this", "other", "data", "information", "sharing", "share",
    ]

    static func when(_ from: Day?, _ to: Day?, _ day: Day) -> String {
        if let from, day < from { return "is law only from \(from.inWords)." }
        if let to, to < day { return "ceased to be law after \(to.inWords)." }
        return "is not law."
    }

    // MARK: - Lawful bases

    var lawfulBases: [Finding] {
        terms.lawfulBases.flatMap { citation -> [Finding] in
            guard let basis = citation.basis.term.flatMap({ reference.lawfulBases[$0] }) else { return [] }
            let field = Self.field(of: citation.article)
            var findings: [Finding] = []
            if !basis.isInForce(on: relevantDay) {
                findings.append(
                    error(
                        "basis-not-in-force", field,
                        "\(basis.name) (\(basis.article)) \(Self.when(basis.from, basis.to, relevantDay)) Cite a basis that is law on \(relevantDay.inWords)."
                    ))
            }
            if basis.id == "article-6-1-f" || basis.id.hasPrefix("article-6-1-ea"), hasPublicAuthority {
                findings.append(
                    warning(
                        "basis-not-for-public-tasks", field,
                        "A public authority does not rely on \(basis.name) (\(basis.article)) for its tasks: cite public task or legal obligation, or say which party relies on it and why."
                    ))
            }
            return findings
        }
    }

    private static func field(of article: LawfulBasisCitation.Article) -> TermsField {
        switch article {
        case .lawfulness: .lawfulBasis
        case .specialCategory: .specialCategoryCondition
        case .criminalOffence: .criminalOffenceCondition
        }
    }

    private var hasPublicAuthority: Bool {
        terms.parties.contains { party in
            switch party.organisation.term.flatMap({ reference.organisations[$0] })?.kind {
            case .charity, .company, .other, nil: false
            default: true
            }
        }
    }

    // MARK: - Conditions of Articles 9 and 10

    var conditions: [Finding] {
        var findings = terms.specialCategoryShortfalls.map {
            error("condition-missing", $0.wants ?? .specialCategoryCondition, $0.says)
        }
        let cited = Set(terms.lawfulBases.compactMap { $0.basis.term })
        if cited.contains("article-9-2-g"), !cited.contains(where: { $0.hasPrefix("sch1-pt2") }) {
            findings.append(
                warning(
                    "schedule-1-condition-missing", .specialCategoryCondition,
                    "Substantial public interest, 9(2)(g), needs a condition of Schedule 1, Part 2, of the Data Protection Act 2018: name its paragraph."
                ))
        }
        for (basis, name) in [("b", "9(2)(b)"), ("h", "9(2)(h)"), ("i", "9(2)(i)"), ("j", "9(2)(j)")]
        where cited.contains("article-9-2-\(basis)") && !cited.contains(where: { $0.hasPrefix("sch1-pt1") }) {
            findings.append(
                warning(
                    "schedule-1-condition-missing", .specialCategoryCondition,
                    "Article \(name) needs a condition of Schedule 1, Part 1, of the Data Protection Act 2018: name its paragraph."
                ))
        }
        return findings
    }
}
