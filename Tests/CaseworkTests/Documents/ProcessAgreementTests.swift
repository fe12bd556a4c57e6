import Casework
import Shares
import Testing

@Suite("What stands under an umbrella agreement")
struct ProcessAgreementTests {
    private func umbrella(_ desk: Desk) async throws -> String {
        String(
            decoding: try await desk.office.document("UMB-1", template: "umbrella-mou", format: .html).bytes,
            as: UTF8.self)
    }

    @Test func theSharesThatNameItByReferenceOrTitleAreListed() async throws {
        let desk = try Desk()
        try Life.propose("UMB-1", at: desk, ["title": "DWP and HMRC, all sharing", "agreement_type": "Umbrella MoU"])
        #expect(try await umbrella(desk).contains("No process-level memorandum or data usage agreement names this"))
        try Life.propose(
            "P-1", at: desk, ["title": "By reference", "parent_agreement": "umb-1", "agreement_type": "Process MoU"])
        try Life.propose("P-2", at: desk, ["title": "By title", "parent_agreement": "DWP and HMRC: all sharing"])
        try Life.propose("P-3", at: desk, ["title": "Of another umbrella", "parent_agreement": "UMB-12"])
        // Whoever reads the umbrella is no party to this one.
        try Life.propose("P-4", at: desk, ["title": "With a third", "provider": "VOA", "parent_agreement": "UMB-1"])
        try Life.propose("P-5", at: desk, ["title": "Named once", "parent_agreement": "UMB-1"])
        try desk.act("edit", on: "P-5", by: "requester", ["parent_agreement": ""])
        try Life.propose("P-6", at: desk, ["title": "Taken back", "parent_agreement": "UMB-1"])
        try desk.act("withdraw", on: "P-6", by: "requester", ["reason": "Not needed"])
        let page = try await umbrella(desk)
        #expect(
            page.contains("<th scope=\"row\">P-1</th><td>By reference</td>")
                && page.contains("<span>Process memorandum of understanding</span>"))
        #expect(
            page.contains("<th scope=\"row\">P-2</th><td>By title</td>") && page.contains("<span>Not stated</span>"))
        for absent in ["P-3", "P-4", "P-5", "P-6", "No process-level memorandum"] {
            #expect(!page.contains(absent), "\(absent)")
        }
    }

    /// By the same names as its own list goes.
    @Test func whoeverStandsUnderItIsToldWhereItDoesNotHold() throws {
        let desk = try Desk()
        func rules(_ parent: String) throws -> [String] {
            let reference = "P-\(parent)"
            try Life.propose(reference, at: desk, ["agreement_type": "Process MoU", "parent_agreement": parent])
            return try desk.office.check(ShareReference(reference)).map(\.rule).filter { $0.hasPrefix("umbrella-") }
        }
        #expect(try rules("umb-1") == ["umbrella-not-here"])
        try Life.propose("OTHER", at: desk)
        #expect(try rules("other") == ["umbrella-of-another-kind"])
        try Life.propose("UMB-1", at: desk, ["title": "DWP and HMRC, all sharing", "agreement_type": "Umbrella MoU"])
        #expect(try rules("UMB-1") == ["umbrella-not-in-force"])
        #expect(try rules("DWP and HMRC: all sharing") == ["umbrella-not-in-force"])
        try Life.live(Life.proposed, "UMB-1", at: desk)
        #expect(try rules("Umb-1") == [])
    }

    @Test func theListIsFrozenWithTheText() throws {
        let desk = try Desk()
        try Life.propose("UMB-1", at: desk, ["agreement_type": "Umbrella MoU"])
        try Life.propose("P-1", at: desk, ["title": "Under it", "parent_agreement": "UMB-1"])
        try Life.live(Life.proposed, "UMB-1", at: desk)
        let text = String(decoding: try desk.office.frozenText(of: "UMB-1", agreement: 1).bytes, as: UTF8.self)
        #expect(text.contains("<th scope=\"row\">P-1</th><td>Under it</td>"))
    }
}
