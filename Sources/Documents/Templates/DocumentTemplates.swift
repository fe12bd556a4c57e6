package import Shares
import XMLTrees

/// The agreement templates of a department, checked: each that is sound can be filled for any share.
package struct DocumentTemplates: Sendable {
    private let templates: [String: DocumentTemplate]
    /// What is wrong with each of the others, and with the clauses that it includes.
    private let faulty: [String: Findings]
    let stylesheet: Stylesheet
    /// The clause library, in the order of the names.
    package let clauses: [Clause]

    /// Takes the files of `Templates/agreements` by their paths below it, and gives all templates or every fault of all
    /// of them. What is not a template, a clause or the stylesheet is passed over.
    package init(files: [String: [UInt8]]) throws(Findings) {
        let (read, findings) = Self.read(files)
        guard let read, !findings.hasErrors else { throw findings }
        self = read
    }

    /// The same, but for templates with a fault or with a faulty clause: those alone cannot be filled. Throws where the
    /// stylesheet, which all have, is faulty.
    package init(soundOf files: [String: [UInt8]]) throws(Findings) {
        let (read, findings) = Self.read(files)
        guard let read else { throw findings }
        self = read
    }

    private init(
        _ templates: [String: DocumentTemplate], faulty: [String: Findings], stylesheet: Stylesheet, clauses: [Clause]
    ) {
        self.templates = templates
        self.faulty = faulty
        self.stylesheet = stylesheet
        self.clauses = clauses
    }

    /// What can be filled, and every fault of every file; nil where nothing can be.
    private static func read(_ files: [String: [UInt8]]) -> (templates: DocumentTemplates?, findings: Findings) {
        var findings = Findings()
        var stylesheet: Stylesheet?
        do throws(Findings) {
            let name = TemplateLanguage.stylesheet
            stylesheet = try Stylesheet(name, files[name])
        } catch {
            findings.append(error)
        }
        var faults: [String: Findings] = [:]
        let clauses = Self.read(files, in: "clauses", &faults)
        var clausesByID: [String: TemplateFile] = [:]
        for clause in clauses { clausesByID[clause.id] = clause }
        let outlines = clausesByID.mapValues(ClauseOutline.init)
        for clause in clauses {
            faults[clause.name, default: Findings()].append(
                TemplateCheck.findings(in: clause, isClause: true, clauses: outlines, stylesheet: stylesheet))
        }
        let documents = Self.read(files, in: nil, &faults)
        // A template is taken apart where its clauses are put in.
        let includes = Dictionary(
            documents.map { ($0.name, Set($0.included.map { "clauses/\($0)\(TemplateFile.suffix)" }).sorted()) },
            uniquingKeysWith: { first, _ in first })
        func areFaulty(_ clauses: [String]?) -> Bool { clauses?.contains { faults[$0]?.hasErrors ?? false } ?? false }
        var templates: [String: DocumentTemplate] = [:]
        for document in documents {
            var own = TemplateCheck.findings(in: document, isClause: false, clauses: outlines, stylesheet: stylesheet)
            if !own.hasErrors, !areFaulty(includes[document.name]) {
                do {
                    let template = try DocumentTemplate(document, clauses: clausesByID)
                    own.append(template.findings)
                    if !own.hasErrors { templates[document.id] = template }
                } catch {
                    own.append(TemplateFile.findings(error, in: document.name))
                }
            }
            faults[document.name, default: Findings()].append(own)
        }
        for name in faults.keys.sorted(by: Self.precedes) { findings.append(faults[name] ?? Findings()) }
        guard let stylesheet else { return (nil, findings) }
        var faulty: [String: Findings] = [:]
        for (name, own) in faults where !name.utf8.contains(UInt8(ascii: "/")) {
            var all = own
            for clause in includes[name] ?? [] { all.append(faults[clause] ?? Findings()) }
            if all.hasErrors { faulty[String(name.dropLast(TemplateFile.suffix.count))] = all }
        }
        return (
            DocumentTemplates(
                templates, faulty: faulty, stylesheet: stylesheet, clauses: clauses.map(Clause.init)), findings
        )
    }

    /// Clauses first, as templates rest on them.
    private static func precedes(_ one: String, _ other: String) -> Bool {
        let (isClause, otherIsClause) = (one.utf8.contains(UInt8(ascii: "/")), other.utf8.contains(UInt8(ascii: "/")))
        return isClause == otherIsClause ? one < other : isClause
    }

    /// Sorted: `data-sharing-agreement`; those that can be filled.
    package var names: [String] { templates.keys.sorted() }

    /// Whether there is a template of the name, be it sound or not.
    package func has(_ name: String) -> Bool { templates[name] != nil || faulty[name] != nil }

    /// Why a template cannot be filled; nil where it can, or where there is none of the name.
    package func faults(of name: String) -> Findings? { faulty[name] }

    package func title(of name: String) -> String? { templates[name]?.title }

    /// The template with its clauses in place, to compute its digest over; nil where there is no such template.
    package func source(of name: String) -> [UInt8]? { templates[name]?.source }

    /// The document for one share. What is not known is marked in place and listed, never left out. Throws `Findings` where
    /// the template is faulty.
    package func fill(_ name: String, for subject: DocumentSubject) throws -> FilledDocument {
        let template = try sound(name)
        return DocumentFiller.fill(template, for: template.seen(in: subject), stylesheet: stylesheet)
    }

    /// What the document for one share would lack, in less time than it takes to fill it. Throws as `fill` does.
    package func gaps(_ name: String, for subject: DocumentSubject) throws -> [DocumentGap] {
        let template = try sound(name)
        return DocumentFiller.gaps(of: template, for: template.seen(in: subject))
    }

    private func sound(_ name: String) throws -> DocumentTemplate {
        if let template = templates[name] { return template }
        if let faults = faulty[name] { throw faults }
        throw UnknownTemplate(name: name, known: names)
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

    /// The XHTML files of one folder, or of none, in the order of their names; faults by the names.
    private static func read(
        _ files: [String: [UInt8]], in folder: String?, _ faults: inout [String: Findings]
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
                faults[name] = error
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

extension DocumentTemplate {
    /// What it is told of a share: one of the terms in force says nothing of an amendment.
    fileprivate func seen(in subject: DocumentSubject) -> DocumentSubject {
        guard isOfTermsInForce else { return subject }
        var subject = subject
        subject.share.amendment = nil
        return subject
    }
}
