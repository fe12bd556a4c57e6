import Foundation
package import Interchange
import Ledger
package import Shares
package import Signatures

/// What an export wrote.
package struct ManifestExport: Sendable {
    package var written = 0
    /// Bundles that were there, complete and as they would be written now.
    package var kept = 0
    /// Shares that have no manifest, each with why.
    package var left: [(reference: ShareReference, findings: Findings)] = []
    /// Shares that were written with side files and without a metadata record, by why.
    package var metadataGaps: [MetadataGap: Int] = [:]
}

extension Office {
    /// Writes a bundle for each share, or for all: `REFERENCE/manifest.json`, `.xml` and, where somebody signs, their
    /// signatures. Each is checked before it is written, and complete or absent. With `resuming` a share is left as it is
    /// whose bundle is there, complete, of the version that the share has now, and signed by the same signatory. What is signed
    /// is issued, which is recorded: the other parties are to acknowledge it.
    package func exportManifests(
        of references: [ShareReference]?, to folder: String, signedBy signatory: Signatory? = nil,
        withSideFiles: Bool = false, resuming: Bool = false, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ManifestExport {
        let writer = ManifestWriter(try manifestSchemas.get())
        let reference = try reference()
        let issuer = try department().organisation
        let now = surroundings.now()
        let root = URL(fileURLWithPath: folder)
        do { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) } catch {
            throw Findings([
                .error("cannot-write", at: .whole, "\(folder) cannot be made: \(error.localizedDescription)")
            ])
        }
        let (export, issued) = try ledger.read { reader in
            let position = try registerPosition(reader)
            let keeper = RegisterKeeper(issuer, reference: reference, changed: position.at)
            var export = ManifestExport()
            var issued: [IssuedManifest] = []
            func write(_ share: Share) throws {
                let folder = ManifestFolder(root: root, share: share.reference)
                if resuming, folder.has(version: share.version, signedBy: signatory, withSideFiles: withSideFiles) {
                    export.kept += 1
                    // Whoever was interrupted has not recorded it.
                    let manifest = try? Manifest(
                        share: share, reference: reference, issuer: issuer, at: now, ledger: position)
                    if signatory != nil, let manifest { issued.append(manifest.asIssued) }
                    return
                }
                do throws(Findings) {
                    let manifest = try Manifest(
                        share: share, reference: reference, issuer: issuer, at: now, ledger: position)
                    let forms = try writer.forms(of: manifest)
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
                    if signatory != nil { issued.append(manifest.asIssued) }
                    if withSideFiles {
                        for gap in SideFiles.metadataGaps(of: manifest, from: keeper) {
                            export.metadataGaps[gap, default: 0] += 1
                        }
                    }
                } catch {
                    export.left.append((share.reference, error))
                }
            }
            if let references {
                for (index, reference) in references.enumerated() {
                    try write(try existing(reference, in: reader))
                    progress(index + 1, references.count)
                }
            } else {
                let count = try reader.shareCount()
                var done = 0
                try reader.forEachShare { share in
                    try write(share)
                    done += 1
                    progress(done, count)
                }
            }
            return (export, issued)
        }
        try recordIssue(of: issued)
        return export
    }

    private func registerPosition(_ reader: LedgerReader) throws -> RegisterPosition {
        let position = try reader.position()
        return RegisterPosition(
            size: position.size, head: position.head.hexadecimal,
            at: try reader.lastEventTime() ?? Instant(milliseconds: 0))
    }
}

/// Where the manifests of one share are written.
struct ManifestFolder {
    let folder: URL

    init(root: URL, share: ShareReference) {
        folder = root.appendingPathComponent(share.fileName, isDirectory: true)
    }

    /// How Foundation begins the name of the file that it writes beside and renames. An export that was killed may have left
    /// one, and a bundle with a file that is not on its list is refused.
    private static let halfWritten = ".dat.nosync"

    /// A file is complete or absent, and a bundle whose list is there is complete; where nothing could be written there is no
    /// folder either.
    func write(_ bundle: ManifestBundle) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            // While its files are changed it is no bundle.
            unlink(folder.appendingPathComponent(ManifestBundle.list).path)
            for file in bundle.files {
                try Data(file.bytes).write(to: folder.appendingPathComponent(file.name), options: .atomic)
            }
            // What an earlier export signed, where this one does not, or was writing when it was killed.
            let names = Set(bundle.files.map(\.name))
            for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
            where !names.contains(name)
                && (ManifestBundle.names.contains(name) || name.hasPrefix(Self.halfWritten))
            {
                unlink(folder.appendingPathComponent(name).path)
            }
        } catch {
            // Only an empty folder can be removed like this.
            rmdir(folder.path)
            throw error
        }
    }

    /// Whether the bundle there is complete and what would be written now.
    func has(version: Int, signedBy signatory: Signatory?, withSideFiles: Bool) -> Bool {
        guard let bytes = try? Data(contentsOf: folder.appendingPathComponent(ManifestBundle.list)) else {
            return false
        }
        return ManifestBundle.isCurrent(
            list: Array(bytes), version: version, signedBy: signatory, withSideFiles: withSideFiles)
    }
}
