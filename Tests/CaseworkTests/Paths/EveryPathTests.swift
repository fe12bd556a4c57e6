import Casework
import Ledger
import Shares
import Testing
import Workflows

/// Every command in every state that a share can come to, and every end, is come to through Casework on SQLite.
@Suite struct EveryPathTests {
    @Test(arguments: [20_261_126] as [UInt64])
    func everyStepAndEveryEndFromADraft(seed: UInt64) throws {
        let rules = try Desk().office.rulebook()
        let map = StepMap(of: rules.definitions, from: [try #require(rules.definitions.starts["proposed"])])
        var paths = Pathfinder(map: map, rules: rules, seed: seed, steps: Set(map.steps.indices), ends: map.ends)
        try lead(&paths) { reference, variant, desk in
            try Life.propose(reference, at: desk, variant)
            try desk.act("appoint-owner", on: reference, by: "hub", ["owner": "owner"])
        }
    }

    /// As well as what only a share from a register kept before can come to.
    @Test(arguments: [20_261_127] as [UInt64])
    func everyStepAndEveryEndFromARegister(seed: UInt64) throws {
        let rules = try Desk().office.rulebook()
        let starts = rules.definitions.starts
        let fromDraft = StepMap(of: rules.definitions, from: [try #require(starts["proposed"])])
        let map = StepMap(of: rules.definitions, from: starts.keys.sorted().compactMap { starts[$0] })
        var paths = Pathfinder(
            map: map, rules: rules, seed: seed,
            steps: Set(map.steps.indices.filter { fromDraft.number(of: map.steps[$0]) == nil }),
            ends: map.ends.filter { fromDraft.number(of: map.places[$0]) == nil })
        let statuses = [
            "Live", "Suspended", "Live", "Expired", "Pending DPIA", "Live", "Pending approval", "Live", "Closed",
            "Live", "Withdrawn", "Live", "Refused", "Live",
        ]
        var next = 0
        try lead(&paths) { reference, variant, desk in
            try desk.importing([
                Row(reference, variant.merging(["status": statuses[next % statuses.count]]) { $1 })
            ])
            next += 1
            if try !desk.share(reference).isOver(under: rules) {
                try desk.act("appoint-owner", on: reference, by: "hub", ["owner": "owner"])
                try desk.act(
                    "edit", on: reference, by: "hub", Life.essentials.merging(["retention": "P2Y"]) { $1 })
            }
        }
    }

    /// Leads one share after another, some on one file, until nothing is left to see.
    private func lead(
        _ paths: inout Pathfinder, begin: (String, [String: String], Desk) throws -> Void
    ) throws {
        var shares = 0
        while !paths.isDone, shares < Self.enoughShares {
            let desk = try Desk()
            // On every second file there is a share that is like them all, and assessed already.
            if shares % (2 * Self.sharesOnAFile) != 0 { try Life.inForce("LEAD", at: desk) }
            for _ in 0..<Self.sharesOnAFile where !paths.isDone {
                shares += 1
                let variant = Self.variants[shares % Self.variants.count]
                let reference = "A\(shares)"
                try begin(reference, Orders.days(from: desk.today).merging(variant) { $1 }, desk)
                _ = try paths.lead(reference, at: desk)
            }
            #expect(try desk.office.verifyAudit().faults == [])
        }
        print(
            "Paths of seed \(paths.seed): \(shares) shares, \(paths.ended) to an end, \(paths.taken) commands taken and "
                + "\(paths.refused) refused, \(paths.map.places.count) places, \(paths.map.ends.count) ends.")
        #expect(paths.unseenSteps.isEmpty, "never taken: \(paths.unseenSteps.map { paths.map.steps[$0] })")
        #expect(paths.unseenEnds.isEmpty, "never reached: \(paths.unseenEnds.map { paths.map.places[$0] })")
    }

    private static let sharesOnAFile = 10
    private static let enoughShares = 400

    /// Of low, medium and high risk.
    private static let variants: [[String: String]] = [
        [:], ["data_items": "Industry"],
        ["data_items": "PIP award", "special_category_condition": "Explicit consent"],
    ]
}

extension Share {
    fileprivate func isOver(under rules: Rulebook) -> Bool {
        Machine.allCases.allSatisfy { rules.definitions[$0].state(state($0))?.isEnd == true }
    }
}
