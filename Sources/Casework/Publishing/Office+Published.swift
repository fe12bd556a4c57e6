import Interchange
import Ledger
package import Shares
import Signatures

extension Office {
    /// A version of a share's manifest, or the one that holds where none is named, for somebody whose reach the share is in.
    ///
    /// An earlier one says by what it was replaced. Throws `NoSuchShare` for whoever may not see the share, `NoSuchManifest` where
    /// partners were never told such a version, and `Findings` where it cannot be stated.
    package func published(
        _ reference: ShareReference, version: Int? = nil, for person: Person, by publication: Publication
    ) throws -> PublishedManifest {
        let schemas = try manifestSchemas.get()
        let (data, issuer) = (try self.reference(), try department().organisation)
        return try read { reader in
            let share = try existing(reference, in: reader)
            guard person.reach.includes(share) else { throw NoSuchShare(reference: reference) }
            let events = try reader.events(of: reference).lazy.map(\.event)
            guard let holding = Share.told(in: share.manifestVersion, of: events),
                let told = version == nil ? holding : Share.told(in: version ?? 0, of: events)
            else { throw NoSuchManifest(reference: reference, version: version) }
            let replacement = told.replaced.map {
                Manifest.Replacement(version: share.manifestVersion, since: $0.dayInLondon)
            }
            let position = try registerPosition(reader)
            let manifest = try Manifest(
                share: told.share, reference: data, issuer: issuer, at: surroundings.now(), ledger: position,
                replacedBy: replacement)
            let bundle = try ManifestBundle(
                manifest, ManifestWriter(schemas).forms(of: manifest), signedBy: publication.signatory,
                withSideFilesFrom: RegisterKeeper(issuer, reference: data, changed: position.at))
            return PublishedManifest(
                reference: reference, version: manifest.version, replacedBy: replacement?.version,
                changed: holding.since,
                tag: String(manifest.statement.prefix(32)) + "-"
                    + String(publication.signatory.certificate.fingerprint.prefix(16)),
                bundle: bundle)
        }
    }
}
