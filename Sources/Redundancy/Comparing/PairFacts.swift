/// How two shares stand to each other, before it is asked what kind of redundancy that is.
struct PairFacts: Sendable {
    let items: ItemComparison
    let parties: Double
    let isRenamed: Bool
    let scheme: Double
    let purpose: Double
    let subjects: SubjectComparison
    /// Steps on the scale of frequencies from left to right; nil where one is not known.
    let steps: Int?
    /// The degree where one is not known; where neither is, they were written alike.
    let unknownSteps: Double
    let dates: DateRelation
    let law: Double
    let wording: Double

    init(
        _ left: ShareFacts, _ right: ShareFacts, items: ItemComparison,
        register: borrowing UnderstoodRegister
    ) {
        self.items = items
        let providers = register.sameness(of: left.providers, right.providers)
        let recipients = register.sameness(of: left.recipients, right.recipients)
        parties = min(providers, recipients)
        isRenamed = parties > 0 && parties < 1
        wording = register.wordLikeness(left.purpose.words, right.purpose.words)
        scheme = register.schemeDegree(left.purpose, right.purpose, wording: wording)
        let isOnePower = left.gateways.contains(where: right.gateways.contains)
        purpose = left.purpose.family.agreement(with: right.purpose.family, underOnePower: isOnePower)
        subjects = SubjectComparison(left, right, register: register)
        steps = if let one = left.step, let other = right.step { Int(other) - Int(one) } else { nil }
        unknownSteps = left.step == nil && right.step == nil ? 0.9 : 0.8
        dates = DateRelation(left, right)
        law = PairFacts.law(left, right, register)
    }

    /// The power counts three times as much as the basis, which most shares have in common.
    static func law(
        _ left: ShareFacts, _ right: ShareFacts, _ register: borrowing UnderstoodRegister
    ) -> Double {
        0.75 * register.gatewayLikeness(left.gateways, right.gateways) + 0.25 * sharing(left.bases, right.bases)
    }

    /// 1 where they have one in common, 0.5 where one side is blank.
    static func sharing(_ left: [Int32], _ right: [Int32]) -> Double {
        if left.isEmpty || right.isEmpty { return 0.5 }
        return left.contains(where: right.contains) ? 1 : 0
    }

    /// A kind that the pair may be, with the evidence as that kind weighs it.
    struct Candidate {
        let kind: RedundancyKind
        let isReversed: Bool
        let evidence: Evidence
    }

    var candidates: [Candidate] {
        var candidates = [
            Candidate(kind: .duplicate, isReversed: false, evidence: duplicate),
            Candidate(kind: .overlap, isReversed: false, evidence: overlap),
        ]
        if dates.leftThenRight > 0 || dates.rightThenLeft > 0 {
            let isReversed = dates.rightThenLeft > dates.leftThenRight
            candidates.append(Candidate(kind: .renewal, isReversed: isReversed, evidence: renewal))
        }
        let isReversed = items.leftCount > items.rightCount
        candidates.append(Candidate(kind: .subsumed, isReversed: isReversed, evidence: subsumed(isReversed)))
        return candidates
    }

    private var common: Evidence {
        var evidence = Evidence()
        evidence[.parties] = parties
        evidence[.scheme] = scheme
        evidence[.purpose] = purpose
        evidence[.law] = law
        evidence[.wording] = wording
        return evidence
    }

    private func near(within limit: Int) -> Double {
        guard let steps else { return unknownSteps }
        return abs(steps) <= limit ? 1 : 0
    }

    /// The evidence of each kind where everything but the items is wholly met.
    static func atBest(_ items: ItemComparison) -> [(kind: RedundancyKind, evidence: Evidence)] {
        func evidence(_ degree: (ItemsApart) -> Double) -> Evidence {
            var evidence = Evidence.met
            setItems(&evidence, items, degree)
            evidence.setTogether()
            return evidence
        }
        let twin = evidence { $0.asTwin }
        let isReversed = items.leftCount > items.rightCount
        return [
            (.duplicate, twin), (.renewal, twin), (.overlap, evidence { $0.asOverlap }),
            (.subsumed, evidence { $0.asInner(isReversed: isReversed) }),
        ]
    }

    /// How the items meet what the kind asks for: at worst, likely and at best.
    private static func setItems(
        _ evidence: inout Evidence, _ items: ItemComparison, _ degree: (ItemsApart) -> Double
    ) {
        evidence[.itemsAtWorst] = degree(items.apart(chance: 0))
        evidence[.itemsLikely] = degree(items.apart(chance: 0.5))
        evidence[.itemsAtBest] = degree(items.apart(chance: 1))
    }

    private var duplicate: Evidence {
        var evidence = common
        Self.setItems(&evidence, items) { $0.asTwin }
        evidence[.subjects] = subjects.equal
        evidence[.frequency] = near(within: 1)
        evidence[.dates] = dates.overlapping
        evidence.setTogether()
        return evidence
    }

    private var renewal: Evidence {
        var evidence = duplicate
        evidence[.parties] = 1
        evidence[.dates] = max(dates.leftThenRight, dates.rightThenLeft)
        evidence.setTogether()
        return evidence
    }

    private func subsumed(_ isReversed: Bool) -> Evidence {
        var evidence = common
        Self.setItems(&evidence, items) { $0.asInner(isReversed: isReversed) }
        evidence[.subjects] = isReversed ? subjects.rightInLeft : subjects.leftInRight
        evidence[.frequency] = steps.map { (isReversed ? -$0 : $0) >= 0 ? 1 : 0 } ?? unknownSteps
        evidence[.dates] = 1
        evidence.setTogether()
        return evidence
    }

    private var overlap: Evidence {
        var evidence = common
        // Of two shares of one scheme that overlap, the one usually contains the other or is its copy.
        evidence[.scheme] = 1 - 0.8 * scheme
        Self.setItems(&evidence, items) { $0.asOverlap }
        evidence[.subjects] = subjects.equal
        evidence[.frequency] = near(within: 2)
        evidence[.dates] = 1
        evidence.setTogether(withoutScheme: true)
        return evidence
    }
}

/// A figure as a degree of 0…1.
enum Degree {
    static func rising(_ value: Double, from low: Double, to high: Double) -> Double {
        min(1, max(0, (value - low) / (high - low)))
    }

    static func falling(_ value: Double, from low: Double, to high: Double) -> Double {
        1 - rising(value, from: low, to: high)
    }
}
