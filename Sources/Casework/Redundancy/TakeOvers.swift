import Ledger
import Redundancy
import Shares
import Workflows

/// How far the survivors of consolidations in force have taken over, read for all of them at once.
struct TakeOvers {
    /// What is looked up of the shares, as they stand today or stood at the end of a day.
    struct Register {
        var line: (ShareReference) throws -> ShareSummary?
        /// What the record of a share names as its successor.
        var successor: (ShareReference) throws -> ShareReference?
        /// Whether the amendment of the survivor that a decision began was refused or abandoned.
        var isGivenUp: (RecordedDecision) throws -> Bool
    }

    private struct Key: Hashable {
        let decision: Int
        let share: ShareReference
    }

    private var held: [Key: TakeOver] = [:]

    /// Of nothing.
    init() {}

    init(
        _ consolidations: [(decision: RecordedDecision, superseded: [ShareReference])], names: () throws -> NameReader,
        in register: Register
    ) throws {
        var questions: [(key: Key, isChange: Bool, survivor: ComparableShare, asked: ComparableShare)] = []
        for (recorded, superseded) in consolidations {
            guard let survivor = recorded.decision.survivor else { continue }
            for share in superseded {
                guard let line = try register.line(share) else { continue }
                let heir = try Self.heir(of: survivor, of: line, in: register)
                let key = Key(decision: recorded.number, share: share)
                held[key] = TakeOver(decision: recorded.number, survivor: heir.reference, standing: heir.standing)
                guard let carrier = heir.line.map({ ComparableShare($0) }) else { continue }
                let toAdd = Self.asked(recorded.decision.additions)
                if toAdd.asksSomething { questions.append((key, false, carrier, toAdd)) }
                let changed = Self.changed(recorded.decision, line, carrier)
                if changed.asksSomething { questions.append((key, true, carrier, changed)) }
            }
        }
        guard !questions.isEmpty else { return }
        let answers = try names().wanting(questions.map { ($0.survivor, $0.asked) })
        for (question, answer) in zip(questions, answers) where !answer.isEmpty {
            if question.isChange { held[question.key]?.changed = answer } else { held[question.key]?.toAdd = answer }
        }
        for (recorded, superseded) in consolidations {
            let keys = superseded.map { Key(decision: recorded.number, share: $0) }
            guard keys.contains(where: { held[$0]?.toAdd.isEmpty == false }), try register.isGivenUp(recorded) else {
                continue
            }
            for key in keys { held[key]?.isGivenUp = true }
        }
    }

    /// Nil where the decision is not in force for the share.
    subscript(decision: Int, share: ShareReference) -> TakeOver? { held[Key(decision: decision, share: share)] }

    /// What carries on in the place of a survivor: itself, or where that was superseded in turn, its successor.
    private static func heir(
        of survivor: ShareReference, of share: ShareSummary, in register: Register
    ) throws -> (reference: ShareReference, line: ShareSummary?, standing: TakeOver.Survivor) {
        var current = survivor
        var line = try register.line(current)
        var seen: Set<ShareReference> = [share.reference, current]
        while line?.stage == .ended, let next = try register.successor(current), seen.insert(next).inserted {
            current = next
            line = try register.line(next)
        }
        guard let line, line.stage != .ended else { return (current, line, .ended) }
        if line.isRetiring {
            // A share that has ended rests in its survivor until something takes over from that in turn.
            let isHandedOn = try share.stage == .ended && register.successor(current) != nil
            return (current, line, isHandedOn ? .inForce : .retiring)
        }
        return (current, line, [.live, .inherited].contains(line.stage) ? .inForce : .notInForce)
    }

    private static func asked(_ additions: SurvivorAdditions?) -> ComparableShare {
        var asked = ComparableShare(
            reference: ShareReference(""), title: "", purpose: "", providers: [], recipients: [], items: [])
        asked.items = (additions?.items ?? []).map { Stated($0) }
        asked.subjects = (additions?.subjects ?? []).map { Stated($0) }
        asked.bases = (additions?.conditions ?? []).map { Stated($0) }
        asked.frequency = additions?.frequency.map { Stated($0) }
        return asked
    }

    /// What the share carries that it did not when it was decided, and all that it carries where the survivor has lost
    /// something since, or is another.
    private static func changed(
        _ decision: RedundancyDecision, _ share: ShareSummary, _ carrier: ComparableShare
    ) -> ComparableShare {
        var asked = self.asked(nil)
        let then = decision.subjects.first { $0.share == share.reference }?.facts
        let survivor = decision.subjects.first { $0.share == carrier.reference }?.facts
        func names(_ stated: [Stated]) -> Set<String> { Set(stated.map { $0.term ?? $0.text }) }
        func grown(_ now: [Stated], _ then: [String]?, lost: Bool) -> [Stated] {
            lost ? now : now.filter { stated in !(then ?? []).contains(stated.term ?? stated.text) }
        }
        func hasLost(_ then: [String]?, _ now: [Stated]) -> Bool {
            then.map { !Set($0).isSubset(of: names(now)) } ?? true
        }
        asked.items = grown(share.items, then?.items, lost: hasLost(survivor?.items, carrier.items))
        asked.subjects = grown(share.subjects, then?.subjects, lost: hasLost(survivor?.subjects, carrier.subjects))
        func name(_ stated: Stated?) -> String? { stated.map { $0.term ?? $0.text } }
        if survivor == nil || name(carrier.frequency) != survivor?.frequency
            || name(share.frequency) != then?.frequency
        {
            asked.frequency = share.frequency
        }
        return asked
    }
}

extension ComparableShare {
    fileprivate var asksSomething: Bool { !items.isEmpty || !subjects.isEmpty || !bases.isEmpty || frequency != nil }
}

extension Office {
    /// How far survivors have taken over, as the shares stand now.
    func takeOvers(
        of consolidations: [(decision: RecordedDecision, superseded: [ShareReference])], in reader: LedgerReader
    ) throws -> TakeOvers {
        guard !consolidations.isEmpty else { return TakeOvers() }
        return try TakeOvers(
            consolidations, names: { try names.get() },
            in: TakeOvers.Register(
                line: { try reader.summary(of: $0) },
                successor: { try existing($0, in: reader).retirement.successor },
                isGivenUp: { try amendment(bringing: $0, in: reader)?.isGivenUp ?? false }))
    }

    /// How far another share has taken over from one that a consolidation retires; nil where none does.
    func takeOver(from share: Share, in reader: LedgerReader) throws -> TakeOver? {
        guard share.state(.retirement) != "not-begun",
            let recorded = try recentDecisions.decisions(in: reader).consolidation(retiring: share.reference)
        else { return nil }
        return try takeOvers(of: [(recorded, [share.reference])], in: reader)[recorded.number, share.reference]
    }

    /// The amendment that a decision began, or that went on when it was taken or was begun later; nil where there is none.
    func amendment(bringing recorded: RecordedDecision, in reader: LedgerReader) throws -> TermsRound? {
        guard let survivor = recorded.decision.survivor else { return nil }
        let rounds = TermsRound.rounds(in: try reader.events(of: survivor).lazy.map(\.event))
            .filter { $0.kind == .amendment }
        return rounds.last { !$0.isOver }
            ?? rounds.last { round in
                (round.submissions.last?.decisions ?? round.decisions).contains { $0.at >= recorded.at }
            }
    }
}

extension TermsRound {
    /// Whether it ended without coming into force.
    var isGivenUp: Bool {
        isOver && !(submissions.flatMap(\.decisions) + decisions).contains { $0.outcome == .inForce }
    }
}
