import Shares
import XMLTrees

/// A checked template, its clauses in place and its white space as a browser would show it.
struct DocumentTemplate: Sendable {
    let name: String
    let title: String
    /// The template's own count of its versions.
    let version: String
    /// The clauses of the library that stand in it, each once, in the order in which they first do.
    let clauses: [Clause]
    /// All that the template and its clauses ask for.
    let asked: [AskedField]
    /// Whether everybody may read it: it then asks for public fields alone.
    let isPublic: Bool
    /// Whether it is about the terms in force, and an amendment under way is none of its business.
    let isOfTermsInForce: Bool
    /// XHTML, to compute a digest over.
    let source: [UInt8]
    /// The same, understood; what a clause brought bears its name.
    let page: TemplateElement

    init(_ file: TemplateFile, clauses library: [String: TemplateFile]) throws(XMLFaults) {
        name = file.name
        title = file.title
        version = file.meta("version") ?? ""
        isPublic = file.isPublic
        isOfTermsInForce = file.meta("terms") == "in-force"
        var clauses: [Clause] = []
        var asked = AskedField.all(in: file)
        var brought: [(element: XMLElement, clause: String)] = []
        for place in file.tree.root.descendants(having: TemplateLanguage.Directive.clause.rawValue) {
            guard let id = place[TemplateLanguage.Directive.clause.rawValue], let clause = library[id],
                let body = clause.body
            else { continue }
            if !clauses.contains(where: { $0.name == id }) {
                clauses.append(Clause(clause))
                asked += AskedField.all(in: clause)
            }
            for element in body.children { brought.append((place.insertBefore(element.copy(into: file.tree)), id)) }
            place.remove()
        }
        self.clauses = clauses
        self.asked = asked
        Self.collapse(file.tree.root)
        source = try file.tree.serialised(declaration: false)
        for (element, clause) in brought { element.set(TemplateLanguage.Directive.clause.rawValue, to: clause) }
        page = try TemplateElement(file.tree.root)
    }

    /// A document for the public asks for nothing that is not public, and does not let it show by a condition either.
    var findings: Findings {
        guard isPublic else { return Findings() }
        return Findings(
            asked.filter { !$0.field.isPublic }.map { asked in
                .error(
                    "template-not-public", at: .line(asked.line, column: nil),
                    "\(asked.file): The field “\(asked.field.rawValue)” is not for the public, and \(name) is.")
            })
    }

    private static func collapse(_ element: XMLElement) {
        let content = element.content
        element.removeChildren()
        for piece in content {
            switch piece {
            case .text(let text): element.append(text: DocumentText.collapsed(text))
            case .element(let child):
                collapse(child)
                element.append(element: child)
            }
        }
    }
}
