/// Something that passed between the department and its partners: what stands in the record.
package enum ExchangeEntry: Hashable, Sendable {
    /// Signed manifests that say something new left the register.
    case issued([IssuedManifest])
    /// A partner has what was issued.
    case acknowledged(Receipt)
    /// A partner's own manifests came in and were found sound: mirrors of its shares.
    case received([ReceivedManifest])
}

/// A version of a share's manifest as it was first issued.
package struct IssuedManifest: Hashable, Sendable, Codable {
    package var share: ShareReference
    package var version: Int
    /// SHA-256 of what it states, whenever it was written out, in small hexadecimal digits.
    package var statement: String
    /// The other parties, by their identifiers, in order: who is to acknowledge it.
    package var parties: [String]

    package init(share: ShareReference, version: Int, statement: String, parties: [String]) {
        self.share = share
        self.version = version
        self.statement = statement
        self.parties = parties
    }
}

/// A partner's word that it has a version of a manifest.
package struct Receipt: Hashable, Sendable, Codable {
    package var share: ShareReference
    package var version: Int
    /// The partner, by its identifier.
    package var organisation: String
    /// The digest that stands in the very manifest that it has.
    package var digest: String
    /// What that manifest states: as `IssuedManifest` has it.
    package var statement: String
    /// How the hub came to know, where it records the receipt for the partner.
    package var evidence: String?

    package init(
        share: ShareReference, version: Int, organisation: String, digest: String, statement: String,
        evidence: String? = nil
    ) {
        self.share = share
        self.version = version
        self.organisation = organisation
        self.digest = digest
        self.statement = statement
        self.evidence = evidence
    }
}

/// A partner's manifest as it was taken in.
package struct ReceivedManifest: Hashable, Sendable, Codable {
    /// How far the issuer's register had come when it was issued: what we witness of it.
    package struct Position: Hashable, Sendable, Codable {
        package var size: Int
        /// The hash of its last event, in small hexadecimal digits.
        package var head: String

        package init(size: Int, head: String) {
            self.size = size
            self.head = head
        }
    }

    /// Whose share it states, by its identifier.
    package var issuer: String
    /// What the partner's register calls the share.
    package var reference: ShareReference
    package var version: Int
    package var issued: Instant
    package var register: Position
    /// The digest that stands in it.
    package var digest: String
    /// SHA-256 of its bytes, under which they are kept.
    package var text: String
    /// The subject of the certificate that signed it.
    package var signer: String

    package init(
        issuer: String, reference: ShareReference, version: Int, issued: Instant, register: Position, digest: String,
        text: String, signer: String
    ) {
        self.issuer = issuer
        self.reference = reference
        self.version = version
        self.issued = issued
        self.register = register
        self.digest = digest
        self.text = text
        self.signer = signer
    }
}

extension ExchangeEntry: Codable {
    private enum Keys: String, CodingKey {
        case issued, acknowledged, received
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Keys.self)
        if let issued = try container.decodeIfPresent([IssuedManifest].self, forKey: .issued) {
            self = .issued(issued)
        } else if let receipt = try container.decodeIfPresent(Receipt.self, forKey: .acknowledged) {
            self = .acknowledged(receipt)
        } else {
            self = .received(try container.decode([ReceivedManifest].self, forKey: .received))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Keys.self)
        switch self {
        case .issued(let manifests): try container.encode(manifests, forKey: .issued)
        case .acknowledged(let receipt): try container.encode(receipt, forKey: .acknowledged)
        case .received(let manifests): try container.encode(manifests, forKey: .received)
        }
    }
}
