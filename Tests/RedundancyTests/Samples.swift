import Foundation
import Redundancy
import Shares

/// The reference data and what redundancy knows, read once for all tests.
enum Samples {
    private static let loaded = Result {
        (reference: try RepositoryFolder.reference(), knowledge: try RepositoryFolder.knowledge())
    }

    static func reference() throws -> ReferenceData { try loaded.get().reference }
    static func knowledge() throws -> RedundancyKnowledge { try loaded.get().knowledge }

    /// The world of a labelled vocabulary.
    static func world(_ vocabulary: String, seed: UInt64) throws -> LabelledWorld {
        try LabelledWorld(
            LabelledWords.read(vocabulary), reference: reference(),
            schemes: RepositoryFolder.files("redundancy")["schemes.json"] ?? Data(), seed: seed)
    }

    static func portfolio(_ rows: [[String: String]]) throws -> Portfolio {
        var reader = RegisterRows(try reference())
        return Portfolio(rows.map { reader.share($0) }, reference: try reference(), knowledge: try knowledge())
    }

    static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }
}
