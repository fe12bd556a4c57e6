import Foundation
import Redundancy
import Testing

/// The weights: with `RECORD=1` they are learned anew from labelled portfolios and written.
struct LearningTests {
    @Test func theWeightsNameEveryKindAndCriterion() throws {
        if Samples.isRecording { try record() }
        let data = try #require(RepositoryFolder.files("redundancy")["weights.json"])
        let weights = try JSONDecoder().decode(RedundancyWeights.self, from: data)
        #expect(Set(weights.kinds.keys) == Set(RedundancyKind.allCases.map(\.rawValue)))
        #expect(Criterion.allCases.count <= 12)
        for kind in weights.kinds.values { #expect(Set(kind.weights.keys) == Set(Criterion.allCases.map(\.name))) }
    }

    @Test func whatIsMetTogetherRaisesTheScoreOfADuplicate() throws {
        let data = try #require(RepositoryFolder.files("redundancy")["weights.json"])
        let weights = try JSONDecoder().decode(RedundancyWeights.self, from: data)
        #expect((weights.kinds["duplicate"]?.weights["together"] ?? 0) > 1)
    }

    /// What is met better never makes a pair less likely, so that a reader of the table can reason with it.
    @Test func noWeightIsNegative() throws {
        let data = try #require(RepositoryFolder.files("redundancy")["weights.json"])
        let weights = try JSONDecoder().decode(RedundancyWeights.self, from: data)
        for (kind, table) in weights.kinds {
            let negative = table.weights.filter { $0.value < 0 }
            #expect(negative.isEmpty, "\(kind): \(negative)")
        }
    }

    private func record() throws {
        var learning = RedundancyLearning()
        // Vocabulary d, whose portfolios owe nothing to `Templates`, and blank fields, so that much that is not known is met.
        for seed in UInt64(1)...8 {
            for (vocabulary, rate, blank, count) in [
                ("a", 0.1, 0, 1500), ("a", 0.25, 0.2, 1500), ("a", 0.4, 0, 1500),
                ("a", 0.15, 0, seed < 3 ? 6000 : 1500), ("d", 1, 0.1, 1500),
            ] {
                let world = try Samples.world(vocabulary, seed: seed)
                let made = LabelledPortfolio(
                    world, count: count, heldOut: rate, blank: blank, seed: seed + UInt64(rate * 1000))
                learning.add(try Samples.portfolio(made.rows), truth: made.truth)
            }
        }
        let weights = learning.weights(
            title: "How much each criterion counts when two shares are compared",
            source: "Concordat: learned from labelled portfolios of its own making (docs/redundancy.md).",
            threshold: 0.45)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        let url = try #require(RepositoryFolder.url()).appendingPathComponent("Templates/redundancy/weights.json")
        try (encoder.encode(weights) + Data("\n".utf8)).write(to: url)
    }
}
