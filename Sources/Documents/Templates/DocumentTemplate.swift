import XMLTrees

/// A checked template, its clauses in place and its white space as a browser would show it.
struct DocumentTemplate: Sendable {
    let name: String
    let title: String
    /// The template's own count of its versions.
    let version: String
    /// XHTML; a value and not a tree, so that it can be filled from anywhere.
    let source: [UInt8]

    init(_ file: TemplateFile, clauses: [String: TemplateFile]) {
        name = file.name
        title = file.title
        version = file.meta("version") ?? ""
        for place in file.tree.root.descendants(having: TemplateLanguage.Directive.clause.rawValue) {
            guard let id = place[TemplateLanguage.Directive.clause.rawValue], let body = clauses[id]?.body else {
                continue
            }
            for element in body.children { place.insertBefore(element.copy(into: file.tree)) }
            place.remove()
        }
        Self.collapse(file.tree.root)
        source = file.tree.serialised(declaration: false)
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
