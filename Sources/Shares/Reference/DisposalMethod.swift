/// A way of destroying what is no longer needed.
package struct DisposalMethod: Term, Hashable {
    package static let file = "disposal-methods.json"
    package static let array = "methods"

    package let id: String
    package let name: String
    package let aliases: [String]
    package let note: String?

    package var spellings: [String] { [name] + aliases }
}
