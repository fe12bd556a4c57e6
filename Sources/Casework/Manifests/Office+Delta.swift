package import Interchange
import Shares

extension Office {
    /// What changed from one manifest to a later one of the same share: two files in either form, held against schema and
    /// digest. Signatures are for `verifyManifest`.
    package func manifestDelta(from old: String, to new: String) async throws -> ManifestDelta {
        try ManifestDelta(from: await readManifest(old), to: await readManifest(new))
    }

    private func readManifest(_ path: String) async throws -> Manifest {
        let verdict = try await verifyManifest(at: path)
        guard let manifest = verdict.manifest else { throw verdict.findings }
        return manifest
    }
}
