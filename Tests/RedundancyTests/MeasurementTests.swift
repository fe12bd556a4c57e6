import Foundation
import Redundancy
import Shares
import Testing

/// Precision and recall on labelled portfolios whose vocabulary is partly not in `Templates`.
struct MeasurementTests {
    /// Vocabulary b is never learned from.
    @Test func aPortfolioOfUnseenWordsIsUnderstoodWellEnough() throws {
        let made = LabelledPortfolio(try Samples.world("b", seed: 11), count: 600, heldOut: 0.18, seed: 11)
        let measured = RedundancyMeasurement(try Samples.portfolio(made.rows).findings(), truth: made.truth)
        #expect(measured.pairs.precision >= 0.8)
        #expect(measured.pairs.recall >= 0.8)
    }

    /// Vocabulary c is measured only: its mistakes are not read.
    @Test func theUsualThresholdIsNearTheBestAndHighScoresAreRight() throws {
        let made = LabelledPortfolio(try Samples.world("c", seed: 101), count: 1500, heldOut: 0.18, seed: 101)
        let portfolio = try Samples.portfolio(made.rows)
        let measured = RedundancyMeasurement(
            portfolio.findings(minimumScore: RedundancyMeasurement.lowest), truth: made.truth,
            least: portfolio.usualThreshold)
        #expect(measured.pairs.f1 >= 0.9)
        #expect(measured.best.f1 - measured.pairs.f1 <= 0.02)
        #expect(measured.bands[9].found > 50)
        #expect(measured.bands[9].share >= 0.88)
    }

    /// Everything in it is worded by vocabulary d, and nothing comes from `Templates`.
    @Test func aRegisterThatOwesNothingToTemplatesIsUnderstood() throws {
        let made = LabelledPortfolio(try Samples.world("d", seed: 101), count: 1500, heldOut: 1, seed: 101)
        let measured = RedundancyMeasurement(try Samples.portfolio(made.rows).findings(), truth: made.truth)
        #expect(measured.pairs.f1 >= 0.8)
    }

    /// With `RECORD=1` the sample is written anew.
    @Test func theLabelledSampleIsFoundAsItsTruthSays() throws {
        let folder = try #require(RepositoryFolder.url()).appendingPathComponent("Samples/redundancy")
        let register = folder.appendingPathComponent("portfolio.csv")
        let truth = folder.appendingPathComponent("truth.csv")
        if Samples.isRecording {
            let made = LabelledPortfolio(try Samples.world("a", seed: 21), count: 1500, heldOut: 0.15, seed: 21)
            try Data(made.csv.utf8).write(to: register)
            try Data(made.truthCSV.utf8).write(to: truth)
        }
        let rows = LabelledCSV.rows(String(decoding: try Data(contentsOf: register), as: UTF8.self))
        let labels = LabelledCSV.rows(String(decoding: try Data(contentsOf: truth), as: UTF8.self))
        let pairs = labels.compactMap { row in
            RedundancyKind(rawValue: row["kind"] ?? "").map {
                RedundancyMeasurement.Truth(
                    a: ShareReference(row["share_a"] ?? ""), b: ShareReference(row["share_b"] ?? ""), kind: $0)
            }
        }
        #expect(rows.count == 1500)
        #expect(pairs.count == labels.count)
        let measured = RedundancyMeasurement(try Samples.portfolio(rows).findings(), truth: pairs)
        #expect(measured.pairs.f1 >= 0.88)
    }

    @Test func rightWrongAndMissedAreCountedByPairAndByKind() {
        func finding(_ a: String, _ b: String, _ kind: RedundancyKind) -> RedundancyFinding {
            RedundancyFinding(a: .init(a), b: .init(b), kind: kind, score: 0.9, explanation: "")
        }
        func truth(_ a: String, _ b: String, _ kind: RedundancyKind) -> RedundancyMeasurement.Truth {
            .init(a: .init(a), b: .init(b), kind: kind)
        }
        let measured = RedundancyMeasurement(
            [finding("A", "B", .duplicate), finding("C", "D", .overlap), finding("E", "F", .renewal)],
            truth: [truth("B", "A", .duplicate), truth("C", "D", .subsumed), truth("G", "H", .indirect)])
        #expect((measured.pairs.right, measured.pairs.wrong, measured.pairs.missed) == (2, 1, 1))
        #expect(measured.kinds[.duplicate]?.f1 == 1)
        #expect(measured.kinds[.subsumed]?.missed == 1)
        #expect(measured.kinds[.overlap]?.wrong == 1)
        #expect(measured.missed.map(\.kind) == [.indirect])
        #expect(measured.wrong.map(\.truth) == [.subsumed, nil])
    }

    @Test func bandsAndTheBestThresholdLookBelowTheThreshold() {
        func finding(_ a: String, _ score: Double) -> RedundancyFinding {
            RedundancyFinding(a: .init(a), b: .init(a + "2"), kind: .duplicate, score: score, explanation: "")
        }
        let truth = ["A", "B", "C"].map {
            RedundancyMeasurement.Truth(a: .init($0), b: .init($0 + "2"), kind: .duplicate)
        }
        let measured = RedundancyMeasurement(
            [finding("A", 0.95), finding("X", 0.93), finding("B", 0.42), finding("C", 0.41), finding("Y", 0.2)],
            truth: truth, least: 0.5)
        #expect((measured.pairs.right, measured.pairs.wrong, measured.pairs.missed) == (1, 1, 2))
        #expect(measured.bands.map(\.found) == [0, 0, 1, 0, 2, 0, 0, 0, 0, 2])
        #expect(measured.bands[9].share == 0.5)
        // Three right of four, and three of three found.
        #expect(measured.best.threshold == 0.41)
        #expect(abs(measured.best.f1 - 6.0 / 7) < 1e-9)
    }
}
