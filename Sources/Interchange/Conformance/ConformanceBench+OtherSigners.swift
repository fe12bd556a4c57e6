internal import JSONValues
internal import Shares
internal import Signatures

extension ConformanceBench {
    /// A bundle whose list somebody else signed.
    func listSigned(by other: Signatory) throws -> ConformanceCase {
        var files = try bundle()
        let name = ManifestBundle.list + ManifestBundle.jws
        files[name] = try DetachedJWS.sign(files[ManifestBundle.list] ?? [], by: other)
        return ConformanceCase(
            name: "list-signed-by-another", says: "Somebody else signed the list.", refusedBy: "signers-differ",
            file: nil, files: files)
    }

    /// A bundle with the certificate of somebody else beside it, and on the list.
    func certificate(of other: Signatory) throws -> ConformanceCase {
        var files = try bundle()
        files[ManifestBundle.certificate] = other.pem
        let listed = files.filter { !$0.key.hasPrefix(ManifestBundle.list) }.sorted { $0.key < $1.key }
        let list = BundleList(
            reference: manifest.reference.rawValue, version: manifest.version,
            files: listed.map { BundleList.File(name: $0.key, bytes: $0.value) }
        ).json.canonical()
        files[ManifestBundle.list] = list
        files[ManifestBundle.list + ManifestBundle.jws] = try DetachedJWS.sign(list, by: signatory)
        return ConformanceCase(
            name: "certificate-of-another", says: "The certificate in the bundle is not that of whoever signed.",
            refusedBy: "signers-differ", file: nil, files: files)
    }
}
