internal import Crypto
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
    /// Of what they state, whenever they were written out.
    package let statement: String
}

/// Writes manifests, and nothing that its own schemas would refuse.
package struct ManifestWriter: Sendable {
    private let schemas: ManifestSchemas

    package init(_ schemas: ManifestSchemas) {
        self.schemas = schemas
    }

    /// Both forms, each held against its schema; or everything that is wrong with either.
    package func forms(of manifest: Manifest) throws(Findings) -> ManifestForms {
        let policy = SharePolicy(manifest)
        var members = manifest.content(under: policy)
        var text = CanonicalObject(members, written: Self.written)
        let digest = Manifest.hexadecimal(SHA256.hash(data: text.bytes))
        let statement = Manifest.statement(of: text)
        text.set("digest", to: Manifest.stated(digest))
        members["digest"] = Manifest.stated(digest)
        let document = JSONValue.object(members)
        var findings = schemas.findings(in: document, file: "\(manifest.reference) manifest.json")
        let xml: [UInt8]
        do {
            let tree = try ManifestXML.tree(of: document, policy)
            findings.append(schemas.findings(in: tree, file: "\(manifest.reference) manifest.xml"))
            xml = try tree.serialised()
        } catch {
            throw Manifest.findings(of: error)
        }
        guard findings.isEmpty else { throw findings }
        return ManifestForms(json: text.bytes, xml: xml, digest: digest, statement: statement)
    }

    /// What is the same in every manifest.
    private static let written = ["@context": ManifestNames.context.canonical()]
}
