import Foundation
package import Interchange
import Ledger
package import Shares
import Workflows

/// What an export wrote.
package struct ManifestExport: Sendable {
    package var written = 0
    /// Shares that have no manifest, each with why.
    package var left: [(reference: ShareReference, findings: Findings)] = []
}

extension Office {
    /// Writes the manifests of shares, or of all, as `REFERENCE/manifest.json` and `.xml`: checked before they are written,
    /// complete or absent.
    package func exportManifests(
        of references: [ShareReference]?, to folder: String, progress: (Int, Int) -> Void = { _, _ in }
    ) throws -> ManifestExport {
        let writer = ManifestWriter(try manifestSchemas.get())
        let reference = try reference()
        let issuer = try issuer(in: reference)
        let now = surroundings.now()
        let root = URL(fileURLWithPath: folder)
        do { try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true) } catch {
            throw Findings([
                .error("cannot-write", at: .whole, "\(folder) cannot be made: \(error.localizedDescription)")
            ])
        }
        return try ledger.read { reader in
            let position = try registerPosition(reader)
            var export = ManifestExport()
            func write(_ share: Share) throws {
                do throws(Findings) {
                    let manifest = try Manifest(
                        share: share, reference: reference, issuer: issuer, at: now, ledger: position)
                    let forms = try writer.forms(of: manifest)
                    do { try ManifestFolder(root: root, share: share.reference).write(forms) } catch {
                        throw Findings([
                            .error("cannot-write", at: .whole, "\(share.reference): \(error.localizedDescription)")
                        ])
                    }
                    export.written += 1
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
            return export
        }
    }

    /// Reads a manifest in either form and holds it against its schema and its digest. Throws `Findings`.
    package func verifyManifest(_ path: String) throws -> Manifest {
        let bytes = Array(try ImportFile.data(of: path))
        let schemas = try manifestSchemas.get()
        let name = URL(fileURLWithPath: path).lastPathComponent
        let isXML = bytes.first { ![0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF].contains($0) } == UInt8(ascii: "<")
        return isXML
            ? try Manifest(xml: bytes, schemas: schemas, file: name)
            : try Manifest(json: bytes, schemas: schemas, file: name)
    }

    private func registerPosition(_ reader: LedgerReader) throws -> RegisterPosition {
        let position = try reader.position()
        return RegisterPosition(
            size: position.size, head: position.head.hexadecimal,
            at: try reader.lastEventTime() ?? Instant(milliseconds: 0))
    }

    /// The organisation that the installation belongs to.
    private func issuer(in reference: ReferenceData) throws -> Organisation {
        guard let issuer = reference.organisations["department-for-work-pensions"] else {
            throw Findings([
                .error("issuer-missing", at: .whole, "The issuing organisation is not in the reference data.")
            ])
        }
        return issuer
    }
}

/// Where the manifests of one share are written.
struct ManifestFolder {
    let folder: URL

    init(root: URL, share: ShareReference) {
        folder = root.appendingPathComponent(ManifestFolder.name(of: share), isDirectory: true)
    }

    /// A file name for any reference: what is not a small set of characters is written as its bytes, so that two references
    /// never meet and none leads out of the folder.
    static func name(of share: ShareReference) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var name: [UInt8] = []
        for (index, byte) in share.rawValue.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
                name.append(byte)
            case UInt8(ascii: ".") where index > 0:
                name.append(byte)
            default:
                name += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: name, as: UTF8.self)
    }

    /// A file is complete or absent; where none could be written there is no folder either.
    func write(_ forms: ManifestForms) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        do {
            try Data(forms.json).write(to: folder.appendingPathComponent("manifest.json"), options: .atomic)
            try Data(forms.xml).write(to: folder.appendingPathComponent("manifest.xml"), options: .atomic)
        } catch {
            // Only an empty folder can be removed like this.
            rmdir(folder.path)
            throw error
        }
    }
}
