/// Which data domain a share seems to belong to, by the words of its title, purpose and items.
///
/// A suggestion for the hub, never an assignment: the spoke of the terms stays empty until somebody states it.
package struct SpokeSuggestion: Sendable {
    private let spokes: [(id: String, keywords: [String])]

    package init(reference: ReferenceData) {
        spokes = reference.spokes.all.map { spoke in
            (spoke.id, spoke.keywords.map { " " + TermIndex.key($0) + " " })
        }
    }

    /// The spoke with most keywords in the text, each counted once, longer ones for more; nil where none has any or two tie.
    package func spoke(for terms: Terms) -> String? {
        let items = terms.items.map(\.name.text).joined(separator: " ")
        let text = " " + TermIndex.key("\(terms.title) \(terms.purpose) \(items)") + " "
        let bytes = Array(text.utf8)
        var best: (id: String, score: Int)?
        var isTie = false
        for (id, keywords) in spokes {
            let score = keywords.reduce(0) { sum, keyword in
                sum + (bytes.holds(Array(keyword.utf8)) ? keyword.utf8.count : 0)
            }
            guard score > 0 else { continue }
            if score == best?.score { isTie = true }
            if score > best?.score ?? 0 {
                best = (id, score)
                isTie = false
            }
        }
        return isTie ? nil : best?.id
    }
}

extension [UInt8] {
    fileprivate func holds(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return false }
        for start in 0...(count - part.count) where self[start] == first {
            if self[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
