import Testing

@testable import Web

/// Whoever has waited longest is told next, and nobody twice at once.
struct PartnerTurnsTests {
    @Test func aSlowPartnerKeepsNobodyWaiting() {
        let turns = PartnerTurns(most: 2)
        let partners = ["a", "b", "c"]
        #expect(turns.begin(of: partners) == ["a", "b"])
        #expect(turns.begin(of: partners) == [])
        turns.end("b")
        #expect(turns.begin(of: partners) == ["c"])
        turns.end("c")
        #expect(turns.begin(of: partners) == ["b"])
        turns.end("a")
        turns.end("b")
        #expect(turns.begin(of: partners) == ["a", "c"])
    }

    @Test func whoIsGoneIsNotBegun() {
        let turns = PartnerTurns(most: 8)
        #expect(turns.begin(of: ["a", "b"]) == ["a", "b"])
        turns.end("a")
        #expect(turns.begin(of: ["b"]) == [])
    }
}
