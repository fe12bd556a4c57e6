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

    /// The share as its manifest of that version told of it, and when the next version replaced that; nil where it has no
    /// such version. Version 0 is no version: nothing was in force.
    package static func told(
        in manifestVersion: Int, of events: some Sequence<Event>
    ) -> (share: Share, replaced: Instant?)? {
        var share: Share?
        var told: Share?
        for event in events {
            if share == nil { share = Share(first: event) } else { share?.apply(event) }
            guard let share else { return nil }
            if share.manifestVersion == manifestVersion { told = share }
            if share.manifestVersion > manifestVersion, let told { return (told, event.at) }
        }
        return manifestVersion > 0 ? told.map { ($0, nil) } : nil
    }
}
