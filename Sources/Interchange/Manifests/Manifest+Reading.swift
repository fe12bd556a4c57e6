internal import JSONValues
package import Shares
package import XMLTrees

extension Manifest {
    /// Reads the JSON form: strict JSON that follows the schema, says only what a manifest can say, and has the digest that
    /// it states. Otherwise everything found wrong is thrown; signatures are no matter of this.
    package init(json bytes: [UInt8], schemas: ManifestSchemas, file: String = "manifest.json") throws(Findings) {
        let document: JSONValue
        do {
            document = try JSONValue(parsing: bytes)
        } catch {
            throw Findings([
                .error("manifest-json", at: .line(error.line, column: error.column), error.reason.explanation)
            ])
        }
        try self.init(document: document, schemas: schemas, file: file)
    }

    /// Reads the XML form under the same rules; the document may be no larger than the limits say.
    package init(
        xml bytes: [UInt8], schemas: ManifestSchemas, file: String = "manifest.xml", limits: XMLLimits = .outside
    ) throws(Findings) {
        let tree: XMLTree
        do {
            tree = try XMLTree.parse(bytes, limits: limits)
        } catch {
            throw Manifest.findings(of: error)
        }
        try self.init(tree: tree, schemas: schemas, file: file)
    }

    init(tree: XMLTree, schemas: ManifestSchemas, file: String) throws(Findings) {
        let findings = schemas.findings(in: tree, file: file)
        guard findings.isEmpty else { throw findings }
        try self.init(document: ManifestXML.document(of: tree), schemas: schemas, file: file)
    }

    static func findings(of faults: XMLFaults) -> Findings {
        Findings(
            faults.faults.map { fault in
                .error("manifest-xml", at: fault.line.map { .line($0, column: fault.column) } ?? .whole, fault.message)
            })
    }

    private init(document: JSONValue, schemas: ManifestSchemas, file: String) throws(Findings) {
        let findings = schemas.findings(in: document, file: file)
        guard findings.isEmpty else { throw findings }
        let notes = ManifestMembers.Notes(file: file)
        self.init(ManifestMembers(document, notes: notes))
        guard notes.findings.isEmpty else { throw notes.findings }
        let content = content
        let digest = Manifest.digest(of: content)
        guard document["digest"]?["value"]?.string == digest else {
            throw Findings([
                .error(
                    "manifest-digest", at: .pointer(file: file, "/digest/value"),
                    "The digest is not that of the content: one of them was changed.")
            ])
        }
        // The schema is closed, so this cannot differ; were it ever to, something would be lost silently.
        guard document.canonical() == Manifest.document(of: content, digest: digest).canonical() else {
            throw Findings([
                .error("manifest-content", at: .pointer(file: file, ""), "It says something that is not understood.")
            ])
        }
    }
}
