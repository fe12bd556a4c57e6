import Foundation
import Redundancy
import Shares

/// The reference data and what redundancy knows, read once for all tests.
enum Samples {
    private static let loaded = Result {
        let reference = try RepositoryFolder.reference()
        let knowledge = try RepositoryFolder.knowledge()
        return (
            reference: reference, knowledge: knowledge, names: NameReader(reference: reference, knowledge: knowledge)
        )
    }

    static func reference() throws -> ReferenceData { try loaded.get().reference }
    static func knowledge() throws -> RedundancyKnowledge { try loaded.get().knowledge }

    static func names() throws -> NameReader { try loaded.get().names }

    /// The world of a labelled vocabulary.
    static func world(_ vocabulary: String, seed: UInt64) throws -> LabelledWorld {
        try LabelledWorld(
            LabelledWords.read(vocabulary), reference: reference(),
            schemes: RepositoryFolder.files("redundancy")["schemes.json"] ?? Data(), seed: seed)
    }

    static func portfolio(_ rows: [[String: String]], threads: Int? = nil) throws -> Portfolio {
        var reader = RegisterRows(try reference())
        return Portfolio(rows.map { reader.share($0) }, names: try names(), threads: threads)
    }

    static var isRecording: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }
}
