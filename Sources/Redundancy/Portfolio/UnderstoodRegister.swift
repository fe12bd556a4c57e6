import Shares

/// The names that a register uses, each led to one identity, and what is needed to compare the shares that use them.
struct UnderstoodRegister: Sendable {
    var bodies: BodyNames
    var items: ItemNames
    var subjects: SubjectNames
    var laws: LawNames
    let frequencies: FrequencyReader
    let purposes: PurposeReader
    let areas: Areas
    let composites: Composites
    let wording: ItemWording
    /// How much unknown items are like others.
    var likeness = ItemLikeness()
    var schemes = SchemeComparison()
    /// Items that the register showed to be one.
    var sameItems = SameItems()
    /// In how many shares each item stands that is not understood.
    private(set) var unknownItems: [Int32: Int] = [:]
    /// The names in titles and purposes that may be a scheme's.
    private var initials = SchemeInitials()
    /// In how many shares each word stands, for its weight.
    private var wordCounts: [UInt64: Int32] = [:]
    private var shareCount = 0
    private var bodyCache: [Stated: Int32] = [:]
    private var itemCache: [Stated: [Int32]] = [:]
    private var subjectCache: [Stated: (id: Int32, area: Int32?)] = [:]
    private var lawCache: [Stated: Int32] = [:]
    private var otherCache: [String: Int32] = [:]
    private var frequencyCache: [Stated: (step: Int8?, often: Int32)] = [:]
    /// What frequencies are called: the names of terms, else the words of the source.
    private(set) var frequencyNames: [String] = []
    private var frequencyPlaces: [String: Int32] = [:]
    /// The conditions of Articles 9 and 10, by their place among all bases.
    private(set) var conditionNames: [Int32: String] = [:]
    /// By the ids of terms and as `conditionNames` says them.
    private let conditions: [String: String]
    private let conditionTerms: [String: String]
    private var lists: Set<[Int32]> = []
    /// By the ids of channels that are to be left or moved to.
    private let legacy: [String: Bool]
    /// What the register showed to mean one thing, for a steward to confirm.
    var synonyms: [RegisterVocabulary.Synonym] = []

