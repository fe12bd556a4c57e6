import XMLTrees

/// The list of contents: links to the sections, in the element `nav` with the id `contents`.
enum ContentsList {
    static func write(into tree: XMLTree) {
        let xhtml = XMLNamespace.xhtml.uri
        let sections = tree.root.descendants("h2", in: xhtml).filter { !isInContents($0) }
        for (index, heading) in sections.enumerated() where heading["id"] == nil {
            heading.set("id", to: "section-\(index + 1)")
        }
        guard let contents = tree.root.descendants("nav", in: xhtml).first(where: { $0["id"] == "contents" }) else {
            return
        }
        for old in contents.children where old.name == "ul" || old.name == "ol" { old.remove() }
        let list = contents.append("ul")
        for heading in sections {
            let link = list.append("li").append("a", text: DocumentText.collapsed(heading.text))
            link.set("href", to: "#" + (heading["id"] ?? ""))
        }
    }

    private static func isInContents(_ heading: XMLElement) -> Bool {
        heading.parent?["id"] == "contents"
    }
}
