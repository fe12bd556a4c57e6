import Shares
import Synchronization

/// Manifests that were signed lately, for whoever asks for the same again.
final class RecentPublished: Sendable {
    /// A bundle is some 60 kB.
    private static let most = 256

    /// What a manifest is made from. Reference data is the same as long as the program runs.
    struct Question: Hashable {
        var reference: ShareReference
        /// The version of the manifest.
        var version: Int
        /// The version of the share: it says by what the manifest was replaced.
        var share: Int
        var signer: String
        var issuer: Organisation
        /// A manifest shows how far the register has come, on this day.
        var day: Day
    }

    private let kept = Mutex<[Question: PublishedManifest]>([:])

    func manifest(for question: Question, making make: () throws -> PublishedManifest) rethrows -> PublishedManifest {
        if let known = kept.withLock({ $0[question] }) { return known }
        let made = try make()
        kept.withLock { kept in
            if kept.count >= Self.most { kept.removeAll() }
            kept[question] = made
        }
        return made
    }
}
