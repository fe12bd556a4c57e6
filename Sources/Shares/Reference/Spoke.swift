/// A data domain of the department, whose data owners answer for its shares.
package struct Spoke: Term, Hashable {
    package static let file = "spokes.json"
    package static let array = "spokes"

    package let id: String
    package let name: String
    package let aliases: [String]
    /// Words in a share's title, purpose or items that suggest the spoke.
    package let keywords: [String]

    package var spellings: [String] { [name] + aliases }
}
