import Casework
import Redundancy
import Shares
import Testing

/// A list of what is truly redundant is read as it stands, or refused with every reason.
@Suite struct TruthFileTests {
    private static func desk() throws -> Desk {
        let desk = try Desk()
        let common = ["title": "Earnings check"]
        try desk.importing([Row("A", common), Row("B", common), Row("C", common)])
        return desk
    }

    private static func findings(_ text: String, at desk: Desk) throws -> [String] {
        let file = try desk.write(text, to: "truth.csv")
        do {
            _ = try desk.office.measureRedundancy(against: file)
            return []
        } catch let findings as Findings {
            return findings.all.map(\.rule)
        }
    }

    @Test func aFileWithoutAHeaderCountsItsFirstRow() throws {
        let desk = try Self.desk()
        for text in ["A,B,duplicate\n", "share_a,share_b,kind\nA,B,duplicate\n"] {
            let file = try desk.write(text, to: "truth.csv")
            let pairs = try desk.office.measureRedundancy(against: file).measurement.pairs
            #expect(pairs.right + pairs.missed == 1, "\(text)")
        }
    }

    @Test func everythingThatIsNoPairOfSharesIsNamed() throws {
        let desk = try Self.desk()
        func rules(_ text: String) throws -> [String] { try Self.findings(text, at: desk) }
        #expect(try rules("") == ["truth-empty"])
        #expect(try rules("share_a,share_b,kind\n") == ["truth-empty"])
        #expect(
            try rules("A,A,duplicate\nA,Z,duplicate\nA,B,duplicate\nB,A,overlap\nA,C,alike\n") == [
                "truth-one-share", "truth-unknown-share", "truth-twice", "truth-not-understood",
            ])
    }

    @Test func aPairTheWrongWayRoundIsReported() throws {
        let desk = try Desk()
        let items = "National Insurance number; Date of birth; Full name; Address; Postcode"
        let more = items + "; Sort code; Account number; Tenure; Council tax band"
        try desk.importing([
            Row("INNER", ["title": "Earnings check", "data_items": items]),
            Row("OUTER", ["title": "Earnings check", "data_items": more]),
        ])
        func swapped(_ row: String) throws -> [String] {
            try desk.office.measureRedundancy(against: try desk.write(row, to: "truth.csv")).swapped.map(\.a.rawValue)
        }
        #expect(try swapped("INNER,OUTER,subsumed\n") == [])
        #expect(try swapped("OUTER,INNER,subsumed\n") == ["INNER"])
    }
}
