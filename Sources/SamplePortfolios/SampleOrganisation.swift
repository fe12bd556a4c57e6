/// A body that a sample share can name, as the reference data knows it. Give only those that are there today.
package struct SampleOrganisation: Hashable, Sendable {
    package let id: String
    package let name: String
    /// Abbreviations, aliases and former names under which a register may list it.
    package let spellings: [String]
    /// The kind of the reference data: `local-authority`, `police`, `company`.
    package let kind: String
    /// The code of the Government Statistical Service of a council; its first three letters tell the type of council.
    package let gss: String?

    package init(id: String, name: String, spellings: [String] = [], kind: String, gss: String? = nil) {
        self.id = id
        self.name = name
        self.spellings = spellings
        self.kind = kind
        self.gss = gss
    }
}
