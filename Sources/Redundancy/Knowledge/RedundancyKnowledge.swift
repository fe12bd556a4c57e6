package import Foundation
package import Shares

/// What `Templates/redundancy` says about reading purposes and weighing evidence, beside the reference data.
package struct RedundancyKnowledge: Sendable {
    let reading: ReadingRules
    let schemes: [SchemeTerm]
    let weights: RedundancyWeights

    /// Takes the files of `Templates/redundancy` by name, and gives either all of them or every fault in them.
    package init(files: [String: Data]) throws(Findings) {
        var notes = Findings()
        let reading = Self.read(ReadingRules.self, ReadingRules.file, in: files, &notes)
        let schemes = Self.read(SchemeFile.self, SchemeFile.file, in: files, &notes)
        let weights = Self.read(RedundancyWeights.self, RedundancyWeights.file, in: files, &notes)
        if let reading { notes.append(reading.faults) }
        if let schemes { notes.append(schemes.faults) }
        if let weights { notes.append(weights.faults) }
        guard let reading, let schemes, let weights, !notes.hasErrors else { throw notes }
        self.reading = reading
        self.schemes = schemes.schemes
        self.weights = weights
    }

    init(reading: ReadingRules, schemes: [SchemeTerm], weights: RedundancyWeights) {
        self.reading = reading
        self.schemes = schemes
        self.weights = weights
    }

    /// The same knowledge with other weights, for learning.
    package func with(_ weights: RedundancyWeights) -> RedundancyKnowledge {
        RedundancyKnowledge(reading: reading, schemes: schemes, weights: weights)
    }

    /// The folder of `Templates` that the files are in.
    package static let folder = "redundancy"
    /// The names of all the files that `init(files:)` asks for.
    package static let fileNames = [ReadingRules.file, SchemeFile.file, RedundancyWeights.file]

    private static func read<Value: Decodable>(
        _ type: Value.Type, _ name: String, in files: [String: Data], _ notes: inout Findings
    ) -> Value? {
        let place = Place.pointer(file: name, "")
        guard let data = files[name] else {
            notes.append(.error("redundancy-file-missing", at: place, "The file \(folder)/\(name) is missing."))
            return nil
        }
        do {
            return try JSONDecoder().decode(type, from: data)
        } catch {
            notes.append(
                .error("redundancy-file-unreadable", at: place, "The file cannot be read: \(error)"))
            return nil
        }
    }
}
