import Foundation
import Interchange
import Shares
import Signatures

/// Where the manifests of one share are written.
struct ManifestFolder: Sendable {
    private let root: String
    private let name: String

    /// The folder of the manifest that holds, or of an earlier version, as `DS-1@3`.
    init(root: URL, share: ShareReference, version: Int? = nil) {
        self.root = root.path
        // No name of a share has this character: it is escaped there.
        name = share.fileName + (version.map { "@\($0)" } ?? "")
    }

    private var folder: String { "\(root)/\(name)" }
    /// The folder in which a bundle is written before it takes its place. No name of a share begins with a full stop.
    private var beside: String { "\(root)/.\(name).part" }

    /// Writes the files beside. They are in their place when `settle` has put them there, and until then an earlier bundle is
    /// as it was; where they could not be written nothing is left.
    func write(_ bundle: ManifestBundle) throws(FileFault) {
        do {
            try makeEmptyFolder(beside)
            for file in bundle.files { try write(file.bytes, to: "\(beside)/\(file.name)") }
        } catch {
            remove(beside)
            throw error
        }
    }

    /// Puts what was written beside in its place: a bundle whose list is there is complete.
    func settle(_ bundle: ManifestBundle) throws(FileFault) {
        if rename(beside, folder) == 0 { return }
        let fault = FileFault(folder)
        defer { remove(beside) }
        guard access(folder, F_OK) == 0 else { throw fault }
        // There is an earlier bundle, perhaps beside files that are none of ours. While its files are changed it is no bundle.
        unlink("\(folder)/\(ManifestBundle.list)")
        let names = bundle.files.map(\.name)
        for name in names {
            guard rename("\(beside)/\(name)", "\(folder)/\(name)") == 0 else { throw FileFault("\(folder)/\(name)") }
        }
        // What an earlier export signed, where this one does not.
        for name in ManifestBundle.names.subtracting(names) { unlink("\(folder)/\(name)") }
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
        FileManager.default.contents(atPath: "\(folder)/\(name)").map(Array.init)
    }

    /// An export that was killed may have left one.
    private func makeEmptyFolder(_ path: String) throws(FileFault) {
        if mkdir(path, 0o777) == 0 { return }
        guard errno == EEXIST else { throw FileFault(path) }
        remove(path)
        guard mkdir(path, 0o777) == 0 else { throw FileFault(path) }
    }

    private func remove(_ path: String) {
        try? FileManager.default.removeItem(atPath: path)
    }

    private func write(_ bytes: [UInt8], to path: String) throws(FileFault) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard file >= 0 else { throw FileFault(path) }
        let written = bytes.withUnsafeBytes { bytes in
            var done = 0
            while done < bytes.count {
                let count = Foundation.write(file, bytes.baseAddress?.advanced(by: done), bytes.count - done)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return false }
                done += count
            }
            return true
        }
        let fault = written ? nil : FileFault(path)
        guard close(file) == 0, fault == nil else { throw fault ?? FileFault(path) }
    }
}

/// What the system says of a file that could not be written.
struct FileFault: Error, CustomStringConvertible {
    let description: String

    /// Right after the call that failed.
    init(_ path: String) {
        description = "\(path): \(String(cString: strerror(errno)))"
    }
}
