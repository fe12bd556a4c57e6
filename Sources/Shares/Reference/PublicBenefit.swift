/// A public benefit that a project may claim, as the government's data marketplace asks for it.
package struct PublicBenefit: Term, Hashable {
    package static let file = "public-benefits.json"
    package static let array = "benefits"

    package let id: String
    package let name: String
    package let aliases: [String]

    package var spellings: [String] { [name] + aliases }
}
