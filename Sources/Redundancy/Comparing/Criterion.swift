/// What a pair of shares is judged by: each is met to a degree of 0…1, with what is not known between.
///
/// The names stand in `Templates/redundancy/weights.json`, and explanations are made of them.
package enum Criterion: Int, CaseIterable, Sendable {
    /// The same organisations, or a predecessor and its successor.
    case parties
    /// The same benefit, concession or programme.
    case scheme
    /// The same family of purpose.
    case purpose
    /// The items, as the kind asks for, counting only what is surely the same.
    case itemsAtWorst
    /// The same, with what is not understood taken as likely as not.
    case itemsLikely
    /// The same, with the benefit of every doubt.
    case itemsAtBest
    /// The people, as the kind asks for.
    case subjects
    /// How often, as the kind asks for.
    case frequency
    /// The dates, as the kind asks for.
    case dates
    /// The same legal power, and the same lawful basis.
    case law
    /// The same words otherwise.
    case wording
    /// All of it at once: what is only half met in several ways is not met.
    case together

    package var name: String { String(describing: self) }
}

/// The degrees to which the criteria are met.
struct Evidence: Hashable, Sendable {
    private(set) var degrees: SIMD16<Double> = .zero

    /// Everything wholly met.
    static let met: Evidence = {
        var evidence = Evidence()
        evidence.degrees = SIMD16(repeating: 1)
        return evidence
    }()

    /// The logarithms of the degrees: what a score adds up.
    var logarithms: SIMD16<Double> {
        var logarithms = SIMD16<Double>.zero
        for criterion in Criterion.allCases {
            logarithms[criterion.rawValue] = Self.logarithm(of: degrees[criterion.rawValue])
        }
        return logarithms
    }

    /// None lower than of a twentieth, so that what is met to a tenth in one way is not made good by what is met in others.
    static func logarithm(of degree: Double) -> Double { max(degree, floor).logarithm }

    private static let floor = 0.05

    subscript(criterion: Criterion) -> Double {
        get { degrees[criterion.rawValue] }
        set { degrees[criterion.rawValue] = newValue }
    }

    /// To be called last: the product of what has to be met together.
    mutating func setTogether(withoutScheme: Bool = false) {
        var product = self[.parties] * self[.purpose] * self[.itemsLikely] * self[.subjects] * self[.frequency]
        product *= self[.dates]
        self[.together] = withoutScheme ? product : product * self[.scheme]
    }
}
