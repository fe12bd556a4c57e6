import Casework
import Ledger
import Shares
import Testing

/// What people find in the register, from which sides it is narrowed, and the questions that they keep.
@Suite struct FindTests {
    /// Three live shares, on 1 April 2026.
    private func desk() throws -> Desk {
        let desk = try Desk()
        try desk.importing([
            Row("A", ["title": "Housing earnings", "review_date": "2026-03-01"]),
            Row("B", ["title": "Housing students", "provider": "Student Loans Company", "review_date": "2026-04-20"]),
            Row("C", ["title": "Pensions", "data_owner": "", "review_date": "2026-06-15"]),
        ])
        return desk
    }

    private func find(
        _ search: ShareSearch, as person: String = "hub", at desk: Desk, limit: Int = 10
    ) throws -> FoundShares {
        let person = try #require(Desk.people.first { $0.id == PersonID(person) })
        return try desk.office.find(search, after: nil, limit: limit, for: person)
    }

    @Test(arguments: [
        (ShareSearch(words: "housing"), ["A", "B"]),
        (ShareSearch(words: "housing", chosen: [.party: "hm-revenue-customs"]), ["A"]),
        (ShareSearch(chosen: [.due: "overdue"]), ["A"]),
        (ShareSearch(chosen: [.due: "30-days"]), ["B"]),
        (ShareSearch(chosen: [.due: "90-days"]), ["B", "C"]),
        (ShareSearch(chosen: [.due: "none"]), []),
        (ShareSearch(chosen: [.owner: Facet.none]), ["C"]),
        (ShareSearch(chosen: [.owner: "Head of Fraud Data", .stage: "inherited"]), ["A", "B"]),
        (ShareSearch(chosen: [.stage: "ended"]), []),
        (ShareSearch(words: "pensions", conditions: [ShareFilter("risk=high")].compactMap { $0 }), []),
    ])
    func everythingThatIsChosenHolds(search: ShareSearch, references: [String]) throws {
        let found = try find(search, at: try desk())
        #expect(found.shares.map(\.reference.rawValue) == references)
        #expect(found.total == references.count)
    }

    @Test func aFacetIsCountedAmongWhatTheOthersLeave() throws {
        let found = try find(ShareSearch(words: "housing", chosen: [.due: "overdue"]), at: try desk())
        // Of the two about housing.
        #expect(
            found.facets[.due]?.map { "\($0.value) \($0.count ?? -1)" } == [
                "overdue 1", "30-days 1", "90-days 1", "365-days 1",
            ])
        // Of the one that is overdue.
        #expect(found.facets[.owner]?.map(\.label) == ["Head of Fraud Data"])
        #expect(
            found.facets[.party]?.map { "\($0.label) \($0.count ?? -1)" } == [
                "Department for Work and Pensions 1", "HM Revenue & Customs 1",
            ])
    }

    @Test func nobodyFindsWhatIsOutOfTheirReach() throws {
        let found = try find(ShareSearch(words: "housing"), as: "stranger", at: try desk())
        #expect(found.shares.isEmpty && found.total == 0)
        #expect(found.facets[.party]?.isEmpty == true)
    }

    @Test func aViewIsKeptForThePersonAlone() throws {
        let desk = try desk()
        let view = SavedView(name: "Mine", query: "stage=live")
        try desk.office.saveView(view, of: PersonID("owner"))
        try desk.office.saveView(SavedView(name: " Mine ", query: "stage=ended"), of: PersonID("owner"))
        #expect(
            try desk.office.savedViews(of: PersonID("owner")) == [SavedView(name: "Mine", query: "stage=ended")])
        #expect(try desk.office.savedViews(of: PersonID("hub")) == [])
        try desk.office.forgetView(named: "Mine", of: PersonID("hub"))
        #expect(try desk.office.savedViews(of: PersonID("owner")).count == 1)
        try desk.office.forgetView(named: "Mine", of: PersonID("owner"))
        #expect(try desk.office.savedViews(of: PersonID("owner")) == [])
    }

    @Test(arguments: [
        ("", "view-named"), (" ", "view-named"), (String(repeating: "a", count: 81), "view-short"),
        ("a\u{202E}b", "view-characters"),
    ])
    func aNameThatWillNotDoIsRefused(name: String, rule: String) throws {
        let desk = try Desk()
        do {
            try desk.office.saveView(SavedView(name: name, query: ""), of: PersonID("hub"))
            Issue.record("it was kept")
        } catch let refusal as Refusal {
            #expect(refusal.reasons.map(\.rule) == [rule])
        }
    }
}
