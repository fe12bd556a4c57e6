@testable import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Leads shares through Casework on SQLite to whatever no share has shown yet, and then to an end.
///
/// The map says where to go; what a share has to show on the way is tried, as people try: with another person, other
/// fields, or something else first. After every command the record and the views are compared with a fresh fold.
struct Pathfinder {
    let map: StepMap
    let rules: Rulebook
    let seed: UInt64
    var orders: Orders
    /// By their numbers on the map.
    var unseenSteps: Set<Int>
    var unseenEnds: Set<Int>
    /// Why the last command was refused.
    private var lacking: [String] = []
    var taken = 0
    var refused = 0
    var ended = 0

    init(map: StepMap, rules: Rulebook, seed: UInt64, steps: Set<Int>, ends: Set<Int>) {
        self.map = map
        self.rules = rules
        self.seed = seed
        orders = Orders(seed: seed, reference: rules.reference)
        unseenSteps = steps
        unseenEnds = ends
    }

    var isDone: Bool { unseenSteps.isEmpty && unseenEnds.isEmpty }

    /// So often in a row a share may refuse what leads on, before another way is looked for.
    private static let patience = 6
    private static let few = 25
    /// So often somebody thinks again whether an order would be taken, before it is given.
    private static let thoughts = 10

    /// After so many commands a share makes for an end.
    private static let longest = 250
    /// And so many commands later it is tried again.
    private static let rest = 30

    /// Leads one share from where it stands to an end; false where it came to none.
    mutating func lead(_ reference: String, at desk: Desk) throws -> Bool {
        // Steps that were refused again and again, and when they may be tried anew: things change meanwhile.
        var refusedUntil: [Int: Int] = [:]
        var failures = 0
        let enough = taken + Self.longest
        // Half of what is left, or what no share of this kind can show would be sought again and again.
        let sought =
            unseenSteps.count < Self.few
            ? unseenSteps : Set(unseenSteps.sorted().filter { _ in orders.chance(2) })
        var tries = 0
        while taken < enough + Self.longest, tries < 8 * Self.longest {
            tries += 1
            let share = try desk.share(reference)
            guard let here = map.number(of: share.configuration) else {
                Issue.record("\(share.configuration) is on no map; \(trail(share, at: desk))")
                return false
            }
            if map.edges[here].isEmpty {
                unseenEnds.remove(here)
                ended += 1
                return true
            }
            let blocked = Set(refusedUntil.filter { $0.value > taken }.keys)
            let way =
                map.way(
                    from: here, to: taken < enough ? sought.intersection(unseenSteps) : [], orTo: unseenEnds,
                    avoiding: blocked)
                ?? map.way(from: here, to: [], orTo: map.ends, avoiding: blocked)
            guard let way else {
                // No way is left: the last refusals are forgotten, once things may have changed.
                guard !blocked.isEmpty else { return false }
                refusedUntil = [:]
                continue
            }
            if orders.chance(3), try giveSomething(Orders.seeds, to: share, at: desk) { continue }
            if try give(map.steps[way], to: share, at: desk) {
                failures = 0
            } else if failures < Self.patience {
                failures += 1
                let help = Set(lacking.flatMap { Orders.help[$0] ?? [] })
                if try orders.chance(4) || !giveSomething(help, to: share, at: desk) {
                    try giveSomething(nil, to: desk.share(reference), at: desk)
                }
            } else {
                failures = 0
                refusedUntil[way] = taken + Self.rest
            }
        }
        return false
    }

    /// True where it was taken.
    private mutating func give(_ step: StepMap.Step, to share: Share, at desk: Desk) throws -> Bool {
        guard
            let transition = rules.definitions[step.machine].transitions(from: step.from).first(where: {
                $0.command == step.command
            })
        else { return false }
        // What a day brings, the day brings: it is waited for.
        if transition.roles.contains(.system), orders.chance(2), let day = dayToCome(for: share, at: desk) {
            desk.set(day: day)
            let before = share.version
            _ = try desk.office.tick()
            let after = try desk.share(share.reference.rawValue)
            for event in try events(after, at: desk).dropFirst(before) { note(event) }
            try check(after, at: desk)
            return after.configuration != share.configuration
        }
        return try give(transition, step.machine, to: share, at: desk)
    }

