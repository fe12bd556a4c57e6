import Documents
import Foundation
import Ledger
package import Shares

/// A template as it is listed.
package struct TemplateLine: Hashable, Sendable, Encodable {
    package var name: String
    package var title: String
    package var version: String
    /// Over the text with its clauses in place: a document made from it bears the same.
    package var digest: String
    package var clauses: [String]
}

/// A clause as it is listed.
package struct ClauseLine: Hashable, Sendable, Encodable {
    package var name: String
    package var title: String
    package var version: String
    package var applies: String
}

extension Office {
    package func documentTemplateLines() throws -> [TemplateLine] {
        let templates = try documentTemplates.get()
        return templates.names.map { name in
            TemplateLine(
                name: name, title: templates.title(of: name) ?? "", version: templates.version(of: name) ?? "",
                digest: templates.source(of: name).map { Edition.digest(of: $0) } ?? "",
                clauses: templates.clauses(of: name).map(\.name))
        }
    }

    /// The clause library.
    package func clauses() throws -> [ClauseLine] {
        try documentTemplates.get().clauses.map {
            ClauseLine(name: $0.name, title: $0.title, version: $0.version, applies: $0.applies)
        }
    }

    /// Everything wrong with a template or clause, or with the template folder where no file is given, each with its line;
    /// with shares, a warning too for every field that none of them fills.
    ///
    /// - Parameters:
    ///   - path: taken in the place of the file of the same name; a clause stands in a folder `clauses`.
    ///   - shares: false: the ledger is not looked at.
    package func checkTemplate(_ path: String?, shares: Bool) throws -> Findings {
        try checkedTemplates(
            path.map { path in
                let url = URL(fileURLWithPath: path)
                let isClause = url.deletingLastPathComponent().lastPathComponent == "clauses"
                return GivenTemplate(
                    name: url.lastPathComponent, isClause: isClause, bytes: Array(try ImportFile.data(of: path)))
            }, shares: shares
        ).findings
    }

    /// What the check of a sent template or clause finds, and where it is sound a document made with it for a share; nothing
    /// is kept but that the document was read.
    ///
    /// - Parameters:
    ///   - sent: taken in the place of the file of the same name; nil: the templates as they are.
    ///   - template: which is filled; nil: the one that was sent.
    ///   - format: nil: what the share does not say yet is looked for, and the document is not handed on.
    package func tryTemplate(
        _ sent: SentFile?, isClause: Bool, filling template: String?, for reference: ShareReference,
        as format: NativeFormat?, by actor: PersonID
    ) throws -> (findings: Findings, document: MadeDocument?) {
        let person = try ledger.read { try hub(actor, may: "tries out templates", in: $0) }
        let given = sent.map { GivenTemplate(name: $0.plainName, isClause: isClause, bytes: $0.bytes) }
        let view = try show(reference)
        let (findings, checked) = try checkedTemplates(given, shares: true)
        guard let checked, let name = template ?? given?.template else { return (findings, nil) }
        do {
            try requirePublishable(view.share, in: name, checked)
            let filled = try checked.fill(name, for: try subject(view, of: name, checked))
            let document = try made(filled, as: format ?? .html)
            if let format {
                try note(
                    reading: "the document \(name), tried out (\(format.rawValue.uppercased()))", of: reference,
                    by: person)
            }
            return (findings, document)
        } catch let unknown as UnknownTemplate {
            throw Findings([.error("unknown-template", at: .field("template"), unknown.description)])
        }
    }

    private struct GivenTemplate {
        var name: String
        var isClause: Bool
        var bytes: [UInt8]

        /// Nil of a clause.
        var template: String? { isClause ? nil : URL(fileURLWithPath: name).deletingPathExtension().lastPathComponent }
    }

    private func checkedTemplates(
        _ given: GivenTemplate?, shares: Bool
    ) throws -> (findings: Findings, templates: DocumentTemplates?) {
        var files = try templates.allFiles(in: "agreements")
        if let given, !given.name.hasSuffix(".xhtml") {
            let why = "“\(given.name.shortened(to: 80))” is not looked at: the name of a template ends in .xhtml."
            return (Findings([.error("template-not-xhtml", at: .whole, why)]), nil)
        }
        if let given { files[(given.isClause ? "clauses/" : "") + given.name] = given.bytes }
        do throws(Findings) {
            let checked = try DocumentTemplates(files: files)
            guard shares else { return (Findings(), checked) }
            return (try unfilled(in: given?.template.map { [$0] } ?? checked.names, of: checked), checked)
        } catch {
            return (error, nil)
        }
    }

    private func unfilled(in names: [String], of templates: DocumentTemplates) throws(Findings) -> Findings {
        var findings = Findings()
        do {
            let reference = try reference()
            for name in names where templates.names.contains(name) {
                findings.append(
                    try templates.unfilled(in: name) { isWanting in
                        var goesOn = true
                        try read { reader in
                            try reader.forEachShare { share in
                                guard goesOn else { return }
                                goesOn = try isWanting(
                                    DocumentSubject(share, reference: reference, day: today))
                            }
                        }
                    })
            }
        } catch let error as Findings {
            throw error
        } catch {
            throw Findings([.error("ledger-unreadable", at: .whole, "The shares could not be read: \(error)")])
        }
        // Templates share clauses.
        var told: Set<Finding> = []
        return Findings(findings.all.filter { told.insert($0).inserted })
    }
}
