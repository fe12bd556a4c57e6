/// Turns what people and registers write into terms: what is understood is tied to the reference data, the source text is
/// kept, and what is not understood is a finding.
package struct TermsReader: Sendable {
    package let reference: ReferenceData
    /// Texts recur by the thousand in a register: each is looked up once.
    private var organisations: [String: String?] = [:]
    private var items: [String: String?] = [:]
    private var gateways: [String: String?] = [:]
    private var subjects: [String: String?] = [:]

    package init(reference: ReferenceData) {
        self.reference = reference
    }

    /// Writes the text of a field into the terms; the findings say what was not understood, at `place`.
    package mutating func read(
        _ text: String, as field: TermsField, into terms: inout Terms, at place: Place
    ) -> Findings {
        var findings = Findings()
        let text = text.trimmed
        switch field {
        case .title: terms.title = text
        case .purpose: terms.purpose = text
        case .publicBenefit: terms.publicBenefit = text.nonEmpty
        case .volume: terms.volume = text.nonEmpty
        case .channelSecurity: terms.channelSecurity = text.nonEmpty
        case .onwardSharing: terms.onwardSharing = text.nonEmpty
        case .parentAgreement: terms.parentAgreement = text.nonEmpty
        case .rightsContact: terms.rightsContact = text.nonEmpty
        case .contact: terms.contact = text.nonEmpty
        case .handling: terms.handling = text.values
        case .necessity, .withoutSharing, .privacyInformation, .automatedDecisions, .costs:
            // Said in the parties' own words, and in no others: kept as text.
            terms.other[field.rawValue] = text.nonEmpty
        case .provider: setParties(.provider, text, &terms, &findings, place)
        case .recipient: setParties(.recipient, text, &terms, &findings, place)
        case .processor: setParties(.processor, text, &terms, &findings, place)
        case .providerRole: setControllership(.provider, text, &terms, &findings, place)
        case .recipientRole: setControllership(.recipient, text, &terms, &findings, place)
        case .dataItems: setItems(text, &terms, &findings, place)
        case .itemKinds: setKinds(text, &terms, &findings, place)
        case .itemJustifications: setJustifications(text, &terms, &findings, place)
        case .dataSubjects: setSubjects(text, &terms, &findings, place)
        case .legalGateway: setGateways(text, &terms, &findings, place)
        case .lawfulBasis: setBases(.lawfulness, text, &terms, &findings, place)
        case .specialCategoryCondition: setBases(.specialCategory, text, &terms, &findings, place)
        case .criminalOffenceCondition: setBases(.criminalOffence, text, &terms, &findings, place)
        case .spoke: terms.spoke = one(text, in: reference.spokes, "spoke", &findings, place)
        case .frequency: terms.frequency = one(text, in: reference.frequencies, "frequency", &findings, place)
        case .transferMethod: terms.channel = one(text, in: reference.channels, "transfer-method", &findings, place)
        case .classification: setClassification(text, &terms, &findings, place)
        case .disposal: terms.disposal = one(text, in: reference.disposalMethods, "disposal", &findings, place)
        case .agreementType:
            terms.agreementType = one(text, in: reference.agreementTypes, "agreement-type", &findings, place)
        case .retention:
            terms.retention = text.isEmpty ? nil : Retention(text)
            if let retention = terms.retention, retention.duration == nil {
                findings.append(
                    .warning(
                        "retention-not-understood", at: place,
                        "“\(text)” is not a length of time: write 2 years, 6 months or 30 days, or P2Y, P6M or P30D."))
            } else if terms.retention?.isBeyondALifetime == true {
                findings.append(
                    .warning(
                        "retention-beyond-a-lifetime", at: place,
                        "“\(text)” is a retention of more than \(Retention.lifetime) years, longer than a life: see whether that is meant."
                    ))
            }
        case .transfersOutsideUK: setTransfers(text, &terms, &findings, place)
        case .startDate: terms.startDate = date(text, "start date", &findings, place)
        case .endDate: terms.endDate = date(text, "end date", &findings, place)
        case .reviewDate: terms.reviewDate = date(text, "review date", &findings, place)
        }
        return findings
    }

    /// The organisation that a text names; no term where none is known by it.
    package mutating func organisation(_ text: String) -> Stated {
        if let known = organisations[text] { return Stated(text, term: known) }
        let found = reference.organisations.resolve(text)?.id
        organisations[text] = .some(found)
        return Stated(text, term: found)
    }

    // MARK: - Parties

    private mutating func setParties(
        _ part: Party.Part, _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        let controllership = terms.parties.first { $0.part == part }?.controllership
        var parties: [Party] = []
        for name in text.values {
            let stated = organisation(name)
            guard !parties.contains(where: { $0.organisation.identity == stated.identity }) else { continue }
            if stated.term == nil {
                findings.append(
                    .warning(
                        "unknown-organisation", at: place,
                        "“\(name)” is not a known organisation: it is kept as unconfirmed, for the hub to confirm or merge."
                    ))
            }
            parties.append(Party(stated, as: part, controllership: controllership))
        }
        terms.parties = Party.Part.allCases.flatMap { each in
            each == part ? parties : terms.parties.filter { $0.part == each }
        }
    }

    private func setControllership(
        _ part: Party.Part, _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        let key = TermIndex.key(text)
        let known: [String: Party.Controllership] = [
            "controller": .controller, "independent controller": .controller, "data controller": .controller,
            "joint controller": .jointController, "processor": .processor, "data processor": .processor,
        ]
        guard let role = known[key] else {
            if !key.isEmpty {
                findings.append(
                    .warning(
                        "controller-role-not-understood", at: place,
                        "“\(text)” is not controller, joint-controller or processor."))
            }
            return
        }
        for index in terms.parties.indices where terms.parties[index].part == part {
            terms.parties[index].controllership = role
        }
    }

    // MARK: - What is shared, about whom

    private mutating func setItems(
        _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        let justifications = Dictionary(
            terms.items.compactMap { item in item.justification.map { (item.name.identity, $0) } },
            uniquingKeysWith: { first, _ in first })
        let datasets = Dictionary(
            terms.items.compactMap { item in item.dataset.map { (item.name.identity, $0) } },
            uniquingKeysWith: { first, _ in first })
        let kinds = Dictionary(
            terms.items.compactMap { item in item.statedKind.map { (item.name.identity, $0) } },
            uniquingKeysWith: { first, _ in first })
        var unknown: [String] = []
        var seen: Set<String> = []
        terms.items = []
        for value in text.values {
            for var item in dataItems(in: value) {
                // Two texts of one term may still be two things: only the same text twice is one.
                guard seen.insert(TermIndex.key(item.name.text)).inserted else { continue }
                if item.name.term == nil { unknown.append(item.name.text) }
                item.justification = justifications[item.name.identity]
                item.dataset = datasets[item.name.identity]
                if let kind = kinds[item.name.identity] { item.kind = kind }
                terms.items.append(item)
            }
        }
        if !unknown.isEmpty { findings.append(notUnderstood(unknown, "data item", "item-not-understood", place)) }
    }

    /// One item; or several where a text bundles known ones, as in `Name and address`.
    private mutating func dataItems(in text: String) -> [DataItem] {
        if let whole = itemTerm(text) { return [dataItem(text, term: whole)] }
        let parts = text.split(onWords: ["and", "&", ",", "/", "+"])
        if parts.count > 1 {
            let terms = parts.map { itemTerm($0) }
            if terms.allSatisfy({ $0 != nil }) { return zip(parts, terms).map { dataItem($0, term: $1) } }
        }
        return [dataItem(text, term: nil)]
    }

    mutating func itemTerm(_ text: String) -> String? {
        if let known = items[text] { return known }
        let found = reference.dataItems.resolve(text)?.id
        items[text] = .some(found)
        return found
    }

    private func dataItem(_ text: String, term: String?) -> DataItem {
        var item = DataItem(Stated(text, term: term))
        item.kind =
            term.flatMap { reference.dataItems[$0] }.map {
                ItemKind(
                    isPersonal: $0.personal, specialCategory: $0.special?.rawValue,
                    isCriminalOffenceData: $0.criminal ?? false)
            } ?? ItemKind(saidBy: text)
        return item
    }

    private mutating func setSubjects(
        _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        var unknown: [String] = []
        terms.subjects = text.values.map { value in
            if let known = subjects[value] {
                if known == nil { unknown.append(value) }
                return Stated(value, term: known)
            }
            let found = reference.subjectGroups.resolve(value)?.id
            subjects[value] = .some(found)
            if found == nil { unknown.append(value) }
            return Stated(value, term: found)
        }
        if !unknown.isEmpty { findings.append(notUnderstood(unknown, "data subject", "subject-not-understood", place)) }
    }

    // MARK: - The law

    private mutating func setGateways(
        _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        var unknown: [String] = []
        terms.gateways = []
        for value in text.values {
            if let term = gatewayTerm(value) {
                terms.gateways.append(Stated(value, term: term))
                continue
            }
            let parts = value.split(onWords: ["and", "&", ",", "/", "+"])
            let found = parts.map { gatewayTerm($0) }
            if parts.count > 1, found.allSatisfy({ $0 != nil }) {
                terms.gateways += zip(parts, found).map { Stated($0, term: $1) }
            } else {
                terms.gateways.append(Stated(value))
                unknown.append(value)
            }
        }
        if !unknown.isEmpty {
            findings.append(notUnderstood(unknown, "legal gateway", "gateway-not-understood", place))
        }
    }

    private mutating func gatewayTerm(_ text: String) -> String? {
        if let known = gateways[text] { return known }
        let found = reference.gateways.resolve(text)?.id
        gateways[text] = .some(found)
        return found
    }

    /// A register often writes bases of all three articles into one column: each goes where it belongs.
    private func setBases(
        _ article: LawfulBasisCitation.Article, _ text: String, _ terms: inout Terms, _ findings: inout Findings,
        _ place: Place
    ) {
        terms.lawfulBases.removeAll { $0.article == article }
        var unknown: [String] = []
        for value in text.values {
            let relied = ofSide(value, in: terms)
            let said = relied.said
            let whole = reference.lawfulBases.resolve(said)
            let parts = whole == nil ? said.split(onWords: ["and", "&", ",", "+"]) : [said]
            let found = parts.map { reference.lawfulBases.resolve($0) }
            guard found.allSatisfy({ $0 != nil }) else {
                terms.lawfulBases.append(LawfulBasisCitation(article, Stated(value), party: relied.by?.side))
                unknown.append(value)
                continue
            }
            for (part, basis) in zip(parts, found) {
                // Each says for itself whose it is, so that it is read alike when it is read again.
                let text = relied.by.map { parts.count > 1 ? "\($0.name): \(part)" : value } ?? part
                let citation = LawfulBasisCitation(
                    basis.map { LawfulBasisCitation.Article($0) } ?? article,
                    Stated(text, term: basis?.id), party: relied.by?.side)
                if !terms.lawfulBases.contains(citation) { terms.lawfulBases.append(citation) }
            }
        }
        if !unknown.isEmpty { findings.append(notUnderstood(unknown, "lawful basis", "basis-not-understood", place)) }
    }

    // MARK: - How

    /// `OFFICIAL-SENSITIVE` is OFFICIAL with a handling marking, not a tier of its own (Government Security Classifications).
    private func setClassification(
        _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        terms.classification = one(text, in: reference.classifications, "classification", &findings, place)
        if let term = terms.classification?.term, let entry = reference.classifications[term], entry.obsolete == true {
            findings.append(
                .warning("obsolete-classification", at: place, "“\(text)” is no longer a government classification."))
        }
    }

    private func setTransfers(_ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place) {
        let none: Set<String> = ["no", "none", "not applicable", "na", "n a"]
        terms.staysInUK = nil
        // “UK only” says the same: it is no country.
        let isNone = none.contains(TermIndex.key(text)) || reference.transferSafeguards.resolve(text)?.isNone == true
        guard !isNone else {
            terms.transfers = []
            terms.staysInUK = true
            return
        }
        terms.transfers = text.values.map { value in
            let parts = value.split(separator: ":", maxSplits: 1)
            guard parts.count == 2 else { return InternationalTransfer(country: value, safeguard: nil) }
            let safeguard = one(
                String(parts[1]), in: reference.transferSafeguards, "transfer-safeguard", &findings, place)
            return InternationalTransfer(country: String(parts[0]).trimmed, safeguard: safeguard)
        }
    }

    private func date(_ text: String, _ what: String, _ findings: inout Findings, _ place: Place) -> StatedDay? {
        guard !text.isEmpty else { return nil }
        switch DateReading(text) {
        case .day(let day): return StatedDay(text, day: day)
        case .doubtful(let day, let doubt):
            findings.append(.warning("doubtful-date", at: place, "In the \(what), \(doubt)."))
            return StatedDay(text, day: day)
        case .placeholder:
            findings.append(.warning("no-date", at: place, "The \(what) says “\(text)”: no date is known."))
            return StatedDay(text, day: nil)
        case .impossible(let why):
            findings.append(.error("impossible-date", at: place, "The \(what) cannot be read: \(why)."))
            return StatedDay(text, day: nil)
        }
    }

    private func one<Entry: Term>(
        _ text: String, in vocabulary: Vocabulary<Entry>, _ what: String, _ findings: inout Findings, _ place: Place
    ) -> Stated? {
        let text = text.trimmed
        guard !text.isEmpty else { return nil }
        let term = vocabulary.resolve(text)?.id
        if term == nil {
            findings.append(
                notUnderstood(
                    [text], what.split(separator: "-").joined(separator: " "), "\(what)-not-understood", place))
        }
        return Stated(text, term: term)
    }

    private func notUnderstood(_ texts: [String], _ what: String, _ rule: String, _ place: Place) -> Finding {
        let shown = texts.prefix(5).map { "“\($0.shortened(to: 80))”" }.joined(separator: ", ")
        let more = texts.count > 5 ? " and \(texts.count - 5) more" : ""
        return .warning(rule, at: place, "\(what.capitalisedFirst) not understood: \(shown)\(more).")
    }
}

extension LawfulBasisCitation.Article {
    init(_ basis: LawfulBasis) {
        if basis.id.hasPrefix("article-9") || basis.id.hasPrefix("sch1-pt1") || basis.id.hasPrefix("sch1-pt2") {
            self = .specialCategory
        } else if basis.id.hasPrefix("article-10") || basis.id.hasPrefix("sch1-pt3") {
            self = .criminalOffence
        } else {
            self = .lawfulness
        }
    }
}
