/// Which data domain a share seems to belong to, by the words of its title, purpose and items.
///
/// A suggestion for the hub, never an assignment: the spoke of the terms stays empty until somebody states it.
package struct SpokeSuggestion: Sendable {
    /// The spokes that a phrase speaks for, by the phrase's words in a row.
    private var spokes: [String: [String]] = [:]
    private var longest = 1

    package init(reference: ReferenceData) {
        for spoke in reference.spokes.all {
            for keyword in Set(spoke.keywords.map { TermIndex.key($0) }) where !keyword.isEmpty {
                spokes[keyword, default: []].append(spoke.id)
                longest = max(longest, keyword.split(separator: " ").count)
            }
        }
    }

    /// The spoke with most keywords in the text, each counted once, longer ones for more; nil where none has any or two tie.
    package func spoke(for terms: Terms) -> String? {
        let items = terms.items.map(\.name.text).joined(separator: " ")
        let words = TermIndex.key("\(terms.title) \(terms.purpose) \(items)").split(separator: " ")
        var found: Set<String> = []
        var scores: [String: Int] = [:]
        for start in words.indices {
            var phrase = ""
            for end in start..<min(start + longest, words.endIndex) {
                phrase += phrase.isEmpty ? String(words[end]) : " " + words[end]
                guard let owners = spokes[phrase], found.insert(phrase).inserted else { continue }
                for spoke in owners { scores[spoke, default: 0] += phrase.utf8.count }
            }
        }
        guard let best = scores.max(by: { $0.value < $1.value }) else { return nil }
        return scores.values.count { $0 == best.value } == 1 ? best.key : nil
    }
}
