import XMLTrees

/// A place in a template or clause that asks for a field.
struct AskedField: Hashable, Sendable {
    let field: DocumentField
    /// Innermost list with the field, where it is of a row.
    let list: DocumentList?
    /// The file's path below the folder of templates.
    let file: String
    /// Counts from 1.
    let line: Int

    /// Those of `data-field`, `data-if` and `data-unless`, in the order of the text.
    static func all(in file: TemplateFile) -> [AskedField] {
        var found: [AskedField] = []
        collect(file.tree.root, within: [], of: file.name, into: &found)
        return found
    }

    private static func collect(
        _ element: XMLElement, within lists: [DocumentList], of file: String, into found: inout [AskedField]
    ) {
        var inside = lists
        if let list = element[TemplateLanguage.Directive.each.rawValue].flatMap(DocumentList.init(rawValue:)) {
            inside.append(list)
        }
        for directive in [TemplateLanguage.Directive.when, .unless, .field] {
            guard let field = element[directive.rawValue].flatMap(DocumentField.init(rawValue:)) else { continue }
            let list = inside.last { $0.columns.contains(field) }
            found.append(AskedField(field: field, list: list, file: file, line: element.line ?? 1))
        }
        for child in element.children { collect(child, within: inside, of: file, into: &found) }
    }
}
