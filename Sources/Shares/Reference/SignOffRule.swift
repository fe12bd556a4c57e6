/// Who has to sign off a share of a tier of risk before it may come into force.
package struct SignOffRule: Decodable, Hashable, Sendable {
    package static let file = "sign-offs.json"
    package static let array = "rules"

    /// `low`, `medium` or `high`
    package let tier: String
    /// `data-owner`, `dpo`, `security`, `legal`, `siro`
    package let capacities: [String]
}
