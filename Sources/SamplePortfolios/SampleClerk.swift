import Shares

/// Writes a share down as the keeper of a register would, with a habit of their own for each row.
struct SampleClerk {
    private let flows: SampleFlows
    private let parties: SampleParties
    private var random: SplitMix64
    private let dates: SampleDateStyle

    init(flows: SampleFlows, parties: SampleParties, seed: UInt64, place: Int) {
        self.flows = flows
        self.parties = parties
        random = SplitMix64(seed: seed, stream: 0xd000_0000_0000_0000 | UInt64(place))
        dates = .drawn(with: &random)
    }

    mutating func row(_ share: SampleShare, reference: String, relation: SampleRelation) -> SampleRow {
        let flow = flows.flows[share.flow]
        let title = title(share, flow)
        let (start, end) = startAndEnd(share.term)
        return SampleRow(
            reference: reference, title: SampleSlips.typed(title, with: &random),
            provider: name(of: share.provider), recipient: name(of: share.recipient), purpose: purpose(share, flow),
            legalGateway: random.chance(perMille: 30) ? "" : terms(Array(flow.gateways.prefix(share.gateways))),
            lawfulBasis: basis(share, flow), dataItems: items(share, flow), dataSubjects: terms(flow.subjects),
            frequency: random.chance(perMille: 20) ? "" : spelling(of: flow.frequencies[share.frequency]),
            transferMethod: random.chance(perMille: 25)
                ? "" : spelling(of: (share.usesLegacyChannel ? flow.legacy : flow.channels)[share.channel]),
            classification: classification(share, flow), startDate: start, endDate: end,
            reviewDate: share.term.review.map { date($0) } ?? "", dataOwner: owner(share, flow),
            status: status(of: share.stage), flow: flow.id,
            providerID: parties.bodies[share.provider].id, recipientID: parties.bodies[share.recipient].id,
            stage: share.stage, relation: relation)
    }

    // MARK: - Names

    private mutating func name(of body: Int) -> String {
        let body = parties.bodies[body]
        if let abbreviation = body.abbreviation {
            if random.chance(perMille: 380) { return abbreviation }
            if random.chance(perMille: 60) { return "\(body.name) (\(abbreviation))" }
        }
        switch random.below(1000) {
        case ..<640: return body.name
        case ..<930: return random.pick(body.spellings) ?? body.name
        case ..<950: return replacingAnd(in: body.name)
        case ..<968: return body.name.uppercased()
        case ..<984: return body.name + " "
        default: return SampleSlips.droppingALetter(in: body.name, with: &random)
        }
    }

    private func replacingAnd(in name: String) -> String {
        name.split(separator: " ").map { $0 == "and" ? "&" : String($0) }.joined(separator: " ")
    }

    private func filled(_ template: SampleTemplate, _ share: SampleShare, _ variant: String) -> String {
        template.filled { slot in
            switch slot {
            case .recipient: parties.bodies[share.recipient].short
            case .provider: parties.bodies[share.provider].short
            case .variant: variant
            case .year: financialYear(share.term.start)
            }
        }
    }

    /// "2024/25" for a day from April 2024 to March 2025.
    private func financialYear(_ day: Day?) -> String {
        let (year, month, _) = (day ?? SamplePortfolio.usualDay).parts
        let first = month < 4 ? year - 1 : year
        return "\(first)/\((first + 1) % 100)"
    }

    // MARK: - Title and purpose

    private mutating func title(_ share: SampleShare, _ flow: SampleFlow) -> String {
        let template = flow.titles[share.title]
        let variant = flow.variants[share.variant]
        var title = filled(template, share, variant)
        if !variant.isEmpty, !template.uses(.variant) {
            title += random.chance(perMille: 500) ? " – \(variant)" : " (\(variant))"
        }
        if share.phase > 0 { title += " – phase \(share.phase + 1)" }
        return title.prefix(1).uppercased() + title.dropFirst()
    }

