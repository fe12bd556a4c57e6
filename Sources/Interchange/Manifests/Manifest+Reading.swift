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
        let members = ManifestXML.members(of: tree)
        try self.init(members: members, file: file)
        let policy = SharePolicy(self)
        let (content, digest) = (content, digest)
        let made: XMLTree
        do {
            made = try ManifestXML.tree(of: Manifest.document(of: content, digest: digest), policy)
        } catch {
            throw Manifest.findings(of: error)
        }
        var notes = Manifest.findings(digest, stated: members, file)
        switch (ManifestXML.policy(in: tree.root), ManifestXML.policy(in: made.root)) {
        case (nil, nil): break
        case (let stated?, let following?) where ManifestXML.saysTheSame(stated, following): break
        default: notes.append(Manifest.otherPolicy(file, "/Policy"))
        }
        guard notes.isEmpty else { throw notes }
        notes.append(schemas.findings(in: Manifest.document(of: content, digest: digest), file: file))
        if !ManifestXML.saysTheSame(tree.root, made.root) { notes.append(Manifest.notUnderstood(file)) }
        guard notes.isEmpty else { throw notes }
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
        try self.init(members: document, file: file)
        let (content, digest) = (content, digest)
        var notes = Manifest.findings(digest, stated: document, file)
        if document["policy"]?.canonical() != content["policy"]?.canonical() {
            notes.append(Manifest.otherPolicy(file, "/policy"))
        }
        guard notes.isEmpty else { throw notes }
        // The digest does not show a document that was changed where it says what follows from the rest.
        guard document.canonical() == Manifest.document(of: content, digest: digest).canonical() else {
            throw Findings([Manifest.notUnderstood(file)])
        }
    }

    /// Takes what is stated, and notes whatever is no day, no choice, no duration.
    private init(members: JSONValue, file: String) throws(Findings) {
        let notes = ManifestMembers.Notes(file: file)
        self.init(ManifestMembers(members, notes: notes))
        guard notes.findings.isEmpty else { throw notes.findings }
    }

    private static func findings(_ digest: String, stated document: JSONValue, _ file: String) -> Findings {
        guard document["digest"]?["value"]?.string != digest else { return Findings() }
        return Findings([
            .error(
                "manifest-digest", at: .pointer(file: file, "/digest/value"),
                "The digest is not that of the content: one of them was changed.")
        ])
    }

    private static func otherPolicy(_ file: String, _ pointer: String) -> Finding {
        .error(
            "manifest-policy", at: .pointer(file: file, pointer),
            "The policy is not the one that follows from the terms: one of them was changed.")
    }

    private static func notUnderstood(_ file: String) -> Finding {
        .error(
            "manifest-content", at: .pointer(file: file, ""),
            "It says something that is not understood, or that does not follow from its terms.")
    }
}
