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
        do {
            return await check.verdict(
                onBundle: try ZipArchive.files(
                    in: sent.file.bytes, atMost: ManifestCheck.mostFiles, ofBytes: ManifestCheck.longestFile,
                    inAll: SentManifest.longest))
        } catch let fault as SentZipFault {
            throw Findings([.error(fault.rule, at: .field("manifest"), fault.says)])
        }
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

extension SentZipFault {
    fileprivate var rule: String {
        switch self {
        case .notAZipFile: "bundle-no-zip"
        case .cutOff: "bundle-cut-off"
        case .tooManyFiles, .tooLong: "bundle-size"
        case .leadsElsewhere: "bundle-path"
        case .inAnotherFolder: "bundle-folder"
        case .comesTwice: "bundle-name-twice"
        case .unreadable: "bundle-unreadable"
        }
    }

    fileprivate var says: String {
        switch self {
        case .notAZipFile: "It is no zip file with the files of a bundle."
        case .cutOff:
            "The zip file is cut off: the list of its files, which stands at its end, is missing. Send it whole."
        case .tooManyFiles: "A bundle has at most \(ManifestCheck.mostFiles) files."
        case .tooLong(let name):
            "\(name.shortened(to: 80)) is too long: a file of a bundle has at most \(ManifestCheck.longestFile) bytes, and all of them together \(SentManifest.longest)."
        case .leadsElsewhere(let path):
            "\(path.shortened(to: 80)) would be unpacked elsewhere: a bundle has files in one folder, and none above it."
        case .inAnotherFolder(let path):
            "\(path.shortened(to: 80)) lies in another folder than the files before it: a bundle has files in one folder."
        case .comesTwice(let name): "\(name.shortened(to: 80)) comes twice: each file of a bundle has its own name."
        case .unreadable(let name): "\(name.shortened(to: 80)) cannot be unpacked: it is encrypted or damaged."
        }
    }
}
