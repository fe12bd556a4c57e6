import Redundancy
import Shares
import Testing

/// The register teaches its own vocabulary.
struct TeachingTests {
    private static let councils = [
        "Leeds City Council", "Camden", "Kent County Council", "Durham County Council", "Cardiff Council",
    ]
    private static let plain = PairSample.row("A")["data_items"] ?? ""

    /// Two shares with each council, the same but for one item that has two names.
    private func rows(_ councils: Int) -> [[String: String]] {
        Self.councils.prefix(councils).enumerated().flatMap { place, council in
            [
                PairSample.row("\(place)-A", ["recipient": council, "data_items": Self.plain + "; Zorblat quotient"]),
                PairSample.row("\(place)-B", ["recipient": council, "data_items": Self.plain + "; Kwim index"]),
            ]
        }
    }

    @Test func threeFlowsThatPairTwoNamesShowThemToBeOne() throws {
        var sample = try PairSample()
        let synonyms = sample.portfolio(rows(3)).vocabulary.synonyms
        // The three flows, and the template that they have in common.
        #expect(synonyms.map(\.votes) == [4])
        #expect(synonyms.first.map { Set([$0.text, $0.meaning]) } == ["Zorblat quotient", "Kwim index"])
    }

    @Test func aShareThatHasBothNamesIsAVoteAgainst() throws {
        var sample = try PairSample()
        let both = PairSample.row(
            "BOTH", ["recipient": "Ofgem", "data_items": Self.plain + "; Zorblat quotient; Kwim index"])
        #expect(sample.portfolio(rows(3) + [both]).vocabulary.synonyms.isEmpty)
    }

    @Test func whatWasTaughtIsNoDifferenceAnyMore() throws {
        var sample = try PairSample()
        func tellsApart(_ councils: Int) throws -> Bool {
            let found = sample.portfolio(rows(councils)).findings()
            let first = try #require(found.first { $0.a.rawValue.hasPrefix("0-") })
            return first.explanation.contains("only the first has") || first.explanation.contains("is probably")
        }
        #expect(try tellsApart(1))
        #expect(try !tellsApart(5))
    }

    @Test func namesThatWereTaughtAreStillListedAsNotRecognised() throws {
        var sample = try PairSample()
        let names = sample.portfolio(rows(4)).vocabulary.unrecognised.filter { $0.field == .item }
        #expect(names.map(\.text) == ["Kwim index", "Zorblat quotient"])
        #expect(names.map(\.count) == [4, 4])
    }
}
