/// What makes a transfer outside the United Kingdom lawful (UK GDPR, Chapter V).
package struct TransferSafeguard: Term, Hashable {
    package static let file = "transfer-safeguards.json"
    package static let array = "safeguards"

    package let id: String
    package let name: String
    package let aliases: [String]
    package let note: String?
    /// The countries that it covers, where it covers some alone.
    package let countries: [String]?

    package var spellings: [String] { [name] + aliases }

    /// Whether it says that nothing leaves the United Kingdom.
    package var isNone: Bool { id == "none-needed" }
}
