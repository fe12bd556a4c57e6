/// One entry of a reference file: something that registers write in many ways and Concordat knows by one id.
package protocol Term: Decodable, Sendable {
    /// The file in `Templates/reference` that holds the entries.
    static var file: String { get }
    /// The name of the array in that file.
    static var array: String { get }

    /// Kebab-case, and never changed once a share refers to it.
    var id: String { get }
    var name: String { get }
    /// Everything that means this entry in a register, the name included.
    var spellings: [String] { get }

    /// What a spelling is filed under.
    static func key(_ text: String) -> String
    /// The keys to try for a register's text, the most literal first.
    static func readings(of text: String) -> [String]
}

extension Term {
    package static func key(_ text: String) -> String { TermIndex.key(text) }
    package static func readings(of text: String) -> [String] { [key(text)] }
}
