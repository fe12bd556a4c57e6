import Shares

/// `Templates/redundancy/reading.json`: the words by which purposes, items, places and bodies are read.
struct ReadingRules: Decodable, Sendable {
    static let file = "reading.json"

    /// The words that tell a family of purpose; a phrase counts before a word of it does.
    struct Family: Decodable, Hashable, Sendable {
        let id: Gateway.Family
        let words: [String]
    }

    /// An item that is the same as several others together: a full name, forename and surname.
    struct Composite: Decodable, Hashable, Sendable {
        let whole: String
        let parts: [String]
    }

    /// A part of the country that a share may be limited to.
    struct Area: Decodable, Hashable, Sendable {
        let id: String
        let names: [String]
        let broader: String?
    }

    let title: String
    let source: String
    let families: [Family]
    /// Words and phrases that every purpose has and that tell nothing.
    let boilerplate: [String]
    /// Phrases that mark a share as a test, not live.
    let testing: [String]
    /// Words of items that count for little when items are compared by their words.
    let lightItemWords: [String]
    /// Words of items that tell nothing: `code`, `text`, `held`.
    let neutralItemWords: [String]
    /// Words that an item may have or not beside two that tell more: `date`, `number`.
    let commonItemWords: [String]
    /// Words that say whose an item is, which every item of a share has in common.
    let itemOwners: [String]
    /// Abbreviated words of items, written out.
    let abbreviations: [String: String]
    let composites: [Composite]
    let areas: [Area]
    /// Abbreviated words of names of bodies, written out; an empty text for words that tell nothing.
    let bodyAbbreviations: [String: String]
    /// What parts of bodies are called: `team`, `directorate`.
    let bodyUnits: [String]
    /// What parts of bodies are for: `debt`, `data sharing`.
    let bodyUnitTopics: [String]

    /// Areas that lie in areas that the file does not have.
    var faults: Findings {
        var findings = Findings()
        let known = Set(areas.map(\.id))
        for (position, area) in areas.enumerated() {
            guard let broader = area.broader, !known.contains(broader) else { continue }
            findings.append(
                .error(
                    "area-unknown", at: .pointer(file: Self.file, "/areas/\(position)"),
                    "“\(area.id)” lies in “\(broader)”, which is not in the file."))
        }
        return findings
    }
}
