import Casework

/// The parts of a share’s page that were made lately.
struct ShareParts: Sendable {
    /// The same for everybody who may see the share.
    let ofAll = KeptParts<SharePart>(most: 64 << 20)
    /// The same while one person looks and nothing has happened.
    let ofOne = KeptParts<LookMoment>(most: 32 << 20)
}
