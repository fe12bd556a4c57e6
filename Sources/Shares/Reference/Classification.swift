/// A level or marking of the Government Security Classifications, or one that registers still carry from before them.
package struct Classification: Term, Hashable {
    package static let file = "classifications.json"
    package static let array = "classifications"

    package let id: String
    package let name: String
    package let aliases: [String]
    /// Nil is false.
    package let obsolete: Bool?
    /// A handling marking within OFFICIAL and not a level of its own: `SENSITIVE`.
    package let marking: String?
    /// The `securityClassification` of the UK Cross-Government Metadata Exchange Model.
    package let ukmem: String
    package let note: String?

    package var spellings: [String] { [name] + aliases }
}
