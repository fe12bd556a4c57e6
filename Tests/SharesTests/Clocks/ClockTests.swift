import Shares
import Testing
import Workflows

/// A clock counts working days of the party that answers, and stands still while another has the next step.
@Suite struct ClockTests {
    static func day(_ text: String) throws -> Day { try #require(Day(iso: text)) }

    static func reader(_ division: BankHolidays.Division = .englandAndWales) throws -> ClockReader {
        let rules = try Casebook.rules()
        return ClockReader(definitions: rules.definitions, calendar: rules.reference.workingDays(in: division))
    }

    static func states(_ texts: (StateName, String)...) throws -> [TimedState] {
        try texts.enumerated().map { index, one in
            TimedState(
                one.0, entered: try day(one.1),
                left: texts.indices.contains(index + 1) ? try day(texts[index + 1].1) : nil)
        }
    }

    @Test func theDaysWithTheRequesterAreNotCounted() throws {
        // Monday 2 March to Friday 6 March: 4. With the requester until Monday 23 March. Then to Friday 27 March: 4.
        let states = try Self.states(
            ("draft", "2026-02-02"), ("submitted", "2026-03-02"), ("returned", "2026-03-06"),
            ("submitted", "2026-03-23"), ("accepted", "2026-03-27"))
        let readings = try Self.reader().readings(of: .proposal, states, at: Self.day("2026-06-01"))
        let decision = try #require(readings.first)
        #expect(readings.count == 1 && decision.clock.name == "decision" && decision.clock.target == 20)
        #expect(decision.spent == 8 && !decision.isLate && decision.left == 12)
        #expect(decision.started.description == "2026-03-02" && decision.ended?.description == "2026-03-27")
    }

    @Test func whatGoesOnIsCountedUpToTodayAndPausesAreSaid() throws {
        let running = try Self.states(("draft", "2026-02-02"), ("submitted", "2026-03-02"))
        let late = try #require(try Self.reader().readings(of: .proposal, running, at: Self.day("2026-03-31")).first)
        // 21 working days after 2 March is 31 March.
        #expect(late.spent == 21 && late.isLate && late.left == 0 && late.ended == nil && !late.isPaused)
        let onTime = try #require(try Self.reader().readings(of: .proposal, running, at: Self.day("2026-03-30")).first)
        #expect(onTime.spent == 20 && !onTime.isLate)
        let paused = try Self.states(
            ("draft", "2026-02-02"), ("submitted", "2026-03-02"), ("returned", "2026-03-06"))
        let reading = try #require(try Self.reader().readings(of: .proposal, paused, at: Self.day("2026-12-01")).first)
        #expect(reading.isPaused && reading.spent == 4 && reading.ended == nil)
    }

    @Test func consultationOfTheICOStopsTheClockOfTheAssessment() throws {
        let states = try Self.states(
            ("not-started", "2026-01-05"), ("screened", "2026-01-05"), ("assessing", "2026-01-06"),
            ("dpo-review", "2026-01-12"), ("awaiting-decision", "2026-01-13"), ("ico-consultation", "2026-01-14"),
            ("awaiting-decision", "2026-04-22"), ("approved", "2026-04-23"))
        let readings = try Self.reader().readings(of: .dpia, states, at: Self.day("2026-05-01"))
        #expect(readings.map(\.spent) == [8])
    }

    /// The same span has other working days in each part of the United Kingdom: 1 to 20 July with the twelfth of July,
    /// taken on Monday 13 July 2026 in Northern Ireland; 2 January in Scotland.
    @Test(arguments: [
        (BankHolidays.Division.englandAndWales, "2026-07-01", "2026-07-20", 13),
        (.northernIreland, "2026-07-01", "2026-07-20", 12),
        (.scotland, "2026-07-01", "2026-07-20", 13), (.englandAndWales, "2025-12-31", "2026-01-05", 2),
        (.scotland, "2025-12-31", "2026-01-05", 1),
    ])
    func eachPartOfTheUnitedKingdomHasItsOwnWorkingDays(
        division: BankHolidays.Division, from: String, to: String, days: Int
    ) throws {
        let states = try Self.states(("draft", from), ("submitted", from), ("accepted", to))
        #expect(try Self.reader(division).readings(of: .proposal, states, at: Self.day(to)).map(\.spent) == [days])
    }

    @Test func theProviderDecidesWhoseWorkingDaysCount() throws {
        let reference = try Casebook.rules().reference
        #expect(reference.division(of: ["hm-revenue-customs"]) == .englandAndWales)
        #expect(reference.division(of: []) == .englandAndWales)
        let scottish = try #require(reference.organisations.all.first { $0.nation == .scotland })
        let northern = try #require(reference.organisations.all.first { $0.nation == .northernIreland })
        #expect(reference.division(of: [scottish.id, northern.id]) == .scotland)
        #expect(reference.division(of: ["hm-revenue-customs", northern.id]) == .northernIreland)
    }

    @Test func aSecondRoundIsAPieceOfWorkOfItsOwn() throws {
        let states = try Self.states(
            ("scheduled", "2026-01-05"), ("due", "2026-01-12"), ("in-review", "2026-01-14"),
            ("scheduled", "2026-01-16"),
            ("due", "2026-02-02"), ("in-review", "2026-02-03"))
        let readings = try Self.reader().readings(of: .review, states, at: Self.day("2026-02-05"))
        #expect(readings.map(\.spent) == [4, 3])
        #expect(readings.map { $0.ended == nil } == [false, true])
    }
}
