import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Where a data item goes.
@Suite struct DataUseTests {
    private static let hub = Person(id: PersonID("hub"), name: "Hub", roles: ["hub"], organisation: "DWP")
    private static let leeds = Person(
        id: PersonID("stranger"), name: "Leeds", roles: ["partner"], organisation: "leeds")

    private static func desk() throws -> Desk {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["data_items": "NINO; Date of birth"]),
            Row("B", ["provider": "DWP", "recipient": "Leeds City Council", "data_items": "Nat Ins Number"]),
            Row("C", ["provider": "DWP", "recipient": "HMRC", "data_items": "Favourite colour", "status": "Closed"]),
            Row("D", ["provider": "DWP", "recipient": "HMRC", "data_items": "Favourite colour"]),
        ])
        return desk
    }

    @Test func anItemIsFoundByAnySpellingAndFollowedFromBodyToBody() throws {
        let use = try Self.desk().office.dataUse(of: "nino", for: Self.hub)
        #expect(use.name == "National Insurance number")
        #expect(use.shares.map(\.reference.rawValue) == ["A", "B"])
        #expect(
            use.flows.map { "\($0.from.label) to \($0.to.label)" } == [
                "Department for Work and Pensions to Leeds City Council",
                "HM Revenue & Customs to Department for Work and Pensions",
            ])
        #expect(use.passages.map(\.body.label) == ["Department for Work and Pensions"])
        #expect(use.passages.first?.comesFrom.map(\.label) == ["HM Revenue & Customs"])
        #expect(use.passages.first?.goesTo.map(\.label) == ["Leeds City Council"])
    }

    @Test func whatTheVocabularyDoesNotKnowIsFoundByItsText() throws {
        let use = try Self.desk().office.dataUse(of: "Favourite colour", for: Self.hub)
        #expect(use.term == nil && use.shares.map(\.reference.rawValue) == ["D"] && use.passages == [])
    }

    @Test func aPartnerSeesItsOwnFlowsAlone() throws {
        let desk = try Self.desk()
        #expect(try desk.office.dataUse(of: "nino", for: Self.leeds).shares.map(\.reference.rawValue) == ["B"])
        #expect(
            try desk.office.dataItems(for: Self.leeds).map(\.name) == ["National Insurance number"])
        let all = try desk.office.dataItems(for: Self.hub)
        #expect(all.map(\.name) == ["National Insurance number", "Date of birth", "Favourite colour"])
        #expect(all.map(\.shares) == [2, 1, 1])
    }
}
