/// A rule of the department's policy: when it holds, who has to sign off, and why; all rules that hold add up.
package struct SignOffRule: Hashable, Sendable {
    package static let file = "sign-offs.json"
    package static let array = "rules"

    /// Unique in the file; a rule that only names a tier is called after it: `tier-high`.
    package let id: String
    /// Everything that has to be so; empty: the rule holds for every share.
    package let when: [SignOffCondition]
    package let asks: [Ask]
    /// Why the department asks for it, as people are told.
    package let reason: String?

    /// Some capacities, how many of them, and on whose side.
    package struct Ask: Hashable, Sendable {
        /// Of `SignOffRule.capacities`.
        package let capacities: [String]
        /// How many of the capacities have to sign off; all of them: unanimous.
        package let atLeast: Int
        /// How many different people have to sign off in each of them.
        package let people: Int
        package let side: Side
    }

    /// Whose people have to sign off.
    package enum Side: String, Hashable, Sendable, CaseIterable {
        /// Anybody who holds the capacity on this share.
        case anybody
        /// Each organisation that provides data.
        case provider
        /// Each organisation that receives data.
        case recipients
        /// Each organisation that provides or receives data.
        case everyParty = "every-party"

        func parties(of terms: Terms) -> [Party] {
            switch self {
            case .anybody: []
            case .provider: terms.providers
            case .recipients: terms.recipients
            case .everyParty: terms.providers + terms.recipients
            }
        }
    }

    /// The capacities in which somebody can sign off.
    package static let capacities = ["data-owner", "dpo", "legal", "security", "siro", "board"]

    /// Whether it holds for every share of a tier, whatever else is so.
    func isForAll(of tier: RiskTier) -> Bool {
        !asks.isEmpty
            && when.allSatisfy { condition in
                if case .tiers(let tiers) = condition { tiers.contains(tier) } else { false }
            }
    }
}
