internal import JSONValues
package import Shares
internal import XMLTrees

/// Both forms of one manifest, as bytes to write.
package struct ManifestForms: Hashable, Sendable {
    /// In canonical form (RFC 8785).
    package let json: [UInt8]
    package let xml: [UInt8]
    /// That both carry.
    package let digest: String
}

/// Writes manifests, and nothing that its own schemas would refuse.
package struct ManifestWriter: Sendable {
    private let schemas: ManifestSchemas

    package init(_ schemas: ManifestSchemas) {
        self.schemas = schemas
    }

    /// Both forms, each held against its schema; or everything that is wrong with either.
    package func forms(of manifest: Manifest) throws(Findings) -> ManifestForms {
        let content = manifest.content
        let digest = Manifest.digest(of: content)
        let document = Manifest.document(of: content, digest: digest)
        let tree = ManifestXML.tree(of: document, SharePolicy(manifest))
        var findings = schemas.findings(in: document, file: "\(manifest.reference) manifest.json")
        findings.append(schemas.findings(in: tree, file: "\(manifest.reference) manifest.xml"))
        guard findings.isEmpty else { throw findings }
        return ManifestForms(json: document.canonical(), xml: tree.serialised(), digest: digest)
    }
}
