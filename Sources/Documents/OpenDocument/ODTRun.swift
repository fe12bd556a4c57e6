import XMLTrees

/// Running text on its way into an OpenDocument paragraph, with white space as a browser shows it.
struct ODTRun {
    private enum Piece {
        case text(String, style: String?, link: String?)
        case lineBreak
    }

    private var pieces: [Piece] = []
    private var spaceIsDue = false
    private var isAtStart = true

    mutating func add(inside element: XMLElement, style: String? = nil, link: String? = nil) {
        for piece in element.content {
            switch piece {
            case .text(let string): add(string, style: style, link: link)
            case .element(let child): add(child, style: style, link: link)
            }
        }
    }

    mutating func add(_ element: XMLElement, style: String? = nil, link: String? = nil) {
        switch element.name {
        case "br":
            pieces.append(.lineBreak)
            spaceIsDue = false
            isAtStart = true
        case "strong": add(inside: element, style: "Strong", link: link)
        case "em": add(inside: element, style: "Emphasis", link: link)
        case "a": add(inside: element, style: style, link: element["href"])
        default:
            add(inside: element, style: element.classes.contains("missing") ? "Missing" : style, link: link)
        }
    }

    mutating func add(_ string: String, style: String? = nil, link: String? = nil) {
        let text = DocumentText.collapsed(string).unicodeScalars
        guard !text.isEmpty else { return }
        let startsWithSpace = text.first == " "
        let endsWithSpace = text.last == " "
        var words = text[...]
        if startsWithSpace { words = words.dropFirst() }
        if endsWithSpace, !words.isEmpty { words = words.dropLast() }
        if words.isEmpty {
            spaceIsDue = true
            return
        }
        let space = (spaceIsDue || startsWithSpace) && !isAtStart ? " " : ""
        pieces.append(.text(space + String(words), style: style, link: link))
        spaceIsDue = endsWithSpace
        isAtStart = false
    }

    /// Ends the paragraph, and begins another; nothing is written where there was no text.
    @discardableResult
    mutating func write(into parent: XMLElement, style: String) -> XMLElement? {
        guard !pieces.isEmpty else { return nil }
        let paragraph = parent.append("p", namespace: ODF.text)
        paragraph.set("style-name", in: ODF.text, to: style)
        write(inside: paragraph)
        self = ODTRun()
        return paragraph
    }

    func write(inside paragraph: XMLElement) {
        for piece in pieces {
            switch piece {
            case .lineBreak: paragraph.append("line-break", namespace: ODF.text)
            case .text(let string, let style, let link):
                var target = paragraph
                if let link {
                    target = target.append("a", namespace: ODF.text)
                    target.set("type", in: ODF.link, to: "simple")
                    target.set("href", in: ODF.link, to: link)
                }
                if let style {
                    target = target.append("span", namespace: ODF.text)
                    target.set("style-name", in: ODF.text, to: style)
                }
                target.append(text: string)
            }
        }
    }
}
