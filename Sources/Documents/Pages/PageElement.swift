/// An element of a page, as a value: what is the same in many pages is kept once, and a page can be written from anywhere.
struct PageElement: Sendable {
    var tag: PageTag
    var content: [PageContent]

    init(_ tag: PageTag, _ content: [PageContent] = []) {
        self.tag = tag
        self.content = content
    }

    init(_ tag: PageTag, text: String) {
        self.init(tag, [.text(PageText(text))])
    }

    var name: PageTag.Name { tag.name }

    /// The elements directly inside this one.
    var children: [PageElement] {
        content.compactMap { piece in
            if case .element(let child) = piece { child } else { nil }
        }
    }

    func has(_ className: String) -> Bool { tag.classes.contains(className) }

    /// All text inside this element and inside those in it.
    var text: String {
        content.reduce(into: "") { text, piece in
            switch piece {
            case .text(let own): text += own.string
            case .element(let child): text += child.text
            }
        }
    }

    /// Every element of that name inside this one, in the order of the page.
    func descendants(_ name: PageTag.Name) -> [PageElement] {
        children.flatMap { ($0.name == name ? [$0] : []) + $0.descendants(name) }
    }
}

/// A piece of what an element contains.
enum PageContent: Sendable {
    case element(PageElement)
    case text(PageText)
}

extension PageElement {
    /// The element with others for those directly inside it that are to be changed; nil where none is.
    func replacing(_ changed: (PageElement) -> PageElement?) -> PageElement? {
        var new: PageElement?
        for (place, piece) in content.enumerated() {
            guard case .element(let child) = piece, let replacement = changed(child) else { continue }
            var element = new ?? self
            new = nil
            element.content[place] = .element(replacement)
            new = element
        }
        return new
    }
}
