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
    /// As many items in common as the kind asks for.
    case items
    /// No more items apart than the kind allows, or as many as it asks for.
    case difference
    /// How much of what was compared was understood.
    case understanding
    /// The people, as the kind asks for.
    case subjects
    /// How often, as the kind asks for.
    case frequency
    /// The dates, as the kind asks for.
    case dates
    /// The same legal power.
    case gateway
    /// The same lawful basis.
    case basis
    /// The same words otherwise.
    case wording

    package var name: String { String(describing: self) }
}

/// The degrees to which the criteria are met.
struct Evidence: Hashable, Sendable {
    private(set) var degrees: SIMD16<Double> = .zero

    subscript(criterion: Criterion) -> Double {
        get { degrees[criterion.rawValue] }
        set { degrees[criterion.rawValue] = newValue }
    }
}
