import Casework
import Shares
import Testing
import Web

/// Addresses: what a link says is what the router is told.
struct RouteTests {
    @Test(arguments: ["DWP-DS-00001", "a/b c%d", "é", "..", "?x=1&y#z", "a+b", "\"<>", "%2F"])
    func aReferenceSurvivesItsWayThroughALink(reference: String) throws {
        let path = Route.share(ShareReference(reference)).path
        let segments = path.utf8.split(separator: UInt8(ascii: "/"))
        #expect(segments.count == 2)
        let last = try #require(segments.last.map { String(decoding: $0, as: UTF8.self) })
        #expect(!last.utf8.contains { "?#&=+ \"<>".utf8.contains($0) })
        #expect(PercentText.decoded(last) == reference)
    }

    @Test(arguments: ["%", "%2", "%zz", "a%G0", "%ff", "%C3", "%ED%A0%80"])
    func aBrokenEscapeIsNotGuessedAt(text: String) {
        #expect(PercentText.decoded(text) == nil)
    }

    @Test func aFormWritesASpaceAsAPlus() {
        #expect(PercentText.decoded("a+b%2B", plusIsSpace: true) == "a b+")
        #expect(PercentText.decoded("a+b") == "a+b")
    }

    @Test func theQueryOfALinkGivesTheSameQuestionAgain() throws {
        var query = RegisterQuery()
        query.text = "tax & benefits = 100%"
        query.place = .purpose
        query.chosen[.due] = "overdue"
        query.chosen[.party] = "a & b"
        query.stage = .inherited
        query.spoke = "disability"
        query.risk = .high
        query.conditions = ["stage!=ended", "review_date<2026-05-01"]
        query.after = ShareReference("DWP/1")
        let address = Route.register(query).path
        let text = try #require(address.split(separator: "?").last)
        let (read, problems) = RegisterQuery.read(String(text), spokes: ["disability"])
        #expect(problems.isEmpty)
        #expect(read == query)
    }

    @Test(arguments: [
        "stage=flying", "due=soon", "risk=huge", "spoke=nowhere", "in=everything", "where=nonsense",
        "where=colour%3Dred",
        "stage=live&stage=ended", "text=%00", "text=%E2%80%AEabc", "text=%",
        "text=\(String(repeating: "a", count: 501))",
    ])
    func aQuestionThatCannotBeUnderstoodIsAProblem(query: String) {
        #expect(RegisterQuery.read(query, spokes: ["disability"]).problems.count == 1)
    }

    @Test func whatTheRegisterDoesNotAskAboutIsLetBe() {
        let (query, problems) = RegisterQuery.read("utm_source=mail&stage=&text=++", spokes: [])
        #expect(problems.isEmpty)
        #expect(query == RegisterQuery())
    }
}
