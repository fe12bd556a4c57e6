import Casework
import Ledger
import Redundancy
import Shares
import Testing
import Workflows

/// What waits for whom, as soon as it does.
struct WorkTests {
    private func steps(_ list: WorkList) -> [String] { list.items.map { "\($0.reference) \($0.state)" } }

    @Test func whatSomebodyDoesIsSeenAtOnceByWhomItIsFor() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        #expect(steps(try desk.office.work(for: "requester").mine) == ["A Draft"])
        #expect(steps(try desk.office.work(for: "owner").mine) == [])
        try desk.submit("A")
        #expect(steps(try desk.office.work(for: "requester").mine) == [])
        #expect(steps(try desk.office.work(for: "requester").others) == ["A Submitted"])
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        #expect(steps(try desk.office.work(for: "owner").mine) == ["A Submitted", "A Not started"])
        // Another process has written it, and this one has kept nothing of it.
        let other = Office(
            ledger: try Ledger.open(file: desk.path("register.sqlite")), surroundings: desk.office.surroundings)
        _ = try other.act(
            on: ShareReference("A"), Order("withdraw", fields: ["reason": "Not needed"]), as: "requester")
        #expect(try desk.office.work(for: "owner").mine.isEmpty)
        #expect(try desk.office.work(for: "requester").others.isEmpty)
    }

    @Test func nobodyIsShownWhatWaitsInSharesThatTheyMayNotSee() throws {
        let desk = try Desk()
        try desk.office.keep(
            Person(id: "elsewhere", name: "DPO elsewhere", roles: ["dpo"], organisation: "Leeds City Council"))
        try desk.importing([Row("A", ["status": "Pending DPIA"])])
        #expect(try desk.office.work(for: "dpo").mine.count + desk.office.work(for: "hub").mine.count > 0)
        for person in ["elsewhere", "stranger"] {
            let work = try desk.office.work(for: PersonID(person))
            #expect(work.mine.isEmpty && work.others.isEmpty && work.groups.isEmpty)
        }
    }

    /// By due day, then by reference; the count is of all.
    @Test func theFirstHundredAreListedAndAllAreCounted() throws {
        let desk = try Desk()
        try desk.importing((0..<120).map { Row("S-\(300 - $0)") })
        try desk.set("2026-04-02")
        try desk.importing((0..<10).map { Row("L-\(100 + $0)") }, as: "later.csv")
        let mine = try desk.office.work(for: "dpo").mine
        #expect(mine.count == 130)
        #expect(mine.items.map(\.reference.rawValue) == (181...280).map { "S-\($0)" })
        // The hub is reminded of them and has no step to take.
        #expect(try desk.office.work(for: "hub").mine.isEmpty)
    }

    /// What is due tomorrow is overdue the day after, though nothing has happened.
    @Test func aNewDayIsSeenToo() throws {
        let desk = try Desk()
        try Life.propose("A", at: desk)
        try desk.submit("A")
        try desk.act("appoint-owner", on: "A", by: "hub", ["owner": "owner"])
        // Twenty working days from 1 April 2026, less Good Friday and Easter Monday; the first deadline is ten.
        try desk.set("2026-05-01")
        #expect(try desk.office.work(for: "owner").mine.items.first?.due == Day(iso: "2026-05-01"))
        #expect(try desk.office.work(for: "owner").mine.overdue == 0)
        try desk.set("2026-05-02")
        #expect(try desk.office.work(for: "owner").mine.overdue == 1)
    }

    @Test func aLargeRegisterIsSearchedWhileNobodyWaits() throws {
        let desk = try Desk()
        try desk.importing([Row("A"), Row("B")])
        var office = desk.office
        office.searchedAtOnce = 1
        let first = try office.work(for: "board")
        #expect(first.isSearching && first.groups.isEmpty)
        let board = try #require(try office.currentRoster()[PersonID("board")])
        let found = try office.redundancyOverview(for: board).groups
        let second = try office.work(for: "board")
        #expect(!second.isSearching)
        #expect(second.groups.map(\.members) == [[ShareReference("A"), ShareReference("B")]])
        #expect(second.groups == found)
    }
}
