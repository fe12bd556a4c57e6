import Ledger
package import Shares
import Workflows

extension Office {
    /// Every decision about redundant shares, the newest first, with how far its casework is; of those of which every share
    /// is within somebody's reach, or only of those about one share.
    package func redundancyDecisions(
        about share: ShareReference? = nil, within reach: Reach = .everything
    ) throws -> [ConsolidationProgress] {
        try read { try redundancyDecisions(about: share, within: reach, in: $0) }
    }

    func redundancyDecisions(
        about share: ShareReference?, within reach: Reach, in reader: LedgerReader
    ) throws -> [ConsolidationProgress] {
        let decisions = try recentDecisions.decisions(in: reader)
        let wanted = decisions.reversed().filter { recorded in
            share.map { recorded.decision.shares.contains($0) } ?? true
        }
        guard !wanted.isEmpty else { return [] }
        let reference = try reference()
        let numbers = Set(wanted.map(\.number))
        let takeOvers = try takeOvers(
            of: decisions.consolidations.filter { numbers.contains($0.decision.number) }, in: reader)
        var progress: [ConsolidationProgress] = []
        for recorded in wanted {
            let shares = try recorded.decision.shares.map { try existing($0, in: reader) }
            guard shares.allSatisfy({ reach.includes($0) }) else { continue }
            var told = ConsolidationProgress(
                recorded: recorded,
                shares: try shares.map { share in
                    let deadlines = Deadlines(
                        definitions: try definitions(for: share.pin, in: reader),
                        calendar: reference.workingDays(of: share))
                    return try self.progress(of: share, recorded, decisions, deadlines, takeOvers, in: reader)
                })
            told.makeSurvivorDue(on: today)
            progress.append(told)
        }
        return progress
    }

    private func progress(
        of share: Share, _ recorded: RecordedDecision, _ decisions: [RecordedDecision], _ deadlines: Deadlines,
        _ takeOvers: TakeOvers, in reader: LedgerReader
    ) throws -> ConsolidationProgress.ForShare {
        let decision = recorded.decision
        let isOver = deadlines.isOver(share)
        guard let survivor = decision.survivor else {
            let others = decision.shares.filter { $0 != share.reference }
            let holds = others.contains { decisions.holding(for: share.reference, $0)?.number == recorded.number }
            return ConsolidationProgress.ForShare(
                reference: share.reference, part: .kept, stage: holds ? .unchanged : .replaced)
        }
        guard share.reference != survivor else {
            return try survivorProgress(of: share, recorded, decisions, deadlines, in: reader)
        }
        var line = ConsolidationProgress.ForShare(reference: share.reference, part: .superseded, stage: .retiring)
        line.isLinked = share.retirement.successor == survivor
        let takeOver = takeOvers[recorded.number, share.reference]
        if isOver {
            line.stage = takeOver.map(\.isComplete) ?? true ? .retired : .notTakenOver
            line.troubles = takeOver?.troubles(hasEnded: true) ?? []
        } else if decisions.holding(for: survivor, share.reference)?.number != recorded.number {
            line.stage = .replaced
        } else if share.state(.retirement) == "not-begun" {
            line.stage = .kept
        } else {
            tell([.retirement], of: share, deadlines, &line)
            line.troubles = takeOver?.troubles(hasEnded: false) ?? []
        }
        return line
    }

    private func survivorProgress(
        of share: Share, _ recorded: RecordedDecision, _ decisions: [RecordedDecision], _ deadlines: Deadlines,
        in reader: LedgerReader
    ) throws -> ConsolidationProgress.ForShare {
        let decision = recorded.decision
        var line = ConsolidationProgress.ForShare(reference: share.reference, part: .survivor, stage: .unchanged)
        guard
            decision.superseded.contains(where: {
                decisions.holding(for: share.reference, $0)?.number == recorded.number
            })
        else {
            line.stage = .replaced
            return line
        }
        if deadlines.isOver(share) {
            line.stage = .ended
            return line
        }
        if share.state(.retirement) != "not-begun" {
            line.stage = .retiring
            tell([.retirement], of: share, deadlines, &line)
            return line
        }
        guard decision.additions?.isEmpty == false else { return line }
        guard let round = try amendment(bringing: recorded, in: reader) else {
            line.stage = .toAmend
            return line
        }
        guard round.isOver else {
            line.stage = .amending
            tell([.proposal, .dpia, .approval], of: share, deadlines, &line)
            return line
        }
        line.stage = round.isGivenUp ? .amendmentGivenUp : .amended
        return line
    }

    /// Where the casework stands: the machine that is due first.
    private func tell(
        _ machines: [Machine], of share: Share, _ deadlines: Deadlines, _ line: inout ConsolidationProgress.ForShare
    ) {
        let today = self.today
        let waiting = machines.filter {
            deadlines.definitions[$0].state(share.state($0))?.waitsFor.isEmpty == false
        }
        let dues = waiting.map { ($0, deadlines.next(of: $0, in: share, at: today)) }
        let first = dues.min { ($0.1 ?? Day(number: .max)) < ($1.1 ?? Day(number: .max)) }
        let machine = first?.0 ?? machines[0]
        line.state = deadlines.definitions[machine].state(share.state(machine))?.title
        line.due = first?.1
        line.isOverdue = line.due.map { $0 < today } ?? false
    }
}
