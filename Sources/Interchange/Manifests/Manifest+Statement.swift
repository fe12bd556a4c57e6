package import Shares

extension Manifest {
    /// What it states of the share, whenever it was written out: the digest of it without its moment and the issuer's position.
    package var statement: String {
        var timeless = self
        timeless.issued = Instant(milliseconds: 0)
        timeless.register = RegisterPosition(size: 0, head: "", at: Instant(milliseconds: 0))
        return timeless.digest
    }

    /// It as a version that is issued to the other parties.
    package var asIssued: IssuedManifest {
        IssuedManifest(
            share: reference, version: version, statement: statement,
            parties: Set((providers + recipients + processors).compactMap(\.id)).subtracting([issuer.id ?? ""]).sorted()
        )
    }
}
