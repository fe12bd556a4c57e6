import Shares
import XMLTrees

/// A template or clause as it was read, with what its head says of it.
struct TemplateFile {
    /// Its path below the folder of templates.
    let name: String
    let tree: XMLTree

    /// Findings name the file first, as their place has only the line.
    init(_ name: String, _ bytes: [UInt8]) throws(Findings) {
        self.name = name
        do {
            tree = try XMLTree.parse(bytes)
        } catch {
            throw Self.findings(error, in: name)
        }
    }

    static func findings(_ faults: XMLFaults, in name: String) -> Findings {
        Findings(
            faults.faults.map { fault in
                .error(
                    "template-unreadable", at: .line(fault.line ?? 1, column: fault.column), "\(name): \(fault.message)"
                )
            })
    }

    static let suffix = ".xhtml"

    /// What templates and commands call it: the file's name alone.
    var id: String { String((name.split(separator: "/").last ?? "").dropLast(Self.suffix.count)) }

    var head: XMLElement? { tree.root.child("head", in: XMLNamespace.xhtml.uri) }
    var body: XMLElement? { tree.root.child("body", in: XMLNamespace.xhtml.uri) }

    var title: String {
        DocumentText.collapsed(head?.child("title", in: XMLNamespace.xhtml.uri)?.text ?? "")
    }

    /// The content of the `meta` element of that name.
    func meta(_ name: String) -> String? {
        head?.children("meta", in: XMLNamespace.xhtml.uri).first { $0["name"] == name }?["content"]
    }

    /// `meta name="audience" content="public"`
    var isPublic: Bool { meta("audience") == "public" }

    /// The clauses that it includes.
    var included: [String] {
        let attribute = TemplateLanguage.Directive.clause.rawValue
        return tree.root.descendants(having: attribute).compactMap { $0[attribute] }
    }

    /// The levels of its headings, in order.
    var headingLevels: [Int] {
        tree.root.descendants.compactMap { TemplateLanguage.headingLevel($0.name) }
    }
}
