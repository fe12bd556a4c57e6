/// Data leaving the United Kingdom, and what safeguards it (UK GDPR Chapter V).
package struct InternationalTransfer: Hashable, Sendable, Codable {
    package var country: String
    package var safeguard: Stated?

    package init(country: String, safeguard: Stated?) {
        self.country = country
        self.safeguard = safeguard
    }
}
