package import Shares

/// A shape of the portfolio that is no redundancy, and worth a board's look.
package struct PortfolioPattern: Hashable, Sendable {
    package enum Kind: String, Hashable, Sendable, CaseIterable {
        /// One template agreed with many recipients: a candidate for an umbrella agreement.
        case umbrella
        /// Data of one scheme that goes from a body to another and comes back.
        case circular
        /// The same flow over a legacy and a strategic channel.
        case twoChannels = "two-channels"
        /// Past its end and still flowing.
        case expiredFlowing = "expired-flowing"
    }

    package let kind: Kind
    /// In the order of their references.
    package let shares: [ShareReference]
    /// What it is, in a sentence.
    package let explanation: String
}
