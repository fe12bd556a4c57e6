import Foundation
import Interchange
import Ledger
import Shares
import Signatures

/// Writes the manifests of one export, share after share, and counts them.
struct ManifestPress {
    let root: URL
    /// Nil: the version that holds.
    let version: Int?
    /// Nil: nobody signs.
    let signatory: Signatory?
    let withSideFiles: Bool
    let isResuming: Bool
    let schemas: ManifestSchemas
    let reference: ReferenceData
    let issuer: Organisation
    let keeper: RegisterKeeper
    let now: Instant
    let position: RegisterPosition
    var export = ManifestExport()
    /// What was signed, to be recorded; not what a later version replaced.
    var issued: [IssuedManifest] = []

    /// Writes what is wished of a share, or notes why it has no such manifest.
    mutating func write(_ share: Share, _ reader: LedgerReader) throws {
        if let version, version != share.manifestVersion {
            try writeEarlier(version, of: share, reader)
            return
        }
        let folder = ManifestFolder(root: root, share: share.reference)
        if let there = folder.version, there > 0, there < share.manifestVersion {
            try writeEarlier(there, of: share, reader)
        }
        write(share, replacedBy: nil, to: folder)
    }

    private mutating func writeEarlier(_ version: Int, of share: Share, _ reader: LedgerReader) throws {
        let events = try reader.events(of: share.reference).lazy.map(\.event)
        guard let earlier = Share.told(in: version, of: events), let replaced = earlier.replaced else {
            export.left.append(
                (
                    share.reference,
                    Findings([
                        .error(
                            "manifest-version", at: .field("version"),
                            "\(share.reference): it has no version \(version); "
                                + (share.manifestVersion == 0
                                    ? "nothing of it is in force yet."
                                    : "version \(share.manifestVersion) holds."))
                    ])
                ))
            return
        }
        write(
            earlier.share,
            replacedBy: Manifest.Replacement(version: share.manifestVersion, since: replaced.dayInLondon),
            to: ManifestFolder(root: root, share: share.reference, version: version))
    }

    private mutating func write(_ share: Share, replacedBy: Manifest.Replacement?, to folder: ManifestFolder) {
        do throws(Findings) {
            let manifest = try Manifest(
                share: share, reference: reference, issuer: issuer, at: now, ledger: position, replacedBy: replacedBy)
            if isResuming,
                folder.has(manifest, schemas: schemas, signedBy: signatory, withSideFiles: withSideFiles)
            {
                export.kept += 1
                // Whoever was interrupted has not recorded it.
                note(manifest, stating: manifest.statement)
                return
            }
            let forms = try ManifestWriter(schemas).forms(of: manifest)
            do {
                try folder.write(
                    ManifestBundle(
                        manifest, forms, signedBy: signatory, withSideFilesFrom: withSideFiles ? keeper : nil))
            } catch {
                throw Findings([
                    .error("cannot-write", at: .whole, "\(share.reference): \(error.localizedDescription)")
                ])
            }
            export.written += 1
            note(manifest, stating: forms.statement)
            if withSideFiles {
                for gap in SideFiles.metadataGaps(of: manifest, from: keeper) {
                    export.metadataGaps[gap, default: 0] += 1
                }
            }
        } catch {
            export.left.append((share.reference, error))
        }
    }

    private mutating func note(_ manifest: Manifest, stating statement: @autoclosure () -> String) {
        if signatory != nil, manifest.replacedBy == nil { issued.append(manifest.issued(stating: statement())) }
    }
}
