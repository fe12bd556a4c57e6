import Foundation
package import Interchange
package import Shares
import Signatures

/// How to judge what a partner sent.
package struct VerificationWish: Sendable {
    /// PEM files of authorities and revocation lists; empty: those in `Templates/trust`.
    package var trust: [String]
    /// Nil: now.
    package var moment: Instant?
    /// An earlier manifest of the same share.
    package var previous: String?
    package var allowsUnsigned: Bool
    /// Whether it is refused where no list says what the authority has taken back.
    package var requiresRevocations: Bool

    package init(
        trust: [String] = [], moment: Instant? = nil, previous: String? = nil, allowsUnsigned: Bool = false,
        requiresRevocations: Bool = false
    ) {
        self.trust = trust
        self.moment = moment
        self.previous = previous
        self.allowsUnsigned = allowsUnsigned
        self.requiresRevocations = requiresRevocations
    }
}

extension Office {
    /// Reads a manifest in either form, or a bundle, and says all that speaks against it. Throws `Findings` only where there is
    /// nothing to judge.
    package func verifyManifest(at path: String, _ wish: VerificationWish = VerificationWish()) async throws
        -> ManifestVerdict
    {
        let trust = try trust(wish.trust)
        let schemas = try manifestSchemas.get()
        var previous: Manifest?
        if let earlier = wish.previous {
            let none = ManifestCheck(schemas: schemas, trust: Trust(), at: surroundings.now())
            let verdict = try await verdict(on: earlier, by: none)
            guard let manifest = verdict.manifest else { throw verdict.findings }
            previous = manifest
        }
        let check = ManifestCheck(
            schemas: schemas, trust: trust, at: wish.moment ?? surroundings.now(), after: previous,
            allowsUnsigned: wish.allowsUnsigned, requiresRevocations: wish.requiresRevocations)
        return try await verdict(on: path, by: check)
    }

    /// Of a bundle where the path is a folder, else of one form.
    func verdict(on path: String, by check: ManifestCheck) async throws -> ManifestVerdict {
        if BundleFolder.isThere(path) { return await check.verdict(onBundle: try BundleFolder.files(of: path)) }
        let jws = path + ManifestBundle.jws
        return await check.verdict(
            on: try manifestBytes(path), file: URL(fileURLWithPath: path).lastPathComponent,
            jws: FileManager.default.fileExists(atPath: jws)
                ? try ImportFile.plainBytes(of: jws, atMost: 64 * 1024) : nil)
    }

    func manifestBytes(_ path: String) throws -> [UInt8] {
        try ImportFile.plainBytes(of: path, atMost: ManifestCheck.longestFile)
    }

    func trust(_ files: [String]) throws -> Trust {
        if !files.isEmpty {
            return try SigningKeys.trust(in: files)
        }
        let files = try templates.filesIfAny(in: "trust", ending: ".pem").sorted { $0.key < $1.key }
        return try Trust(pem: files.map { ($0.key, String(decoding: $0.value, as: UTF8.self)) })
    }
}

/// A bundle on disk, read within limits and without following links out of it.
enum BundleFolder {
    static func isThere(_ path: String) -> Bool {
        var isDirectory: ObjCBool = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory.boolValue
    }

    static func files(of path: String) throws -> [String: [UInt8]] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        guard names.count <= ManifestCheck.mostFiles else {
            throw Findings([
                .error("bundle-size", at: .whole, "A bundle has at most \(ManifestCheck.mostFiles) files.")
            ])
        }
        var files: [String: [UInt8]] = [:]
        for name in names.sorted() {
            let file = "\(path)/\(name)"
            let kind = try FileManager.default.attributesOfItem(atPath: file)[.type] as? FileAttributeType
            guard kind == .typeRegular else {
                throw Findings([
                    .error(
                        "bundle-file", at: .pointer(file: name, ""), "A bundle has files only, no folders and no links."
                    )
                ])
            }
            files[name] = try ImportFile.bytes(of: file, atMost: ManifestCheck.longestFile)
        }
        return files
    }
}