    init(reference: ReferenceData, knowledge: RedundancyKnowledge) {
        let rules = knowledge.reading
        legacy = Dictionary(
            reference.channels.all.filter { $0.standing != .tolerated }.map { ($0.id, $0.standing == .legacy) },
            uniquingKeysWith: { first, _ in first })
        areas = Areas(rules)
        bodies = BodyNames(reference.organisations, rules: rules)
        items = ItemNames(reference.dataItems, rules: rules)
        subjects = SubjectNames(reference.subjectGroups, areas: areas)
        laws = LawNames(reference.gateways)
        frequencies = FrequencyReader(reference.frequencies)
        let known = reference.lawfulBases.all.filter(\.isCondition).map { ($0.id, $0.citation) }
        conditions = Dictionary(known, uniquingKeysWith: { first, _ in first })
        conditionTerms = Dictionary(known.map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        purposes = PurposeReader(knowledge, reference: reference, subjects: subjects.phraseBook, areas: areas)
        composites = Composites(rules, items: items)
        wording = ItemWording(rules)
    }

    // MARK: - Reading

    /// The share as numbers; names that were never seen get an identity of their own.
    mutating func understand(_ share: ComparableShare) -> ShareFacts {
        understand(share, ShareReading(share, by: purposes))
    }

    /// The same, with all read already that asks nothing of the other shares.
    mutating func understand(_ share: ComparableShare, _ reading: ShareReading) -> ShareFacts {
        var purpose = reading.meaning
        for name in reading.names { initials.add(name) }
        let groups = share.subjects.map { subject($0) }
        // Where the people are said to be counts before where the purpose says something is.
        if let area = groups.compactMap(\.area).first { purpose.area = area }
        let people = groups.isEmpty ? subjects.mentioned(in: share.purpose) : groups.map(\.id)
        let gateways = unique(share.gateways.map { law($0) })
        let often = share.frequency.map { self.frequency($0) }
        for gateway in gateways { purpose.family.add(laws.families(gateway)) }
        return ShareFacts(
            providers: held(unique(share.providers.map { body($0) })),
            recipients: held(unique(share.recipients.map { body($0) })),
            items: unique(share.items.flatMap { itemIDs($0) }), subjects: held(unique(people)),
            gateways: held(gateways), bases: held(unique(share.bases.map { other($0) })),
            purpose: purpose, step: often?.step, often: often?.often,
            isLegacy: share.channel?.term.flatMap { legacy[$0] },
            start: share.start.map { Int32($0.number) }, end: share.end.map { Int32($0.number) },
            text: reading.text, counts: share.isOpen && !purpose.isTest, stage: share.stage)
    }

    /// A share that comes after the register was concluded, with all that the register has taught.
    mutating func understandLate(_ share: ComparableShare) -> ShareFacts {
        let facts = understand(share)
        return facts.with(
            items: sameItems.applied(to: facts.items), subjects: people(in: share, facts),
            serves: schemes.names(facts.purpose))
    }

    private func unique(_ ids: [Int32]) -> [Int32] {
        ids.count < 2 ? ids : ids.sortedUnique()
    }

    /// The same list, held once for all shares that have it.
    private mutating func held(_ ids: [Int32]) -> [Int32] { lists.insert(ids).memberAfterInsert }

    private mutating func body(_ stated: Stated) -> Int32 {
        if let id = bodyCache[stated] { return bodies.meant(by: id) }
        let id = bodies.id(of: stated)
        bodyCache[stated] = id
        return id
    }

    private mutating func itemIDs(_ stated: Stated) -> [Int32] {
        if let ids = itemCache[stated] { return ids }
        let ids = items.ids(of: stated)
        itemCache[stated] = ids
        return ids
    }

    private mutating func subject(_ stated: Stated) -> (id: Int32, area: Int32?) {
        if let id = subjectCache[stated] { return id }
        let id = subjects.id(of: stated)
        subjectCache[stated] = id
        return id
    }

    private mutating func law(_ stated: Stated) -> Int32 {
        if let id = lawCache[stated] { return id }
        let id = laws.id(of: stated)
        lawCache[stated] = id
        return id
    }

    private mutating func other(_ stated: Stated) -> Int32 {
        let identity = stated.term == nil ? conditionTerms[stated.text] ?? stated.identity : stated.identity
        if let id = otherCache[identity] { return id }
        let id = Int32(otherCache.count)
        otherCache[identity] = id
        conditionNames[id] = conditions[identity]
        return id
    }

    private mutating func frequency(_ stated: Stated) -> (step: Int8?, often: Int32) {
        if let frequency = frequencyCache[stated] { return frequency }
        let name = frequencies.name(of: stated)
        let place = frequencyPlaces[name] ?? Int32(frequencyNames.count)
        if frequencyPlaces.updateValue(place, forKey: name) == nil { frequencyNames.append(name) }
        let frequency = (step: frequencies.step(of: stated), often: place)
        frequencyCache[stated] = frequency
        return frequency
    }

    /// Counts the words of a share that was understood, so that rare words come to weigh more.
    mutating func count(_ facts: ShareFacts) {
        shareCount += 1
        for item in facts.items where !items.isKnown(item) { unknownItems[item, default: 0] += 1 }
        for word in facts.purpose.words { wordCounts[word, default: 0] += 1 }
    }

    /// When all shares are read: abbreviations to the names they stand for, unknown items to what they are like.
    mutating func conclude() {
        schemes.aliases = initials.aliases
        let most = Int32(max(20, shareCount / 20))
        schemes.common = Set(initials.counts.filter { $0.value > most }.keys)
        likeness = ItemLikeness(items, isLight: wording.isLight)
        subjects.conclude()
    }

    /// The people of a share whose field for them is blank, by the names that the register has for people.
    func people(in share: ComparableShare, _ facts: ShareFacts) -> [Int32] {
        guard share.subjects.isEmpty else { return facts.subjects }
        return Array(Set(facts.subjects + subjects.mentionedByOwnNames(in: share.purpose))).sorted()
    }

    // MARK: - Comparing

    func compareItems(_ left: [Int32], _ right: [Int32]) -> ItemComparison {
        likeness.compare(left, right, knownCount: Int32(items.knownCount), composites: composites)
    }

    func accountOfItems(_ left: [Int32], _ right: [Int32]) -> ItemAccount {
        likeness.account(left, right, knownCount: Int32(items.knownCount), composites: composites)
    }

    /// 1 for one body, 0.9 for a predecessor and its successor, 0 for two bodies; of several the best.
    func sameness(of left: [Int32], _ right: [Int32]) -> Double {
        var best = 0.0
        for one in left {
            for other in right {
                if one == other { return 1 }
                if bodies.successors[one]?.contains(other) == true || bodies.successors[other]?.contains(one) == true {
                    best = 0.9
                }
            }
        }
        return best
    }

    func schemeDegree(_ left: PurposeMeaning, _ right: PurposeMeaning, wording: Double) -> Double {
        schemes.degree(left, right, wording: wording)
    }

    func areaRelation(_ left: Int32?, _ right: Int32?) -> SubjectNames.Relation { areas.relation(left, right) }

    func subjectRelation(_ left: Int32, _ right: Int32) -> SubjectNames.Relation { subjects.relation(left, to: right) }

    func gatewayLikeness(_ left: [Int32], _ right: [Int32]) -> Double {
        if left.isEmpty || right.isEmpty { return 0.5 }
        var best = 0.0
        for one in left { for other in right { best = max(best, laws.likeness(one, other)) } }
        return best
    }

    /// What two lists of words in rising order have in common, rare words weighing more: 0…1.
    func wordLikeness(_ left: [UInt64], _ right: [UInt64]) -> Double {
        if left.isEmpty || right.isEmpty { return 0.4 }
        var i = 0
        var j = 0
        var common = 0.0
        var one = 0.0
        var other = 0.0
        while i < left.count || j < right.count {
            if j == right.count || (i < left.count && left[i] < right[j]) {
                one += weight(left[i])
                i += 1
            } else if i == left.count || right[j] < left[i] {
                other += weight(right[j])
                j += 1
            } else {
                common += weight(left[i])
                i += 1
                j += 1
            }
        }
        return 2 * common / (2 * common + one + other)
    }

    /// Inverse document frequency, damped by a square root.
    private func weight(_ word: UInt64) -> Double {
        let count = Double(wordCounts[word] ?? 1)
        return (1 + Double(shareCount) / count).logarithm.squareRoot()
    }
}