    private mutating func purpose(_ share: SampleShare, _ flow: SampleFlow) -> String {
        let template = flow.purposes[share.purpose]
        let variant = flow.variants[share.variant]
        var what = filled(template, share, variant)
        if !variant.isEmpty, !template.uses(.variant) { what += " (\(variant))" }
        if share.phase > 0 { what += ", phase \(share.phase + 1)" }
        let purpose =
            switch random.below(100) {
            case ..<45: "To \(what)."
            case ..<68: "To \(what)"
            case ..<76: "The purpose of this data share is to \(what)."
            case ..<82: "Data will be used to \(what)."
            case ..<88: "This agreement sets out how data is shared to \(what)."
            case ..<92: "Data sharing is required to \(what)."
            case ..<96: "to \(what)"
            default: "Sharing to \(what)"
            }
        guard random.chance(perMille: 130), let remark = random.pick(flows.remarks) else { return purpose }
        return purpose.hasSuffix(".") ? "\(purpose) \(remark)" : "\(purpose). \(remark)"
    }

    // MARK: - Lists

    /// The usual spelling more often than not.
    private mutating func spelling(of wording: SampleFlow.Wording) -> String {
        random.chance(perMille: 520) ? wording.spellings[0] : wording.spellings[random.below(wording.spellings.count)]
    }

    private mutating func terms(_ wordings: [SampleFlow.Wording]) -> String {
        let separator = random.chance(perMille: 700) ? "; " : ";"
        var text = ""
        for wording in wordings {
            if !text.isEmpty { text += separator }
            text += spelling(of: wording)
        }
        return text
    }

    private mutating func items(_ share: SampleShare, _ flow: SampleFlow) -> String {
        var wanted = share.items.map { flow.items[$0] } + share.extras.map { flow.extras[$0] }
        guard random.chance(perMille: 120), let bundle = bundle(within: wanted) else { return terms(wanted) }
        wanted.removeAll { bundle.items.contains($0.id) }
        return wanted.isEmpty ? bundle.text : bundle.text + "; " + terms(wanted)
    }

    /// The first bundle of which all the items are there.
    private func bundle(within items: [SampleFlow.Wording]) -> SampleFlows.Bundle? {
        flows.bundles.first { bundle in bundle.items.allSatisfy { id in items.contains { $0.id == id } } }
    }

    private mutating func basis(_ share: SampleShare, _ flow: SampleFlow) -> String {
        if random.chance(perMille: 45) { return "" }
        let isFormer = (share.term.start.map { $0.parts.year < 2018 } ?? false) && share.stage != .live
        if isFormer, random.chance(perMille: 300) { return spelling(of: flows.formerBasis) }
        return random.chance(perMille: 300) ? spelling(of: flow.bases[0]) : terms(flow.bases)
    }

    private mutating func classification(_ share: SampleShare, _ flow: SampleFlow) -> String {
        let isOld = share.term.start.map { $0.parts.year < 2014 } ?? false
        return spelling(of: isOld && random.chance(perMille: 150) ? flows.formerMarking : flow.classification)
    }

    // MARK: - Dates, owner, status

    private mutating func date(_ day: Day) -> String {
        (random.chance(perMille: 60) ? SampleDateStyle.drawn(with: &random) : dates).text(day)
    }

    /// One row in two hundred has the year of its end wrong, so that it ends before it starts.
    private mutating func startAndEnd(_ term: SampleTerm) -> (start: String, end: String) {
        guard let start = term.start else { return ("", "") }
        guard var end = term.end else { return (date(start), "") }
        if random.chance(perMille: 9) { end = start.adding(months: -12) }
        return (date(start), date(end))
    }

    private mutating func owner(_ share: SampleShare, _ flow: SampleFlow) -> String {
        guard let owner = share.owner, let posts = flows.owners[flow.spoke], posts.indices.contains(owner) else {
            return ""
        }
        return SampleSlips.typed(posts[owner], with: &random)
    }

    private mutating func status(of stage: SampleStage) -> String {
        flows.statuses[stage.status].map { spelling(of: $0) } ?? stage.status
    }
}
