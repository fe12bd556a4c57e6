import CSyncFS
import Foundation
import Interchange
import Ledger
import Shares
import Signatures

/// Writes the manifests of one export.
struct ManifestPress: Sendable {
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

    /// What is to be written of a share.
    func orders(for share: Share, _ reader: LedgerReader) throws -> [PressOrder] {
        if let version, version != share.manifestVersion { return [try earlier(version, of: share, reader)] }
        let folder = ManifestFolder(root: root, share: share.reference)
        let holding = PressOrder(share: share.reference, folder: folder, what: .success((share, nil)))
        if let there = folder.version, there > 0, there < share.manifestVersion {
            return [try earlier(there, of: share, reader), holding]
        }
        return [holding]
    }

    private func earlier(_ version: Int, of share: Share, _ reader: LedgerReader) throws -> PressOrder {
        let folder = ManifestFolder(root: root, share: share.reference, version: version)
        let events = try reader.events(of: share.reference).lazy.map(\.event)
        guard let earlier = Share.told(in: version, of: events), let replaced = earlier.replaced else {
            let why = Finding.error(
                "manifest-version", at: .field("version"),
                "\(share.reference): it has no version \(version); "
                    + (share.manifestVersion == 0
                        ? "nothing of it is in force yet." : "version \(share.manifestVersion) holds."))
            return PressOrder(share: share.reference, folder: folder, what: .failure(Findings([why])))
        }
        let replacement = Manifest.Replacement(version: share.manifestVersion, since: replaced.dayInLondon)
        return PressOrder(share: share.reference, folder: folder, what: .success((earlier.share, replacement)))
    }

    /// Writes what was ordered, or notes why there is no such manifest. All of it is on the disk before any of it is in its place.
    func fill(_ orders: [PressOrder]) -> PressRun {
        var run = PressRun()
        var written: [(PressOrder, PressedManifest)] = []
        for order in orders {
            do throws(Findings) {
                if let pressed = try press(order, &run) { written.append((order, pressed)) }
            } catch {
                run.export.left.append((order.share, error))
            }
        }
        let flushed: Result<Void, FileFault> = written.isEmpty ? .success(()) : flush()
        for (order, pressed) in written {
            do throws(FileFault) {
                try flushed.get()
                try order.folder.settle(pressed.bundle)
                run.export.written += 1
                if let issued = pressed.issued { run.issued.append(issued) }
                for gap in pressed.metadataGaps { run.export.metadataGaps[gap, default: 0] += 1 }
            } catch {
                run.export.left.append((order.share, cannotWrite(order.share, error)))
            }
        }
        return run
    }

    /// Nil where it is there already.
    private func press(_ order: PressOrder, _ run: inout PressRun) throws(Findings) -> PressedManifest? {
        let (share, replacedBy) = try order.what.get()
        let manifest = try Manifest(
            share: share, reference: reference, issuer: issuer, at: now, ledger: position, replacedBy: replacedBy)
        let isIssued = signatory != nil && replacedBy == nil
        if isResuming,
            order.folder.has(manifest, schemas: schemas, signedBy: signatory, withSideFiles: withSideFiles)
        {
            run.export.kept += 1
            // Whoever was interrupted has not recorded it.
            if isIssued { run.issued.append(manifest.asIssued) }
            return nil
        }
        let forms = try ManifestWriter(schemas).forms(of: manifest)
        let bundle: ManifestBundle
        do {
            bundle = try ManifestBundle(
                manifest, forms, signedBy: signatory, withSideFilesFrom: withSideFiles ? keeper : nil)
            try order.folder.write(bundle)
        } catch {
            throw cannotWrite(order.share, error)
        }
        return PressedManifest(
            bundle: bundle, issued: isIssued ? manifest.issued(stating: forms.statement) : nil,
            metadataGaps: withSideFiles ? SideFiles.metadataGaps(of: manifest, from: keeper) : [])
    }

    private func cannotWrite(_ share: ShareReference, _ error: any Error) -> Findings {
        Findings([.error("cannot-write", at: .whole, "\(share): \(error)")])
    }

    /// One flush for a batch: one for each file takes far longer.
    private func flush() -> Result<Void, FileFault> {
        let folder = open(root.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return .failure(FileFault(root.path)) }
        defer { close(folder) }
        return syncfs(folder) == 0 ? .success(()) : .failure(FileFault(root.path))
    }
}

/// One manifest that is to be written, or why there is none.
struct PressOrder: Sendable {
    let share: ShareReference
    let folder: ManifestFolder
    let what: Result<(Share, Manifest.Replacement?), Findings>
}

/// One manifest that was written.
struct PressedManifest {
    let bundle: ManifestBundle
    /// Nil where it is not recorded: nobody signed it, or a later version replaced it.
    let issued: IssuedManifest?
    let metadataGaps: [MetadataGap]
}

/// What became of some orders.
struct PressRun: Sendable {
    var export = ManifestExport()
    /// What was signed, to be recorded.
    var issued: [IssuedManifest] = []

    mutating func append(_ next: PressRun) {
        export.written += next.export.written
        export.kept += next.export.kept
        export.left += next.export.left
        export.metadataGaps.merge(next.export.metadataGaps, uniquingKeysWith: +)
        issued += next.issued
    }
}
