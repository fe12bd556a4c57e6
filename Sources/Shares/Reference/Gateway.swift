/// A legal power to disclose: who may give to whom, for what, since when.
package struct Gateway: Term, Hashable {
    /// The work that a gateway serves, to sort the portfolio by.
    package enum Family: String, Codable, Sendable, CaseIterable {
        case operations, fraud, debt, statistics, safeguarding, crime, planning
        case targetedSupport = "targeted-support"
    }

    /// Who may use it: everybody, every body of a kind, or one body.
    package enum Party: Hashable, Sendable {
        case any
        case kind(Organisation.Kind)
        case organisation(String)
    }

    package static let file = "gateways.json"
    package static let array = "gateways"

    package let id: String
    package let name: String
    /// The Act or instrument in full, or the rule of law.
    package let act: String
    /// `section 127`
    package let provision: String
    package let aliases: [String]
    /// On legislation.gov.uk.
    package let address: String?
    package let providers: [Party]
    package let recipients: [Party]
    /// The Schedule that names the bodies, where the lists above cannot hold them all.
    package let namedIn: String?
    package let purposes: [String]
    package let families: [Family]
    /// It allows disclosure without requiring it.
    package let permissive: Bool
    /// The duty of confidence that comes with what is disclosed.
    package let confidentiality: String?
    package let from: Day?
    package let to: Day?
    package let note: String?
    package let source: String

    package var spellings: [String] { [name, "\(act) \(provision)"] + aliases }

    package static func key(_ text: String) -> String { LegalReference.key(text) }

    /// Whether it was in force on the day.
    package func isInForce(on day: Day) -> Bool {
        from.map { $0 <= day } ?? true && to.map { day <= $0 } ?? true
    }

    /// Whether it lets this provider disclose to this recipient.
    package func allows(_ provider: Organisation, to recipient: Organisation) -> Bool {
        providers.contains { $0.covers(provider) } && recipients.contains { $0.covers(recipient) }
    }
}

extension Gateway.Party: Decodable {
    package init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        if text == "any" {
            self = .any
        } else if text.utf8.starts(with: "kind:".utf8) {
            guard let kind = Organisation.Kind(rawValue: String(text.dropFirst("kind:".count))) else {
                throw DecodingError.dataCorrupted(
                    .init(codingPath: decoder.codingPath, debugDescription: "“\(text)” is not a kind of organisation."))
            }
            self = .kind(kind)
        } else {
            self = .organisation(text)
        }
    }

    /// An agency of a body that is named acts in that body's name.
    package func covers(_ body: Organisation) -> Bool {
        switch self {
        case .any: true
        case .kind(let kind): body.kind == kind
        case .organisation(let id): body.id == id || (body.kind == .executiveAgency && body.parent == id)
        }
    }
}
