import Interchange
import Ledger
package import Shares
import Workflows

/// A partner's share as its last manifest states it.
package struct MirrorLine: Hashable, Sendable, Codable {
    package var issuer: String
    package var reference: String
    package var version: Int
    package var title: String
    /// As the partner states it: `in-force`.
    package var status: String
    package var issued: Day
    /// When it came in here.
    package var received: Day
    /// The digest that stands in it.
    package var digest: String
    /// The subject of the certificate that signed it.
    package var signer: String
}

extension Office {
    /// The mirrors that are kept, of one partner or of all, by issuer and reference.
    package func mirrors(of partner: String? = nil) throws -> [MirrorLine] {
        let wanted = try partner.map { try named($0).id }
        let exchange = try ledger.read { try recentExchange.exchange(in: $0) }
        return try exchange.mirrors.values.filter { wanted == nil || $0.manifest.issuer == wanted }
            .sorted { ($0.manifest.issuer, $0.manifest.reference) < ($1.manifest.issuer, $1.manifest.reference) }
            .map { mirror in
                let manifest = try mirrored(mirror.manifest)
                return MirrorLine(
                    issuer: try name(ofOrganisation: mirror.manifest.issuer),
                    reference: mirror.manifest.reference.rawValue, version: mirror.manifest.version,
                    title: manifest.title, status: manifest.status.rawValue,
                    issued: mirror.manifest.issued.dayInLondon, received: mirror.at.dayInLondon,
                    digest: mirror.manifest.digest, signer: mirror.manifest.signer)
            }
    }
}
