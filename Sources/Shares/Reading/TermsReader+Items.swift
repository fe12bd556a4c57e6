// What is said of each data item, in a field of its own: why it is needed, and of what kind it is.

extension TermsReader {
    mutating func setJustifications(
        _ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place
    ) {
        for value in text.values {
            guard let said = saidOfItem(value, in: terms) else {
                findings.append(
                    .error("justification-of-no-item", at: place, ofNoItem(value, in: terms, such: "To match")))
                continue
            }
            terms.items[said.index].justification = said.words.nonEmpty
        }
    }

    /// Of items that the vocabulary does not know: what it knows, it says itself.
    mutating func setKinds(_ text: String, _ terms: inout Terms, _ findings: inout Findings, _ place: Place) {
        for (index, item) in terms.items.enumerated() where item.name.term == nil {
            terms.items[index].kind = ItemKind(saidBy: item.name.text)
        }
        for value in text.values {
            guard let said = saidOfItem(value, in: terms) else {
                findings.append(.error("kind-of-no-item", at: place, ofNoItem(value, in: terms, such: "personal")))
                continue
            }
            let item = terms.items[said.index]
            guard let kind = ItemKind(said.words) else {
                findings.append(
                    .error(
                        "item-kind-not-understood", at: place,
                        "“\(value.shortened(to: 80))” does not say what kind of data it is: say \(ItemKind.choices), or one special category and criminal offence."
                    ))
                continue
            }
            if item.name.term == nil {
                terms.items[said.index].kind = kind
            } else if item.kind != kind {
                findings.append(
                    .error(
                        "item-kind-known", at: place,
                        "The vocabulary says of “\(item.name.text.shortened(to: 80))” that it is \(item.kind.words ?? "not known"): leave it out, or have the hub change the reference data."
                    ))
            }
        }
        let open = terms.itemsOfNoKind.map(\.name.text)
        guard !open.isEmpty else { return }
        let shown = open.prefix(5).map { "“\($0.shortened(to: 80))”" }.joined(separator: ", ")
        let more = open.count > 5 ? " and \(open.count - 5) more" : ""
        findings.append(
            .warning(
                "item-kind-not-stated", at: place,
                "The vocabulary does not know \(shown)\(more): say in “\(TermsField.itemKinds.label)” what each is, such as \(open[0].shortened(to: 80))=not personal."
            ))
    }

    /// The item of the share that a value begins with, and what follows its equals sign or colon; nil where it names none.
    private mutating func saidOfItem(_ value: String, in terms: Terms) -> (index: Int, words: String)? {
        let bytes = Array(value.utf8)
        for sign in [UInt8(ascii: "="), UInt8(ascii: ":")] {
            // No name has as many signs in it.
            for place in bytes.indices.filter({ bytes[$0] == sign }).prefix(8) {
                let name = String(decoding: bytes[..<place], as: UTF8.self).trimmed
                let identity = Stated(name, term: itemTerm(name)).identity
                guard let index = terms.items.firstIndex(where: { $0.name.identity == identity }) else { continue }
                return (index, String(decoding: bytes[(place + 1)...], as: UTF8.self).trimmed)
            }
        }
        return nil
    }

    private func ofNoItem(_ value: String, in terms: Terms, such words: String) -> String {
        let said = "“\(value.shortened(to: 80))” says nothing of an item of this share"
        guard let item = terms.items.first?.name.text.shortened(to: 80) else { return said + ", which has none." }
        return said
            + ": write the item, an equals sign or a colon, and then what is said of it, such as \(item)=\(words)."
    }
}
