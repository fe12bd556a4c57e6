internal import Crypto
internal import JSONValues
internal import Shares
package import Signatures

/// What a partner is given of one share: both forms of its manifest, their signatures, and a list of it all with the SHA-256
/// of each file. `docs/manifest.md` says how each is checked with stock tools.
package struct ManifestBundle: Sendable {
    package static let json = "manifest.json"
    package static let xml = "manifest.xml"
    package static let list = "bundle.json"
    package static let certificate = "signing.pem"
    /// Behind the name of the file that is signed.
    package static let jws = ".jws"
    package static let der = ".sig"

    /// Every file that a bundle may have.
    package static let names = Set(
        [json, json + jws, json + der, xml, certificate, list, list + jws] + SideFiles.names)

    /// Whether the bundle that is there, by its list and its JSON form, is the one which would be written now: it says the same
    /// of the share as this manifest, is signed by this signatory or by nobody, with side files or without.
    package static func isCurrent(
        list bytes: [UInt8], json: [UInt8], manifest: Manifest, schemas: ManifestSchemas,
        signedBy signatory: Signatory?, withSideFiles: Bool
    ) -> Bool {
        guard let list = BundleList(bytes), list.version == manifest.version,
            list.files.first(where: { $0.name == Self.json }) == BundleList.File(name: Self.json, bytes: json),
            let there = try? Manifest(json: json, schemas: schemas), manifest.saysTheSame(as: there)
        else { return false }
        var wanted: Set = [Self.json, xml]
        if signatory != nil { wanted.formUnion([Self.json + jws, Self.json + der, certificate]) }
        if withSideFiles { wanted.formUnion([SideFiles.agreement, SideFiles.contract]) }
        // These are only there where the share has enough to say.
        guard Set(list.files.map(\.name)).subtracting(withSideFiles ? SideFiles.optionalNames : []) == wanted else {
            return false
        }
        // A key may have been rotated since.
        let signer = signatory.map { BundleList.File(name: certificate, bytes: $0.pem) }
        return list.files.first { $0.name == certificate } == signer
    }

    /// The version that a bundle is of, by its list; nil where that is none.
    package static func version(list bytes: [UInt8]) -> Int? { BundleList(bytes)?.version }

    /// In the order to write them: the list, and its signature, come last, so that a bundle with a list is complete.
    package let files: [(name: String, bytes: [UInt8])]

    /// Without a signatory nothing is signed, and the list says only what was written. Side files are in it where it is
    /// said whose register they come from: the signed list covers them.
    package init(
        _ manifest: Manifest, _ forms: ManifestForms, signedBy signatory: Signatory?,
        withSideFilesFrom keeper: RegisterKeeper? = nil
    ) throws {
        var files: [(name: String, bytes: [UInt8])] = [(Self.json, forms.json)]
        if let signatory {
            files.append((Self.json + Self.jws, try DetachedJWS.sign(forms.json, by: signatory)))
            files.append((Self.json + Self.der, try signatory.derSignature(over: forms.json)))
            files.append((Self.xml, try XMLSignature.sign(forms.xml, by: signatory)))
            files.append((Self.certificate, signatory.pem))
        } else {
            files.append((Self.xml, forms.xml))
        }
        if let keeper { files += SideFiles.files(for: manifest, from: keeper) }
        let list = BundleList(
            reference: manifest.reference.rawValue, version: manifest.version,
            files: files.map { BundleList.File(name: $0.name, bytes: $0.bytes) })
        let bytes = list.json.canonical()
        if let signatory { files.append((Self.list + Self.jws, try DetachedJWS.sign(bytes, by: signatory))) }
        files.append((Self.list, bytes))
        self.files = files
    }
}

/// Which files a bundle has.
struct BundleList: Hashable {
    static let format = 1

    struct File: Hashable {
        var name: String
        var size: Int
        var sha256: String

        init(name: String, bytes: [UInt8]) {
            self.name = name
            size = bytes.count
            sha256 = Manifest.hexadecimal(SHA256.hash(data: bytes))
        }

        init?(_ value: JSONValue) {
            guard let members = value.object, members.count == 3, let name = value["name"]?.string,
                let size = value["size"]?.int, let sha256 = value["sha256"]?.string
            else { return nil }
            self.name = name
            self.size = size
            self.sha256 = sha256
        }
    }

    var reference: String
    var version: Int
    var files: [File]

    var json: JSONValue {
        [
            "format": .number(Self.format), "reference": .string(reference), "version": .number(version),
            "files": .array(
                files.map { ["name": .string($0.name), "size": .number($0.size), "sha256": .string($0.sha256)] }),
        ]
    }

    init(reference: String, version: Int, files: [File]) {
        self.reference = reference
        self.version = version
        self.files = files
    }

    init?(_ bytes: [UInt8]) {
        guard let value = try? JSONValue(parsing: bytes) else { return nil }
        self.init(value)
    }

    /// Nil for anything but what `json` writes.
    init?(_ value: JSONValue) {
        guard value.object?.count == 4, value["format"]?.int == Self.format, let reference = value["reference"]?.string,
            let version = value["version"]?.int, let parts = value["files"]?.array
        else { return nil }
        let files = parts.compactMap(File.init)
        guard files.count == parts.count, Set(files.map(\.name)).count == files.count else { return nil }
        self.init(reference: reference, version: version, files: files)
    }
}