    /// One of some commands that lead nowhere else, and bring what was missing; false where none of them could be given.
    @discardableResult
    private mutating func giveSomething(_ commands: Set<CommandName>?, to share: Share, at desk: Desk) throws -> Bool {
        let open = Machine.allCases.flatMap { machine in
            rules.definitions[machine].transitions(from: share.state(machine)).map { (machine, $0) }
        }.filter { _, transition in
            !transition.roles.isEmpty && transition.to == nil && commands?.contains(transition.command) ?? true
        }
        guard let (machine, transition) = open.randomElement(using: &orders.random) else { return false }
        return try give(transition, machine, to: share, at: desk)
    }

    private mutating func give(
        _ transition: Transition, _ machine: Machine, to share: Share, at desk: Desk
    ) throws -> Bool {
        if orders.chance(4) { desk.set(day: desk.today.adding(days: 1)) }
        let circumstances = try desk.office.read {
            try desk.office.circumstances(of: share, Order(transition.command), in: $0)
        }
        var (order, person) = orders.order(transition, machine, on: share, today: desk.today)
        for _ in 0..<Self.thoughts {
            let someone = try #require(circumstances.roster[PersonID(person)])
            let decision = share.decide(order, by: someone, in: circumstances, under: rules)
            if case .event = decision { break }
            (order, person) = orders.order(transition, machine, on: share, today: desk.today)
        }
        return try give(order, by: PersonID(person), to: share, at: desk)
    }

    /// Gives it, and sees that what was refused has left nothing.
    private mutating func give(_ order: Order, by person: PersonID, to share: Share, at desk: Desk) throws -> Bool {
        let before = try desk.position()
        do {
            let outcome = try desk.office.act(on: share.reference, order, as: person, seen: share.version)
            taken += 1
            note(outcome.event)
            #expect(outcome.event.version == share.version + 1)
            try check(outcome.share, at: desk)
            return true
        } catch let refusal as Refusal {
            refused += 1
            lacking = refusal.reasons.map(\.rule)
            #expect(!refusal.reasons.isEmpty && refusal.reasons.allSatisfy { $0.says.count > 10 && !$0.rule.isEmpty })
            #expect(try desk.position() == before, "\(order.command) was refused and left something")
            return false
        }
    }

    private mutating func note(_ event: Event) {
        guard case .acted(let act) = event.happening else { return }
        for move in act.moves where move.machine == act.machine {
            let step = StepMap.Step(machine: act.machine, command: act.command, from: move.from)
            if let number = map.number(of: step) { unseenSteps.remove(number) }
        }
    }

    /// The line of the register, and what is shown, are what the events of the file fold to.
    private func check(_ share: Share, at desk: Desk) throws {
        let folded = Share(events: try events(share, at: desk))
        let summary = try desk.office.ledger.read { try $0.summary(of: share.reference) }
        let isSame =
            try folded == share && desk.share(share.reference.rawValue) == share
            && summary == ShareSummary(share, definitions: rules.definitions)
        if !isSame { Issue.record("The views are not the fold of the events: \(trail(share, at: desk))") }
    }

    private func events(_ share: Share, at desk: Desk) throws -> [Event] {
        try desk.office.ledger.read { try $0.events(of: share.reference).map(\.event) }
    }

    /// One of the days that a deadline goes by, if it lies ahead.
    private mutating func dayToCome(for share: Share, at desk: Desk) -> Day? {
        let terms = share.terms
        var days = [terms.startDate?.day, terms.reviewDate?.day?.adding(days: -40), terms.reviewDate?.day]
        days.append(terms.endDate?.day?.adding(days: 1))
        days += share.approval.conditions.map { $0.due?.adding(days: 1) }
        return days.compactMap { $0 }.filter { $0 > desk.today }.randomElement(using: &orders.random)
    }

    /// The commands that led here, so that a failure is seen again.
    func trail(_ share: Share, at desk: Desk) -> String {
        let events = (try? events(share, at: desk)) ?? []
        return "seed \(seed), \(share.reference): "
            + events.map { "\($0.actor) \($0.summary)" }.joined(separator: " → ")
    }
}
