import Interchange
import Ledger
package import Shares
import Signatures

extension Office {
    /// A version of a share's manifest, or the one that holds where none is named, for somebody whose reach the share is in.
    ///
    /// An earlier one says by what it was replaced. A partner that takes no part any more still reads what it was given, and of
    /// what holds it is told `WithdrawnManifest`. Throws `NoSuchShare` for whoever may not see the share, `NoSuchManifest` where
    /// partners were never told such a version, `SigningStopped` where whoever signs can sign no longer, and `Findings` where it
    /// cannot be stated.
    package func published(
        _ reference: ShareReference, version: Int? = nil, for person: Person, by publication: Publication
    ) throws -> PublishedManifest {
        let schemas = try manifestSchemas.get()
        let (data, issuer) = (try self.reference(), try department().organisation)
        return try read { reader in
            let share = try existing(reference, in: reader)
            if !person.reach.includes(share) { try check(person, wasGiven: version, of: reference, in: reader) }
            // Drafts are version 0, which nobody is told of.
            if let version, version < 1 { throw NoSuchManifest(reference: reference, version: version) }
            try checkSigning(by: publication)
            let wanted = version ?? share.manifestVersion
            let question = RecentPublished.Question(
                reference: reference, version: wanted, share: share.version, signer: publication.fingerprint,
                issuer: issuer, day: today)
            return try recentPublished.manifest(for: question) {
                let events = try reader.events(of: reference).lazy.map(\.event)
                guard let holding = Share.told(in: share.manifestVersion, of: events),
                    let told = version == nil ? holding : Share.told(in: wanted, of: events)
                else { throw NoSuchManifest(reference: reference, version: version) }
                let replacement = told.replaced.map {
                    Manifest.Replacement(version: share.manifestVersion, since: $0.dayInLondon)
                }
                let position = try registerPosition(reader)
                let manifest = try Manifest(
                    share: told.share, reference: data, issuer: issuer, at: surroundings.now(), ledger: position,
                    replacedBy: replacement)
                let forms = try ManifestWriter(schemas).forms(of: manifest)
                let bundle = try ManifestBundle(
                    manifest, forms, signedBy: publication.signatory,
                    withSideFilesFrom: RegisterKeeper(issuer, reference: data, changed: position.at))
                return PublishedManifest(
                    reference: reference, version: manifest.version, replacedBy: replacement?.version,
                    changed: holding.since,
                    tag: "\(forms.statement.prefix(32))-\(publication.fingerprint.prefix(16))", bundle: bundle)
            }
        }
    }

    /// For somebody whose reach the share is not in, or not any more.
    private func check(
        _ person: Person, wasGiven version: Int?, of reference: ShareReference, in reader: LedgerReader
    ) throws {
        let exchange = try recentExchange.exchange(in: reader)
        if let version {
            guard exchange.wasIssued(version, of: reference, to: person.organisation) else {
                throw NoSuchShare(reference: reference)
            }
        } else {
            guard let last = exchange.last(of: reference, to: person.organisation) else {
                throw NoSuchShare(reference: reference)
            }
            throw WithdrawnManifest(reference: reference, last: last)
        }
    }
}
