/// A kind of document that parties sign for a share.
package struct AgreementType: Term, Hashable {
    package static let file = "agreement-types.json"
    package static let array = "types"

    package let id: String
    package let name: String
    package let aliases: [String]
    /// When it is the right document.
    package let use: String
    /// Whether it binds in law; a memorandum between departments does not.
    package let binding: Bool
    /// The type of agreement that it stands under.
    package let under: String?

    package var spellings: [String] { [name] + aliases }
}
