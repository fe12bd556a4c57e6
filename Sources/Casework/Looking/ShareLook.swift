package import Ledger
package import Shares
package import Workflows

/// A share as somebody looks at it: where it stands, what they may do with it now, and what happened to it.
package struct ShareLook: Sendable {
    package var share: Share
    /// What its commands and states are called.
    package var definitions: CheckedDefinitions
    package var stage: Stage
    /// Each machine, its state's title and meaning, and since when.
    package var standing: [MachineStanding]
    package var signOffs: SignOffAccount
    /// Why nobody answers for it, where whoever was appointed does not; people of other organisations are told that another is to
    /// be appointed, and nothing of whom.
    package var ownerGap: OwnerGap?
    /// Oldest first.
    package var history: [PlacedEvent]
    package var actions: [AvailableAction]
    /// What was asked when its terms were sent back to be written again.
    package var sentBack: SentBack?
    /// Steps that whoever looks asked for, which are considered or were answered lately.
    package var asked: [AskedStep]
    /// What is wanting of the terms, so that they can be put forward and could not be accepted.
    package var lacksForAcceptance: [Refusal.Reason]
    /// What opening and freezing will refuse of the terms, where they may write them or the terms are on their way to be signed.
    package var foretold: ForetoldRefusals
    /// The questions of the assessment, where they may answer them.
    package var assessment: AskedQuestions?
    /// What was decided about it and shares like it, the newest first.
    package var decisions: [ConsolidationProgress]
    /// What whoever did something to it, or has something to do, is called.
    package var names: PersonNames
    /// Whether how the department came to it is seen as well.
    package var isWithin: Bool
    /// The day on which it is shown.
    package var today: Day
    /// What it follows from.
    package var moment: LookMoment
}

/// One look of somebody at a share: of two that are equal, all is equal.
package struct LookMoment: Hashable, Sendable {
    var question: LookQuestion
    var position: LedgerPosition
    var today: Day
}

/// How a share looks to somebody.
struct LookQuestion: Hashable, Sendable {
    var reference: ShareReference
    var person: Person
    /// Where the record stood when the register was last searched for redundant shares.
    var searched: Int?
}

extension Office {
    /// Everything at one moment, for somebody whose reach it is in; throws `NoSuchShare` for anybody else, who learns nothing
    /// of it.
    package func look(at reference: ShareReference, as person: Person) throws -> ShareLook {
        try read { reader in
            let question = LookQuestion(
                reference: reference, person: person, searched: recentLook.last?.position)
            return try recentShareLooks.answer(to: question, in: reader, on: today) {
                try look(
                    at: reference, as: person, in: reader,
                    moment: LookMoment(question: question, position: try reader.position(), today: today))
            }
        }
    }

    /// What somebody asked of a share at a machine, as long as it is considered.
    package func consideredStep(of reference: ShareReference, at machine: Machine) throws -> AskedStep? {
        try read { reader in
            let share = try existing(reference, in: reader)
            return try rulebook(for: share.pin, in: reader).definitions
                .askedSteps(in: recentShares.events(of: reference, in: reader).map(\.event))
                .last { $0.machine == machine && $0.answer == nil && !$0.isOver }
        }
    }

    private func look(
        at reference: ShareReference, as person: Person, in reader: LedgerReader, moment: LookMoment
    ) throws -> ShareLook {
        let share = try existing(reference, in: reader)
        guard person.reach.includes(share) else { throw NoSuchShare(reference: reference) }
        let rules = try rulebook(for: share.pin, in: reader)
        let isWithin = try seesWithin(share, person)
        var history = try recentShares.events(of: reference, in: reader)
        let circumstances = try circumstances(of: share, in: reader)
        let asked = rules.definitions.askedSteps(in: history.map(\.event)).filter {
            $0.isOf(person, in: circumstances.roster)
        }
        let standing = MachineStanding.all(of: share, under: rules, in: circumstances, events: history)
        if !isWithin { history = history.asToldOutside(under: rules.definitions, answering: asked) }
        let actions = share.actions(for: try self.person(person.id, in: reader), in: circumstances, under: rules)
        let stage = Stage(share.configuration, under: rules.definitions)
        let owners = share.approval.conditions.map(\.owner) + share.dpia.actions.map(\.owner)
        return ShareLook(
            share: share, definitions: rules.definitions, stage: stage,
            standing: standing.filter { isWithin || $0.machine.isToldOutside },
            signOffs: share.signOffAccount(under: rules.reference),
            ownerGap: stage == .ended
                ? nil
                : share.ownerGap(in: circumstances.roster, on: today).flatMap { gap in
                    isWithin || share.owner?.person != nil && gap.wantsAppointment ? gap : nil
                },
            history: history, actions: actions,
            sentBack: isWithin ? rules.definitions.sentBack(history.map(\.event)) : nil,
            asked: asked.filter { $0.concerns(person, in: circumstances.roster, on: circumstances.today) },
            lacksForAcceptance: share.lacksForAcceptance(in: circumstances, under: rules),
            foretold: isWithin
                && (actions.contains { $0.machine == .proposal && $0.editsTerms && $0.refusal == nil }
                    || share.isOnItsWayToSigning(under: rules))
                ? foretold(of: share, in: circumstances, under: rules) : ForetoldRefusals(),
            assessment: actions.contains { $0.transition.command == Self.answeringAssessment && $0.refusal == nil }
                ? try questions(of: share, set: "assessment").first : nil,
            decisions: isWithin ? try redundancyDecisions(about: reference, within: person.reach, in: reader) : [],
            names: try names(
                of: Set(history.flatMap(\.event.everybody) + owners.map { PersonID($0) }), for: person,
                under: roster.roster(in: reader)),
            isWithin: isWithin, today: today, moment: moment)
    }

    private static let answeringAssessment: CommandName = "answer-assessment"
}
