/// Running text on its way into OpenDocument, with white space as a browser shows it.
struct ODTRun {
    /// The paragraph that it begins where there is text; nil inside a heading, which is there without.
    private let paragraph: ODTStyle?
    /// Whether it has begun.
    private(set) var hasBegun = false
    private var spaceIsDue = false
    private var isAtStart = true

    init(paragraph: ODTStyle?) {
        self.paragraph = paragraph
    }

    mutating func add(
        inside element: PageElement, style: ODTStyle? = nil, link: String? = nil, to text: inout XMLMarkup
    ) {
        for piece in element.content {
            switch piece {
            case .text(let string): add(string, style: style, link: link, to: &text)
            case .element(let child): add(child, style: style, link: link, to: &text)
            }
        }
    }

    mutating func add(
        _ element: PageElement, style: ODTStyle? = nil, link: String? = nil, to text: inout XMLMarkup
    ) {
        switch element.name {
        case .br:
            begin(in: &text)
            text.append("<text:line-break/>")
            spaceIsDue = false
            isAtStart = true
        case .strong: add(inside: element, style: .strong, link: link, to: &text)
        case .em: add(inside: element, style: .emphasis, link: link, to: &text)
        case .a: add(inside: element, style: style, link: element.tag[.href], to: &text)
        default: add(inside: element, style: element.has("missing") ? .missing : style, link: link, to: &text)
        }
    }

    mutating func add(
        _ piece: PageText, style: ODTStyle? = nil, link: String? = nil, to text: inout XMLMarkup
    ) {
        var string = piece.isCollapsed ? piece.string : DocumentText.collapsed(piece.string)
        string.withUTF8 { all in
            let space = UInt8(ascii: " ")
            guard let first = all.first, let last = all.last else { return }
            var words = all[...]
            if first == space { words = words.dropFirst() }
            if last == space, !words.isEmpty { words = words.dropLast() }
            if words.isEmpty {
                spaceIsDue = true
                return
            }
            begin(in: &text)
            if let link {
                text.open("text:a")
                text.set(" xlink:type=\"simple\"")
                text.set("xlink:href", to: link)
            }
            if let style {
                text.open("text:span")
                text.set(style.attribute)
            }
            if (spaceIsDue || first == space) && !isAtStart { text.append(" ") }
            text.append(text: UnsafeBufferPointer(rebasing: words), isPlain: piece.isPlain)
            if style != nil { text.close("text:span") }
            if link != nil { text.close("text:a") }
            spaceIsDue = last == space
            isAtStart = false
        }
    }

    private mutating func begin(in text: inout XMLMarkup) {
        guard !hasBegun else { return }
        hasBegun = true
        guard let paragraph else { return }
        text.open("text:p")
        text.set(paragraph.attribute)
    }

    /// Ends the paragraph where there was text, so that another can begin.
    mutating func end(in text: inout XMLMarkup) {
        if hasBegun, paragraph != nil { text.close("text:p") }
        self = ODTRun(paragraph: paragraph)
    }
}
