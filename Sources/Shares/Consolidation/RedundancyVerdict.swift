/// What a board says of shares that were found redundant.
package enum RedundancyVerdict: String, Hashable, Sendable, Codable, CaseIterable {
    /// One share takes over what the others carry, and the others are retired.
    case consolidate
    /// They are alike, and all of them are needed.
    case keep
    /// The finding is wrong: they are not one and the same.
    case notTheSame = "not-the-same"

    /// `Keep them all`.
    package var label: String {
        switch self {
        case .consolidate: "Consolidate"
        case .keep: "Keep them all"
        case .notTheSame: "Not the same"
        }
    }

    /// After `decided on 1 April 2026`: `to keep them all`.
    package var asDecided: String {
        switch self {
        case .consolidate: "to consolidate them"
        case .keep: "to keep them all"
        case .notTheSame: "that they are not the same"
        }
    }
}
