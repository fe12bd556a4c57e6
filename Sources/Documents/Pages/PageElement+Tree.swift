import XMLTrees

extension PageElement {
    /// An element as it was read or made as XML. Throws where it, or anything in it, can be no part of a page.
    init(_ element: XMLElement) throws(XMLFaults) {
        var content: [PageContent] = []
        for piece in element.content {
            switch piece {
            case .text(let text): content.append(.text(PageText(text)))
            case .element(let child): content.append(.element(try PageElement(child)))
            }
        }
        self.init(try PageTag(element, leavingOut: []), content)
    }
}

extension PageTag {
    /// The tag of an element of a tree without some of its attributes.
    convenience init(_ element: XMLElement, leavingOut directives: Set<String>) throws(XMLFaults) {
        guard let name = Name(rawValue: element.name) else {
            throw XMLFaults([XMLFault("The element \(element.name) is no part of a page.", line: element.line)])
        }
        if name.isVoid, !element.content.isEmpty {
            throw XMLFaults([XMLFault("The element \(element.name) cannot contain anything.", line: element.line)])
        }
        var attributes: [Attribute] = []
        for attribute in element.attributes where !directives.contains(attribute.name) {
            // `lang` says the same as `xml:lang`, and no attribute may stand twice.
            if attribute.namespace == .xml, attribute.name == "lang", element["lang"] != nil { continue }
            guard attribute.namespace == nil || attribute.namespace == .xml,
                let name = AttributeName(rawValue: attribute.name)
            else {
                throw XMLFaults([
                    XMLFault("The attribute \(attribute.name) is no part of a page.", line: element.line)
                ])
            }
            attributes.append(Attribute(name: name, value: attribute.value))
        }
        self.init(name, attributes)
    }
}
