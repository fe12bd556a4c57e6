import Foundation
import Interchange
import Shares
import Signatures

/// Where the manifests of one share are written.
struct ManifestFolder {
    let folder: URL

    /// The folder of the manifest that holds, or of an earlier version, as `DS-1@3`.
    init(root: URL, share: ShareReference, version: Int? = nil) {
        // No name of a share has this character: it is escaped there.
        let name = share.fileName + (version.map { "@\($0)" } ?? "")
        folder = root.appendingPathComponent(name, isDirectory: true)
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
    func has(
        _ manifest: Manifest, schemas: ManifestSchemas, signedBy signatory: Signatory?, withSideFiles: Bool
    ) -> Bool {
        guard let list = bytes(of: ManifestBundle.list), let json = bytes(of: ManifestBundle.json) else { return false }
        return ManifestBundle.isCurrent(
            list: list, json: json, manifest: manifest, schemas: schemas, signedBy: signatory,
            withSideFiles: withSideFiles)
    }

    /// The version of the bundle there; nil where none is complete.
    var version: Int? { bytes(of: ManifestBundle.list).flatMap(ManifestBundle.version(list:)) }

    private func bytes(of name: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appendingPathComponent(name))).map(Array.init)
    }
}
