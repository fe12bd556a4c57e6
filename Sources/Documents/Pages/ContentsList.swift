/// The list of contents: links to the sections, in the element `nav` with the id `contents`.
struct ContentsList {
    private var entries: [PageContent] = []

    /// The page with its list; sections without an id are given one to link to.
    static func write(into page: PageElement) -> PageElement {
        var contents = ContentsList()
        let named = contents.naming(page) ?? page
        return contents.placed(in: named) ?? named
    }

    /// Lists the headings of sections. Nil where they all have ids already.
    private mutating func naming(_ element: PageElement) -> PageElement? {
        if Self.isContents(element) || element.name.isTextOnly { return nil }
        return element.replacing { child in
            guard child.name == .h2 else { return naming(child) }
            let id = child.tag.id ?? "section-\(entries.count + 1)"
            let link = PageElement(PageTag(.a, .href, "#" + id), text: DocumentText.collapsed(child.text))
            entries.append(.element(PageElement(Self.item, [.element(link)])))
            if child.tag.id != nil { return nil }
            return PageElement(child.tag.setting(.id, to: id), child.content)
        }
    }

    /// Nil where there is no place for it.
    private func placed(in element: PageElement) -> PageElement? {
        if Self.isContents(element) {
            var contents = element
            contents.content.removeAll { piece in
                guard case .element(let old) = piece else { return false }
                return old.name == .ul || old.name == .ol
            }
            contents.content.append(.element(PageElement(Self.list, entries)))
            return contents
        }
        for (place, piece) in element.content.enumerated() {
            guard case .element(let child) = piece, !child.name.isTextOnly, let changed = placed(in: child) else {
                continue
            }
            var element = element
            element.content[place] = .element(changed)
            return element
        }
        return nil
    }

    private static let list = PageTag(.ul)
    private static let item = PageTag(.li)

    private static func isContents(_ element: PageElement) -> Bool {
        element.name == .nav && element.tag.id == "contents"
    }
}
