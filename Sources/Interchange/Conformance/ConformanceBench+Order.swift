internal import Shares
internal import Signatures

extension ConformanceBench {
    /// Sound by themselves, and not after what came before.
    func outOfOrder() throws -> [ConformanceCase] {
        func after(_ name: String, _ says: String, _ change: (inout Manifest) -> Void) throws -> ConformanceCase {
            var earlier = manifest
            change(&earlier)
            let previous = "previous.json"
            return ConformanceCase(
                name: name, says: says, refusedBy: "version-order", file: ManifestBundle.json, previous: previous,
                files: [
                    previous: try writer.forms(of: earlier).json, ManifestBundle.json: forms.json,
                    ManifestBundle.json + ManifestBundle.jws: try DetachedJWS.sign(forms.json, by: signatory),
                ])
        }
        return try [
            after("version-before", "A later version came before it.") { $0.version += 1 },
            after("version-otherwise", "The same version came before it, and said otherwise.") { $0.title = "Another" },
            after("register-shorter", "The issuer's register was longer before.") { $0.register.size += 1 },
        ]
    }
}
