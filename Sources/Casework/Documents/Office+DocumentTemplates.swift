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
        var files = try templates.allFiles(in: "agreements")
        var given: String?
        if let path {
            let url = URL(fileURLWithPath: path)
            let isClause = url.deletingLastPathComponent().lastPathComponent == "clauses"
            files[(isClause ? "clauses/" : "") + url.lastPathComponent] = Array(try ImportFile.data(of: path))
            given = isClause ? nil : url.deletingPathExtension().lastPathComponent
        }
        do throws(Findings) {
            let checked = try DocumentTemplates(files: files)
            guard shares else { return Findings() }
            return try unfilled(in: given.map { [$0] } ?? checked.names, of: checked)
        } catch {
            return error
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
