internal import Crypto
internal import JSONValues
package import Shares

extension Manifest {
    /// What it states of the share, whenever it was written out: the digest of it without its moment and the issuer's position.
    package var statement: String { Self.statement(of: CanonicalObject(content(under: SharePolicy(self)))) }

    static func statement(of content: CanonicalObject) -> String {
        var timeless = content
        timeless.set("issued", to: .string(Instant(milliseconds: 0).description))
        timeless.set("register", to: RegisterPosition(size: 0, head: "", at: Instant(milliseconds: 0)).json)
        return hexadecimal(SHA256.hash(data: timeless.bytes))
    }

    /// It as a version that is issued to the other parties.
    package var asIssued: IssuedManifest { issued(stating: statement) }

    /// The same, where it is known what it states.
    package func issued(stating statement: String) -> IssuedManifest {
        IssuedManifest(
            share: reference, version: version, statement: statement,
            parties: Set((providers + recipients + processors).compactMap(\.id)).subtracting([issuer.id ?? ""]).sorted()
        )
    }
}
