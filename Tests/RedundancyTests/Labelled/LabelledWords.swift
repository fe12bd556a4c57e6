import Foundation

/// Spellings and wordings that `Templates` does not have: `vocabulary-a.json` to learn with, `vocabulary-b.json` to judge by
/// while working, and `vocabulary-c.json`, whose mistakes nobody reads.
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

    static func read(_ name: String) throws -> LabelledWords {
        let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        let data = try Data(contentsOf: folder.appendingPathComponent("vocabulary-\(name).json"))
        return try JSONDecoder().decode(LabelledWords.self, from: data)
    }
}
