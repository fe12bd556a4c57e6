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
    /// whose bundle is there, complete, says what would be written now, and is signed by the same signatory. What is signed
    /// is issued, which is recorded: the other parties are to acknowledge it.
    ///
    /// Where a bundle of an earlier version is there, that version is written once more as `REFERENCE@VERSION`, and says by
    /// what it was replaced. With a version that alone is written, in the same way.
    ///
    /// Throws `SigningStopped` where whoever signs can sign no longer, as far as the PEM files of `trust`, or else those of
    /// `Templates/trust`, say.
    package func exportManifests(
        of references: [ShareReference]?, version: Int? = nil, to folder: String, signedBy signatory: Signatory? = nil,
        under trust: [String] = [], withSideFiles: Bool = false, resuming: Bool = false,
        progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ManifestExport {
        if let signatory { try checkSigning(by: signatory, under: self.trust(trust)) }
        let schemas = try manifestSchemas.get()
        let (reference, issuer) = (try reference(), try department().organisation)
        let now = surroundings.now()
        let root = URL(fileURLWithPath: folder)
        do { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) } catch {
            throw Findings([
                .error("cannot-write", at: .whole, "\(folder) cannot be made: \(error.localizedDescription)")
            ])
        }
        let claim = try FolderClaim(folder)
        defer { withExtendedLifetime(claim) {} }
        let run = try ledger.read { reader in
            let position = try registerPosition(reader)
            let press = ManifestPress(
                root: root, version: version, signatory: signatory, withSideFiles: withSideFiles, isResuming: resuming,
                schemas: schemas, reference: reference, issuer: issuer,
                keeper: RegisterKeeper(issuer, reference: reference, changed: position.at), now: now,
                position: position)
            return try references.map { try write($0, press, reader, progress) } ?? writeAll(press, reader, progress)
        }
        try recordIssue(of: run.issued)
        return run.export
    }

    private func write(
        _ references: [ShareReference], _ press: ManifestPress, _ reader: LedgerReader, _ progress: (Int, Int) -> Void
    ) throws -> PressRun {
        var run = PressRun()
        for (index, reference) in references.enumerated() {
            run.append(press.fill(try press.orders(for: existing(reference, in: reader), reader)))
            progress(index + 1, references.count)
        }
        return run
    }

    /// On all cores, while the register is being read.
    private func writeAll(
        _ press: ManifestPress, _ reader: LedgerReader, _ progress: (Int, Int) -> Void
    ) throws -> PressRun {
        let count = try reader.shareCount()
        let crew = ManifestCrew(press)
        var batch: [PressOrder] = []
        do {
            try reader.forEachShare { share in
                batch += try press.orders(for: share, reader)
                guard batch.count >= Self.manifestsAtOnce else { return }
                crew.take(batch)
                batch = []
                progress(min(crew.written, count), count)
            }
        } catch {
            // What is being written is finished first.
            _ = crew.finish()
            throw error
        }
        crew.take(batch)
        let run = crew.finish()
        progress(count, count)
        return run
    }

    private static var manifestsAtOnce: Int { 32 }

    func registerPosition(_ reader: LedgerReader) throws -> RegisterPosition {
        let position = try reader.position()
        return RegisterPosition(
            size: position.size, head: position.head.hexadecimal,
            at: try reader.lastEventTime() ?? Instant(milliseconds: 0))
    }
}
