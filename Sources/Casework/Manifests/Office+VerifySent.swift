import Documents
package import Interchange
import Shares
package import Signatures

/// What somebody sent to be judged: a manifest in either form, with its detached signature where that is a file beside it, or a
/// bundle as a zip file.
package struct SentManifest: Sendable {
    package var file: SentFile
    package var jws: SentFile?

    package init(_ file: SentFile, jws: SentFile? = nil) {
        self.file = file
        self.jws = jws
    }

    /// In bytes, of all files of a bundle together.
    static let longest = 16 * 1024 * 1024
}

extension Office {
    /// Says all that speaks against what somebody sent, under the authorities of `Templates/trust` and those that are published.
    /// Throws `Findings` only where there is nothing to judge.
    package func verifyManifest(_ sent: SentManifest, allowing publication: Publication?) async throws
        -> ManifestVerdict
    {
        let check = ManifestCheck(
            schemas: try manifestSchemas.get(), trust: try trust(publication: publication), at: surroundings.now())
        return try await verdict(on: sent, by: check)
    }

    func verdict(on sent: SentManifest, by check: ManifestCheck) async throws -> ManifestVerdict {
        let name = sent.file.plainName
        guard sent.file.bytes.starts(with: Array("PK".utf8)) else {
            guard sent.file.bytes.count <= ManifestCheck.longestFile else {
                throw Findings([
                    .error(
                        "manifest-size", at: .field("manifest"),
                        "A manifest has at most \(ManifestCheck.longestFile) bytes.")
                ])
            }
            return await check.verdict(on: sent.file.bytes, file: name, jws: sent.jws?.bytes)
        }
        let files = ZipArchive.files(
            in: sent.file.bytes, atMost: ManifestCheck.mostFiles, ofBytes: ManifestCheck.longestFile,
            inAll: SentManifest.longest)
        guard let files else {
            throw Findings([
                .error(
                    "bundle-size", at: .field("manifest"),
                    "It is no zip file of one bundle: at most \(ManifestCheck.mostFiles) files of \(ManifestCheck.longestFile) bytes, in one folder, each of its own name."
                )
            ])
        }
        return await check.verdict(onBundle: files)
    }

    /// Whom verification online believes.
    package func trust(publication: Publication?) throws -> Trust {
        let own = try trust([])
        guard let published = publication?.trust else { return own }
        return Trust(
            authorities: own.authorities + published.authorities.filter { !own.authorities.contains($0) },
            revocations: own.revocations + published.revocations)
    }
}
