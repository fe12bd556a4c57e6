/// How what a manifest states is built in both forms, so that each can be made from the other. What follows from that, as
/// types and addresses of linked data, has no part in it.
indirect enum ManifestShape: Sendable {
    case text
    case integer
    case flag
    /// In XML an element for each, of that name.
    case list(of: String, ManifestShape)
    case object([Member])

    /// A part of an object: in XML an attribute or an element, in JSON always a member.
    struct Member: Sendable {
        let name: String
        let shape: ManifestShape
        let isAttribute: Bool

        static func attribute(_ name: String, _ shape: ManifestShape = .text) -> Member {
            Member(name: name, shape: shape, isAttribute: true)
        }

        static func element(_ name: String, _ shape: ManifestShape = .text) -> Member {
            Member(name: name, shape: shape, isAttribute: false)
        }
    }
}
