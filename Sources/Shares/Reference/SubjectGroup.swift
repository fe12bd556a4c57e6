/// A group of people that data is about.
package struct SubjectGroup: Term, Hashable {
    package static let file = "subject-groups.json"
    package static let array = "groups"

    package let id: String
    package let name: String
    package let aliases: [String]
    /// The group that takes this one in.
    package let broader: String?
    /// People who need more protection, as the screening of a DPIA asks; nil is false.
    package let vulnerable: Bool?

    package var spellings: [String] { [name] + aliases }

    /// As written, and in the singular.
    package static func readings(of text: String) -> [String] {
        let key = key(text)
        return key.utf8.last == UInt8(ascii: "s") && key.utf8.count > 3 ? [key, String(key.dropLast())] : [key]
    }
}
