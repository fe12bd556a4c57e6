/// Numbers sections and their terms as real text, so that they can be cited and read aloud whatever shows the document.
///
/// Sections of class `numbered` count from 1; in them, paragraphs of class `term` count within the section. Sections of class
/// `annex` are lettered from A.
struct SectionNumbers {
    private var sections = 0
    private var annexes = 0
    /// Of the section that is being numbered: its own number or letter, and its terms so far.
    private var mark: String?
    private var terms = 0

    static func number(_ page: PageElement) -> PageElement {
        var numbers = SectionNumbers()
        return numbers.numbered(page) ?? page
    }

    /// Nil where nothing in it has a number.
    private mutating func numbered(_ element: PageElement) -> PageElement? {
        switch element.name {
        case .section: return section(element)
        case .p:
            guard let mark, element.has("term") else { return nil }
            terms += 1
            return Self.prefixed(element, with: "\(mark).\(terms) ")
        default: return element.name.isTextOnly ? nil : inside(element)
        }
    }

    private mutating func inside(_ element: PageElement) -> PageElement? {
        element.replacing { numbered($0) }
    }

    private mutating func section(_ section: PageElement) -> PageElement? {
        let prefix: String
        let outer = (mark, terms)
        if section.has("numbered") {
            sections += 1
            mark = String(sections)
            prefix = "\(sections). "
        } else if section.has("annex") {
            let letter = Self.letter(annexes)
            annexes += 1
            mark = letter
            prefix = "Annex \(letter): "
        } else {
            return inside(section)
        }
        terms = 0
        defer { (mark, terms) = outer }
        var section = inside(section) ?? section
        for (place, piece) in section.content.enumerated() {
            guard case .element(let heading) = piece, heading.name == .h2 else { continue }
            section.content[place] = .element(Self.prefixed(heading, with: prefix))
            break
        }
        return section
    }

    private static let tag = PageTag(.span, .class, "number")

    private static func prefixed(_ element: PageElement, with number: String) -> PageElement {
        var element = element
        // The space that begins an indented line would stand after the number's.
        if case .text(let text)? = element.content.first, text.string.utf8.first == UInt8(ascii: " ") {
            element.content[0] = .text(PageText(String(text.string.unicodeScalars.dropFirst())))
        }
        element.content.insert(.element(PageElement(tag, text: number)), at: 0)
        return element
    }

    /// A to Z, then AA.
    private static func letter(_ index: Int) -> String {
        let scalar = Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26))
        return (index >= 26 ? letter(index / 26 - 1) : "") + String(Character(scalar))
    }
}
