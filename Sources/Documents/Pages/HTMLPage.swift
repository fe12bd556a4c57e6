/// A page as HTML that stands alone, by our own rules, so that what a browser reads is what the page says.
struct HTMLPage {
    private var html = Markup()
    private let stylesheet: Stylesheet
    private let marking: String

    /// - Parameter marking: as each printed page bears it.
    static func bytes(of page: PageElement, stylesheet: Stylesheet, marking: String) -> [UInt8] {
        var written = HTMLPage(stylesheet: stylesheet, marking: marking)
        written.html.reserve(1 << 16)
        written.html.append("<!DOCTYPE html>\n")
        written.write(page)
        written.html.append("\n")
        return written.html.bytes
    }

    private init(stylesheet: Stylesheet, marking: String) {
        self.stylesheet = stylesheet
        self.marking = marking
    }

    private mutating func write(_ element: PageElement) {
        // The page has its style in itself.
        if element.name == .link { return }
        html.append(element.tag.html)
        if element.name.isVoid { return }
        for piece in element.content {
            switch piece {
            case .element(let child): write(child)
            case .text(let text): html.append(text: text, as: .html)
            }
        }
        if element.name == .head {
            html.append(stylesheet.html)
            html.append(RunningMarking.html(marking))
        }
        html.append("</")
        html.append(element.name)
        html.append(">")
    }
}
