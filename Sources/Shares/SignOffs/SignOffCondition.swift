/// What a rule of the sign-off policy may ask of a share's terms: the closed list.
package enum SignOffCondition: Hashable, Sendable {
    case tiers([RiskTier])
    /// Empty: any special category of UK GDPR Article 9(1).
    case specialCategories([DataItemTerm.Special])
    /// UK GDPR Article 10.
    case criminalOffence
    /// Data items, by their identifiers in the reference data.
    case items([String])
    /// UK GDPR Chapter V.
    case outsideUK
    case gateways([String])
    case gatewayFamilies([Gateway.Family])
    /// The Act or instrument of a gateway in full.
    case acts([String])
    case agreementTypes([String])
    case classifications([String])
    case spokes([String])
    case providers([String])
    case recipients([String])
    case providerKinds([Organisation.Kind])
    case recipientKinds([Organisation.Kind])
    /// A recipient that is no body of government, or that the reference data does not know.
    case recipientOutsideGovernment
    /// At least so many records, as the terms state their volume; where they state no number, it holds too.
    case recordsAtLeast(Int)

    /// Its name in the policy file.
    enum Name: String, CaseIterable {
        case tiers
        case specialCategories = "special-categories"
        case criminalOffence = "criminal-offence"
        case items
        case outsideUK = "outside-uk"
        case gateways
        case gatewayFamilies = "gateway-families"
        case acts
        case agreementTypes = "agreement-types"
        case classifications, spokes, providers, recipients
        case providerKinds = "provider-kinds"
        case recipientKinds = "recipient-kinds"
        case recipientOutsideGovernment = "recipient-outside-government"
        case recordsAtLeast = "records-at-least"
    }
}

extension SignOffCondition {
    /// What of the terms makes it hold, in a few words: `special category data: health`; nil where it does not hold.
    func because(of terms: Terms, under reference: ReferenceData) -> String? {
        switch self {
        case .tiers(let tiers):
            let tier = terms.risk.tier
            return tiers.contains(tier) ? "\(tier.rawValue) risk" : nil
        case .specialCategories(let wanted):
            let found = Set(terms.items.compactMap(\.specialCategory))
                .filter { one in wanted.isEmpty || wanted.contains { $0.rawValue == one } }
            return some(found.sorted()).map { "special category data: \($0)" }
        case .criminalOffence: return terms.criminalOffenceItems.isEmpty ? nil : "criminal offence data"
        case .items(let wanted):
            return some(terms.items.map(\.name).filter { $0.term.map(wanted.contains) ?? false }.map(\.text))
                .map { "the data item \($0)" }
        case .outsideUK: return some(terms.transfers.map(\.country)).map { "data leaves the United Kingdom: \($0)" }
        case .gateways(let wanted):
            return some(gateways(of: terms, reference).filter { wanted.contains($0.id) }.map(\.name))
                .map { "the gateway \($0)" }
        case .gatewayFamilies(let wanted):
            return some(
                gateways(of: terms, reference).filter { !Set($0.families).isDisjoint(with: wanted) }.map(\.name)
            )
            .map { "the gateway \($0)" }
        case .acts(let wanted):
            return some(gateways(of: terms, reference).filter { wanted.contains($0.act) }.map(\.name))
                .map { "the gateway \($0)" }
        case .agreementTypes(let wanted):
            return stated(terms.agreementType, wanted).map { "the agreement type \($0)" }
        case .classifications(let wanted):
            return stated(terms.classification, wanted).map { "the classification \($0)" }
        case .spokes(let wanted): return stated(terms.spoke, wanted).map { "the spoke \($0)" }
        case .providers(let wanted):
            return some(terms.providers.compactMap { stated($0.organisation, wanted) }).map {
                "\($0) provides the data"
            }
        case .recipients(let wanted):
            return some(terms.recipients.compactMap { stated($0.organisation, wanted) })
                .map { "\($0) receives the data" }
        case .providerKinds(let kinds): return bodies(terms.providers, reference, "provides") { kinds.contains($0) }
        case .recipientKinds(let kinds): return bodies(terms.recipients, reference, "receives") { kinds.contains($0) }
        case .recipientOutsideGovernment:
            let outside = terms.recipients.filter { party in
                party.organisation.term.flatMap { reference.organisations[$0] }.map { !$0.kind.isGovernment } ?? true
            }
            return some(outside.map(\.organisation.text)).map { "\($0) is no body of government" }
        case .recordsAtLeast(let least):
            guard let records = terms.volume.flatMap({ RecordCount.largest(in: $0) }) else {
                return "the volume does not say how many records are shared"
            }
            return records >= least ? "\(records) records" : nil
        }
    }

    private func some(_ texts: [String]) -> String? { texts.isEmpty ? nil : texts.joined(separator: ", ") }

    private func stated(_ one: Stated?, _ wanted: [String]) -> String? {
        guard let one, let term = one.term, wanted.contains(term) else { return nil }
        return one.text
    }

    private func gateways(of terms: Terms, _ reference: ReferenceData) -> [Gateway] {
        terms.gateways.compactMap { $0.term.flatMap { reference.gateways[$0] } }
    }

    private func bodies(
        _ parties: [Party], _ reference: ReferenceData, _ verb: String, of isWanted: (Organisation.Kind) -> Bool
    ) -> String? {
        let found = parties.compactMap { party -> String? in
            guard let body = party.organisation.term.flatMap({ reference.organisations[$0] }), isWanted(body.kind)
            else {
                return nil
            }
            return "\(party.organisation.text) (\(body.kind.rawValue))"
        }
        return some(found).map { "\($0) \(verb) the data" }
    }
}

extension Organisation.Kind {
    /// Whether a body of the kind is one of central, devolved or local government, or of a public service.
    var isGovernment: Bool {
        switch self {
        case .charity, .company, .university, .other: false
        case .ministerialDepartment, .nonMinisterialDepartment, .executiveAgency, .ndpb, .publicCorporation,
            .localAuthority, .devolved, .nhs, .police, .regulator:
            true
        }
    }
}

/// How many records a volume in people's own words comes to: `About 1.2 million a year`.
enum RecordCount {
    /// The largest number in the text, with `thousand`, `million` or `billion` after it; nil where there is none.
    static func largest(in text: String) -> Int? {
        let words = text.lowercased().unicodeScalars.split { scalar in
            !(("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "." || scalar == ",")
        }
        var largest: Int?
        for (index, word) in words.enumerated() {
            let digits = String(String.UnicodeScalarView(word.prefix { !("a"..."z").contains($0) })).filter {
                $0 != ","
            }
            guard let number = Double(digits), number >= 0, number < 1e12 else { continue }
            let tail = String(String.UnicodeScalarView(word.drop { !("a"..."z").contains($0) }))
            let unit =
                tail.isEmpty && index + 1 < words.count
                ? String(String.UnicodeScalarView(words[index + 1])) : tail
            let factor: Double =
                switch unit {
                case "k", "thousand": 1_000
                case "m", "million", "millions": 1_000_000
                case "bn", "billion": 1_000_000_000
                default: 1
                }
            largest = max(largest ?? 0, Int(number * factor))
        }
        return largest
    }
}
