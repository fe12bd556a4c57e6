/// Who has to sign off a share of a tier of risk before it may come into force.
package struct SignOffRule: Decodable, Hashable, Sendable {
    package static let file = "sign-offs.json"
    package static let array = "rules"

    /// `low`, `medium` or `high`
    package let tier: String
    /// Of `SignOffRule.capacities`.
    package let capacities: [String]

    /// The capacities in which somebody can sign off.
    package static let capacities = ["data-owner", "dpo", "legal", "security", "siro", "board"]
}
