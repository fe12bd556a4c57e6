import Shares
import Testing

/// Review dates are levelled by risk, on working days, the same way every time.
@Suite struct ReviewPlannerTests {
    /// Wednesday 1 April 2026; Good Friday is 3 April, Easter Monday 6 April.
    private let today = Day(iso: "2026-04-01") ?? Day(number: 0)

    private func review(_ share: String, _ risk: RiskTier, _ date: String, latest: String? = nil) -> PlannedReview {
        let day = Day(iso: date) ?? Day(number: 0)
        return PlannedReview(
            share: ShareReference(share), version: 3, risk: risk, date: day,
            latest: latest.flatMap { Day(iso: $0) } ?? day)
    }

    private func plan(_ reviews: [PlannedReview], most: Int, months: Int = 12) -> ReviewPlan {
        ReviewPlanner(today: today, months: months, most: most, calendar: { _ in WorkingDays(nil) }).plan(reviews)
    }

    private func moved(_ plan: ReviewPlan) -> [String] { plan.moves.map { "\($0.share) \($0.to)" } }

    @Test func whatFitsStays() {
        let plan = self.plan([review("A", .high, "2026-05-01"), review("B", .low, "2026-05-20")], most: 2)
        #expect(plan.moves.isEmpty && plan.unplaced.isEmpty)
        #expect(plan.months.map(\.after) == [0, 2] + Array(repeating: 0, count: 10))
    }

    @Test func lowRiskMovesFirstToTheNearestEarlierMonth() {
        // 20 May 2026 is a Wednesday; 20 April a Monday.
        let reviews = [
            review("A", .low, "2026-05-20"), review("B", .high, "2026-05-21"), review("C", .medium, "2026-05-22"),
        ]
        #expect(moved(plan(reviews, most: 2)) == ["A 2026-04-20"])
        #expect(moved(plan(reviews.reversed(), most: 2)) == ["A 2026-04-20"])
    }

    @Test func aWeekendIsAvoided() {
        // 18 May 2026 is a Monday, 18 April a Saturday, 20 April the Monday after. 31 May is clipped to Thursday 30 April.
        let reviews = [review("A", .low, "2026-05-18"), review("B", .high, "2026-05-21")]
        #expect(moved(plan(reviews, most: 1)) == ["A 2026-04-20"])
        let last = [review("A", .low, "2026-05-31"), review("B", .high, "2026-05-21")]
        #expect(moved(plan(last, most: 1)) == ["A 2026-04-30"])
    }

    @Test func whatMovesIntoOneMonthIsSpreadOverItsDays() {
        // Twenty working days from 2 April, the bank holidays not counted here: no day holds two before each holds one.
        let overdue = (0..<20).map { review("O\($0)", .low, "2026-01-05") }
        let days = plan(overdue, most: 20, months: 1).moves.map(\.to)
        #expect(days.count == 20 && Set(days).count == 20)
        #expect(
            plan([overdue[0], overdue[1]], most: 20, months: 1).moves.map(\.to.description) == [
                "2026-04-02", "2026-04-03",
            ])
    }

    @Test func reviewsThatThePlanLeavesAloneTakeUpRoom() {
        let planner = ReviewPlanner(today: today, months: 12, most: 1, calendar: { _ in WorkingDays(nil) })
        let others = ["2026-04-20", "2026-05-04", "2025-01-01"].compactMap { Day(iso: $0) }
        let plan = planner.plan([review("A", .low, "2026-05-20", latest: "2026-06-30")], beside: others)
        // April and May are full; 20 June 2026 is a Saturday.
        #expect(moved(plan) == ["A 2026-06-22"])
        #expect(plan.months.prefix(3).map(\.before) == [1, 2, 0])
        #expect(plan.months.prefix(3).map(\.after) == [1, 1, 1])
    }

    @Test func aReviewMovesLaterOnlyAsFarAsItsInterval() {
        let full = [review("A", .high, "2026-04-20"), review("B", .low, "2026-04-21", latest: "2026-06-01")]
        #expect(moved(plan(full, most: 1)) == ["B 2026-05-21"])
        let strict = [review("A", .high, "2026-04-20"), review("B", .high, "2026-04-21")]
        let stuck = plan(strict, most: 1)
        #expect(stuck.moves.isEmpty && stuck.unplaced.map(\.share.rawValue) == ["B"])
        #expect(stuck.months[0].after == 2)
    }

    @Test func whatIsOverdueIsSpreadFromTheNextDayOnTheGravestFirst() {
        let overdue = [
            review("A", .low, "2025-01-01"), review("B", .medium, "2025-06-01"), review("C", .high, "2026-03-31"),
        ]
        #expect(moved(plan(overdue, most: 1)) == ["C 2026-04-02", "B 2026-05-01", "A 2026-06-01"])
        #expect(plan(overdue, most: 1, months: 2).unplaced.map(\.share.rawValue) == ["A"])
    }

    @Test func whatIsOverdueTakesNoRoomFromWhatCannotMoveUnlessItIsOfHighRisk() {
        let dated = review("A", .low, "2026-04-20")
        let medium = plan([dated, review("B", .medium, "2025-06-01")], most: 1)
        #expect(moved(medium) == ["B 2026-05-01"] && medium.unplaced.isEmpty)
        let high = plan([dated, review("B", .high, "2025-06-01")], most: 1)
        #expect(moved(high) == ["B 2026-04-02"] && high.unplaced.map(\.share.rawValue) == ["A"])
    }

    @Test func aMonthWithoutAWorkingDayLeftTakesNothing() {
        // Saturday 30 May 2026: only Sunday is left of the month.
        let planner = ReviewPlanner(
            today: Day(iso: "2026-05-30") ?? today, months: 3, most: 5, calendar: { _ in WorkingDays(nil) })
        #expect(moved(planner.plan([review("A", .high, "2026-01-01")])) == ["A 2026-06-01"])
    }

    @Test(arguments: [1, 2, 3, 2026])
    func noMonthHoldsTooManyAndNothingIsLost(seed: UInt64) {
        var generator = SeededGenerator(seed: seed)
        let reviews = (0..<400).map { number in
            PlannedReview(
                share: ShareReference("S-\(number)"), version: 1,
                risk: RiskTier.allCases.randomElement(using: &generator) ?? .low,
                date: today.adding(days: Int.random(in: -300...360, using: &generator)), latest: today)
        }
        let plan = self.plan(reviews, most: 35)
        let stuck = Set(plan.unplaced.map(\.share))
        #expect(plan == self.plan(reviews.shuffled(using: &generator), most: 35), "seed \(seed)")
        for (index, month) in plan.months.enumerated() {
            let unplaced = plan.unplaced.filter { $0.date >= month.first && $0.date < month.first.adding(months: 1) }
            #expect(month.after <= 35 + unplaced.count, "seed \(seed), month \(index)")
        }
        for move in plan.moves {
            #expect(move.to > today && move.to.weekday <= 5 && !stuck.contains(move.share), "seed \(seed)")
            #expect(move.from < today || move.to <= move.from, "seed \(seed)")
        }
    }
}
