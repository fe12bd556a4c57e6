/// The ways in which one share can make another superfluous.
package enum RedundancyKind: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// The same flow agreed twice.
    case duplicate
    /// The same flow agreed anew when its agreement ran out, and the old one never closed.
    case renewal
    /// All that the inner share carries goes in the outer one as well.
    case subsumed
    /// Most of what two shares carry is the same.
    case overlap
    /// What a body passes on, the recipient has from its source as well.
    case indirect

    package static func < (left: RedundancyKind, right: RedundancyKind) -> Bool { left.order < right.order }

    /// In the order of the cases.
    var order: Int {
        switch self {
        case .duplicate: 0
        case .renewal: 1
        case .subsumed: 2
        case .overlap: 3
        case .indirect: 4
        }
    }
}
