import Shares
import XMLTrees

extension TemplateCheck {
    /// What a file has to say of itself.
    mutating func checkDocument() {
        let root = file.tree.root
        guard root.isNamed("html", in: XMLNamespace.xhtml.uri) else {
            report(
                "template-not-xhtml", root, "The document is not XHTML: its root must be html in the XHTML namespace.")
            return
        }
        if DocumentText.isBlank(root["lang"] ?? "") {
            report("template-language-missing", root, "The html element does not say its language: lang=\"en-GB\".")
        }
        if DocumentText.isBlank(file.title) { report("template-title-missing", root, "The document has no title.") }
        if file.meta("version") == nil {
            report("template-version-missing", root, "The document does not say its version: meta name=\"version\".")
        }
        if file.body == nil { report("template-body-missing", root, "The document has no body.") }
        for (name, known) in [("audience", "public"), ("terms", "in-force")] {
            if let given = file.meta(name), given != known {
                report("template-meta", root, "The meta \(name) takes \(known), not “\(given)”.")
            }
        }
        if isClause, DocumentText.isBlank(file.meta("applies") ?? "") {
            report(
                "template-applies-missing", root, "The clause does not say when it applies: meta name=\"applies\".")
        }
        guard !isClause else { return }
        let all = root.descendants
        if !all.contains(where: { $0.name == "main" }) {
            report("template-main-missing", root, "There is no main element.")
        }
        let titles = all.filter { $0.name == "h1" }
        if titles.count != 1 { report("template-heading-one", titles.last ?? root, "There must be exactly one h1.") }
    }

    /// What a document needs beside its own text: its marking, the list of what it lacks and, where parties sign it, its
    /// contents. To be asked last.
    mutating func checkParts() {
        let all = file.tree.root.descendants
        let directive = TemplateLanguage.Directive.self
        if !file.isPublic,
            !all.contains(where: {
                TemplateLanguage.classes(of: $0).contains("marking") && $0[directive.field.rawValue] == "marking"
            })
        {
            report(
                "template-marking-missing", file.tree.root,
                "The document does not bear its marking: class=\"marking\" with data-field=\"marking\".")
        }
        let notes = all.filter { $0.name == "aside" }.flatMap(\.descendants)
        if !notes.contains(where: { $0[directive.each.rawValue] == DocumentList.missing.rawValue }) {
            report(
                "template-cover-note-missing", file.tree.root,
                "There is no cover note with what the document lacks: an aside with data-each=\"missing\".")
        }
        if isSigned, !all.contains(where: TemplateLanguage.isContents) {
            report(
                "template-contents-missing", file.tree.root,
                "Parties sign the document, and it has no list of contents: nav id=\"contents\".")
        }
    }
}
