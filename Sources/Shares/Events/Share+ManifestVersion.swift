internal import Workflows

extension Share {
    /// What partners are told of a share; whatever else happens to it is nothing to them.
    struct ToldToPartners: Equatable {
        let status: ManifestStatus?
        let terms: Terms
        let termsVersion: Int
        let owner: DataOwner?
        let origin: Origin.Kind
        let source: String?

        init(_ share: Share) {
            status = ManifestStatus(of: share)
            var terms = share.terms
            // Beyond the fields of the model, and what was only guessed.
            terms.other = [:]
            terms.suggestedSpoke = nil
            self.terms = terms
            termsVersion = share.termsVersion
            owner = share.owner
            origin = share.origin.kind
            source = share.origin.source
        }
    }

    /// Counts one more version where partners are to be told of something, compared with what they were told.
    mutating func countManifestVersion(after told: ToldToPartners?) {
        let now = ToldToPartners(self)
        if manifestVersion > 0 {
            if now != told { manifestVersion += 1 }
        } else if now.status?.isPastAgreement == true {
            manifestVersion = 1
        }
    }

    /// The share as its manifest of that version told of it; nil where it has no such version. Version 0 is no version:
    /// nothing was in force.
    package static func told(in manifestVersion: Int, of events: some Sequence<Event>) -> ToldVersion? {
        var share: Share?
        var told: ToldVersion?
        for event in events {
            if share == nil { share = Share(first: event) } else { share?.apply(event) }
            guard let share else { return nil }
            if share.manifestVersion == manifestVersion {
                told = ToldVersion(share: share, since: told?.since ?? event.at)
            }
            if share.manifestVersion > manifestVersion, var told {
                told.replaced = event.at
                return told
            }
        }
        return manifestVersion > 0 ? told : nil
    }
}

/// What one version of a manifest told of a share, and from when to when it held.
package struct ToldVersion: Sendable {
    package var share: Share
    package var since: Instant
    /// When the next version replaced it; nil where it holds.
    package var replaced: Instant?
}
