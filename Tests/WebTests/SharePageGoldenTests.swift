import Foundation
import Testing
import Web

/// The page of one share, line by line, against `Tests/Golden/pages`; `RECORD=1` writes it anew.
struct SharePageGoldenTests {
    private static let golden = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Golden/pages/share.html")

    @Test func aShareIsShownAsBefore() async throws {
        let body = try await TestSite.ordinary.get("/shares/DWP-DS-00001").body
        if ProcessInfo.processInfo.environment["RECORD"] == "1" {
            try Data(body.utf8).write(to: Self.golden)
            return
        }
        let expected = try String(contentsOf: Self.golden, encoding: .utf8)
        #expect(body == expected)
    }
}
