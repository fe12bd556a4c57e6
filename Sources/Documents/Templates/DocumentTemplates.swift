package import Shares
import XMLTrees

/// The agreement templates of a department, checked: each can be filled for any share.
package struct DocumentTemplates: Sendable {
    private let templates: [String: DocumentTemplate]
    let stylesheet: Stylesheet
    /// The clause library, in the order of the names.
    package let clauses: [Clause]

    /// Takes the files of `Templates/agreements` by their paths below it, and gives all templates or every fault of all
    /// of them. What is not a template, a clause or the stylesheet is passed over.
    package init(files: [String: [UInt8]]) throws(Findings) {
        var findings = Findings()
        var stylesheet: Stylesheet?
        do throws(Findings) {
            let name = TemplateLanguage.stylesheet
            stylesheet = try Stylesheet(name, files[name])
        } catch {
            findings.append(error)
        }
        let clauses = Self.read(files, in: "clauses", &findings)
        var clausesByID: [String: TemplateFile] = [:]
        for clause in clauses { clausesByID[clause.id] = clause }
        let outlines = clausesByID.mapValues(ClauseOutline.init)
        for clause in clauses {
            findings.append(
                TemplateCheck.findings(in: clause, isClause: true, clauses: outlines, stylesheet: stylesheet))
        }
        let documents = Self.read(files, in: nil, &findings)
        for document in documents {
            findings.append(
                TemplateCheck.findings(in: document, isClause: false, clauses: outlines, stylesheet: stylesheet))
        }
        guard !findings.hasErrors else { throw findings }
        var templates: [String: DocumentTemplate] = [:]
        for document in documents {
            do {
                templates[document.id] = try DocumentTemplate(document, clauses: clausesByID)
            } catch {
                findings.append(TemplateFile.findings(error, in: document.name))
            }
        }
        for template in templates.values.sorted(by: { $0.name < $1.name }) { findings.append(template.findings) }
        guard !findings.hasErrors, let stylesheet else { throw findings }
        self.templates = templates
        self.stylesheet = stylesheet
        self.clauses = clauses.map(Clause.init)
    }

    /// Sorted: `data-sharing-agreement`.
    package var names: [String] { templates.keys.sorted() }

    package func title(of name: String) -> String? { templates[name]?.title }

    /// The template with its clauses in place, to compute its digest over; nil where there is no such template.
    package func source(of name: String) -> [UInt8]? { templates[name]?.source }

    /// The document for one share. What is not known is marked in place and listed, never left out.
    package func fill(_ name: String, for subject: DocumentSubject) throws -> FilledDocument {
        guard let template = templates[name] else { throw UnknownTemplate(name: name, known: names) }
        var subject = subject
        if template.isOfTermsInForce { subject.share.amendment = nil }
        return DocumentFiller.fill(template, for: subject, stylesheet: stylesheet)
    }

    /// Whether everybody may read what it makes.
    package func isPublic(_ name: String) -> Bool { templates[name]?.isPublic ?? false }

    package func version(of name: String) -> String? { templates[name]?.version }

    /// The clauses that stand in a template.
    package func clauses(of name: String) -> [Clause] { templates[name]?.clauses ?? [] }

    /// What a template and its clauses ask for.
    func fields(of name: String) -> [DocumentField] { templates[name]?.asked.map(\.field) ?? [] }

    /// Whether a template has a use for a list, which may be dear to find.
    package func asks(_ name: String, for list: DocumentList) -> Bool {
        templates[name]?.asked.contains { $0.list == list } ?? false
    }

    /// A warning with its line for every field that a template asks for and no share fills.
    ///
    /// - Parameter forEach: calls its argument with each share until that answers false: all fields are filled by then.
    package func unfilled(
        in name: String, forEach: ((DocumentSubject) throws -> Bool) throws -> Void
    ) throws -> Findings {
        guard let template = templates[name] else { throw UnknownTemplate(name: name, known: names) }
        var open = template.asked.filter { !Self.knownOfItself.contains($0.field) }
        try forEach { subject in
            open.removeAll { asked in
                guard let list = asked.list else { return asked.field.value(for: subject) != nil }
                return list.rows(for: subject).contains { $0[asked.field] != nil }
            }
            return !open.isEmpty
        }
        var told: Set<[String]> = []
        return Findings(
            open.filter { told.insert([$0.field.rawValue, $0.list?.rawValue ?? ""]).inserted }.map { asked in
                .warning(
                    "template-field-unfilled", at: .line(asked.line, column: nil),
                    "\(asked.file): No share fills the field “\(asked.field.rawValue)”"
                        + (asked.list.map { " of “\($0.rawValue)”." } ?? "."))
            })
    }

    /// What a document knows without the share.
    private static let knownOfItself: Set<DocumentField> = Set(
        [.missingFact, .openReason, .templateTitle, .templateVersion, .templateDigest, .ledgerPosition]
            + DocumentList.clauses.columns)

    /// The XHTML files of one folder, or of none, in the order of their names.
    private static func read(
        _ files: [String: [UInt8]], in folder: String?, _ findings: inout Findings
    ) -> [TemplateFile] {
        var read: [TemplateFile] = []
        for (name, bytes) in files.sorted(by: { $0.key < $1.key }) {
            let parts = name.split(separator: "/")
            guard parts.last?.hasSuffix(TemplateFile.suffix) ?? false,
                parts.dropLast() == (folder.map { [$0[...]] } ?? [])
            else { continue }
            do throws(Findings) {
                read.append(try TemplateFile(name, bytes))
            } catch {
                findings.append(error)
            }
        }
        return read
    }
}

/// Somebody asked for a template that there is not.
package struct UnknownTemplate: Error, Hashable, Sendable, CustomStringConvertible {
    package let name: String
    package let known: [String]

    package var description: String {
        "There is no template “\(name)”. There are: \(known.joined(separator: ", "))."
    }
}
