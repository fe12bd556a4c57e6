import XMLTrees

/// Numbers sections and their terms as real text, so that they can be cited and read aloud whatever shows the document.
enum SectionNumbers {
    /// Sections of class `numbered` count from 1; in them, paragraphs of class `term` count within the section. Sections of
    /// class `annex` are lettered from A.
    static func write(into tree: XMLTree) {
        var number = 0
        var annexes = 0
        for section in tree.root.descendants("section", in: XMLNamespace.xhtml.uri) {
            let classes = section.classes
            let mark: String
            if classes.contains("numbered") {
                number += 1
                mark = String(number)
                prefix(heading(of: section), with: mark + ". ")
            } else if classes.contains("annex") {
                mark = letter(annexes)
                annexes += 1
                prefix(heading(of: section), with: "Annex \(mark): ")
            } else {
                continue
            }
            var term = 0
            for paragraph in section.descendants("p", in: XMLNamespace.xhtml.uri)
            where paragraph.classes.contains("term") {
                term += 1
                prefix(paragraph, with: "\(mark).\(term) ")
            }
        }
    }

    private static func heading(of section: XMLElement) -> XMLElement? {
        section.children.first { TemplateLanguage.headingLevel($0.name) == 2 }
    }

    private static func prefix(_ element: XMLElement?, with number: String) {
        guard let element else { return }
        let content = element.content
        element.removeChildren()
        element.append("span", text: number).set("class", to: "number")
        for (index, piece) in content.enumerated() {
            switch piece {
            case .text(let text):
                // The space that begins an indented line would stand after the number's.
                let isIndent = index == 0 && text.utf8.first == UInt8(ascii: " ")
                element.append(text: isIndent ? String(text.unicodeScalars.dropFirst()) : text)
            case .element(let child): element.append(element: child)
            }
        }
    }

    /// A to Z, then AA.
    private static func letter(_ index: Int) -> String {
        let scalar = Unicode.Scalar(UInt8(ascii: "A") + UInt8(index % 26))
        return (index >= 26 ? letter(index / 26 - 1) : "") + String(Character(scalar))
    }
}

extension XMLElement {
    /// The words of its class.
    var classes: [Substring] { (self["class"] ?? "").split(separator: " ") }
}
