/// How a row came to be: what a search for redundant shares should find, by the reference of the other row.
package enum SampleRelation: Hashable, Sendable {
    case none
    /// The same share, entered a second time in other words.
    case duplicate(of: String)
    /// An earlier agreement that the other row renews.
    case renewed(by: String)
    /// Some of the other's data items, for the same purpose.
    case subset(of: String)
    /// All of the other's data items and more, for the same purpose.
    case superset(of: String)
    /// The same flow by an older channel, never switched off.
    case otherChannel(than: String)

    /// The same words without the reference, to draw from.
    enum Kind: Sendable {
        case duplicate, renewed, subset, superset, otherChannel

        func relation(to reference: String) -> SampleRelation {
            switch self {
            case .duplicate: .duplicate(of: reference)
            case .renewed: .renewed(by: reference)
            case .subset: .subset(of: reference)
            case .superset: .superset(of: reference)
            case .otherChannel: .otherChannel(than: reference)
            }
        }
    }
}
