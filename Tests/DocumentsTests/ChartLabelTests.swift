@testable import Documents
import Testing

@Suite("Names in charts")
struct ChartLabelTests {
    /// 244 of 14 units, as the charts have.
    private static let width = 17_428

    @Test(arguments: [
        ("Live", ["Live"]),
        (
            "Department for Communities (Northern Ireland)",
            ["Department for Communities", "(Northern Ireland)"]
        ),
        ("", []),
    ])
    func longNamesAreWrappedBetweenWords(name: String, lines: [String]) {
        #expect(ChartLabel.lines(name, width: Self.width) == lines)
    }

    @Test(arguments: [
        String(repeating: "W", count: 200), "A \(String(repeating: "漢", count: 90))",
        String(repeating: "Council of the borough ", count: 9),
    ])
    func nothingLeavesThePicture(name: String) {
        let lines = ChartLabel.lines(name, width: Self.width)
        #expect(lines.count <= 2 && lines.allSatisfy { ChartLabel.measure($0) <= Self.width })
        #expect(lines.last?.hasSuffix("…") == true)
    }
}
