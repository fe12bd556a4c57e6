import Foundation

/// Spellings and wordings that `Templates` does not have: `vocabulary-a.json` to learn with, `vocabulary-b.json` to judge by
/// while working, and `vocabulary-c.json`, whose mistakes nobody reads. `vocabulary-d.json` and the following are whole: all that
/// their portfolios say comes from them, and nothing from `Templates`.
struct LabelledWords: Decodable {
    /// Several items under one text.
    struct Bundle: Decodable {
        let items: [String]
        let text: String

        init(from decoder: any Decoder) throws {
            var list = try decoder.unkeyedContainer()
            items = try list.decode([String].self)
            text = try list.decode(String.self)
        }
    }

    let items: [String: [String]]
    let newItems: [[String]]
    let bundles: [Bundle]
    let schemes: [String: [String]]
    let newSchemes: [[String]]
    let subjects: [String: [String]]
    let newSubjects: [[String]]
    let titles: [String]
    let functions: [String: [String]]
    let purposes: [String: [String]]
    let oddPurposes: [String: [String]]
    let boilerplate: [String]
    let openers: [String]
    let newBodies: [[String]]
    let frequencies: [[String]]
    let gatewayStyles: [String]
    /// What a whole vocabulary has as well.
    let isWhole: Bool?
    let bodies: [String: [String]]?
    let central: [String]?
    let councils: [String]?
    /// Of a body that is no more: the one that took it over.
    let heirs: [String: String]?
    /// Of a group of people: the one that it belongs to.
    let broader: [String: String]?
    /// By family of purpose, each power in its spellings.
    let powers: [String: [[String]]]?
    /// Three lawful bases, each in its spellings.
    let bases: [[String]]?

    static func read(_ name: String) throws -> LabelledWords {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("vocabulary-\(name).json"))
        return try JSONDecoder().decode(LabelledWords.self, from: data)
    }
}
