/// A way for data to travel, and whether the department wants it to.
package struct Channel: Term, Hashable {
    /// Strategic channels are those to move to, legacy ones those to leave.
    package enum Standing: String, Codable, Sendable, CaseIterable {
        case strategic, legacy, tolerated
    }

    /// How data is handed over.
    package enum Style: String, Codable, Sendable, CaseIterable {
        case api, file, stream, query, email, physical, portal
    }

    package static let file = "channels.json"
    package static let array = "channels"

    package let id: String
    package let name: String
    package let aliases: [String]
    package let standing: Standing
    /// A sentence on how what travels is protected.
    package let security: String
    package let style: Style

    package var spellings: [String] { [name] + aliases }
}
