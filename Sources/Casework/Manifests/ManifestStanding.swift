package import Interchange
import Shares
import Signatures

/// How far somebody may rely on what they sent to be judged.
package enum ManifestStanding: Hashable, Sendable {
    /// It is what its issuer signed.
    case sound
    /// Nothing speaks against it, and nobody is trusted here who could say whose the certificate is.
    case unjudged
    case unreliable

    /// - Parameter trust: whom it was judged by.
    init(of verdict: ManifestVerdict, by trust: Trust) {
        // A signature that does not hold, or none, is another error.
        let isOfTrustAlone = verdict.findings.errors.allSatisfy { $0.rule == "authority-untrusted" }
        self =
            verdict.isSound
            ? .sound : trust.isEmpty && isOfTrustAlone && verdict.manifest != nil ? .unjudged : .unreliable
    }
}

extension Office {
    /// How far a verdict carries that was given under the authorities of `Templates/trust` and those that are published.
    package func standing(of verdict: ManifestVerdict, under publication: Publication?) throws -> ManifestStanding {
        ManifestStanding(of: verdict, by: try trust(publication: publication))
    }
}
