/// The person or post accountable for a share.
package struct DataOwner: Hashable, Sendable, Codable {
    /// As the register names them.
    package var name: String
    /// The person of this installation who was appointed; nil where only the register says so.
    package var person: PersonID?
    package var appointed: Instant?

    package init(name: String, person: PersonID? = nil, appointed: Instant? = nil) {
        self.name = name
        self.person = person
        self.appointed = appointed
    }
}
