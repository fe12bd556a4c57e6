package import Ledger
package import Shares
import Workflows

/// A share as somebody looks at it: where it stands, what they may do with it now, and what happened to it.
package struct ShareLook: Sendable {
    package var share: Share
    package var stage: Stage
    /// Each machine, its state's title and meaning, and since when.
    package var standing: [MachineStanding]
    package var signOffs: SignOffAccount
    /// Oldest first.
    package var history: [PlacedEvent]
    package var actions: [AvailableAction]
    /// The questions of the assessment, where they may answer them.
    package var assessment: AskedQuestions?
    /// What was decided about it and shares like it, the newest first.
    package var decisions: [ConsolidationProgress]
    /// Whether how the department came to it is seen as well.
    package var isWithin: Bool
    /// The day on which it is shown.
    package var today: Day
}

extension Office {
    /// Everything at one moment, for somebody whose reach it is in; throws `NoSuchShare` for anybody else, who learns nothing
    /// of it.
    package func look(at reference: ShareReference, as person: Person) throws -> ShareLook {
        try read { reader in
            let share = try existing(reference, in: reader)
            guard person.reach.includes(share) else { throw NoSuchShare(reference: reference) }
            let rules = try rulebook(for: share.pin, in: reader)
            let isWithin = try seesWithin(share, person)
            let history = try recentShares.events(of: reference, in: reader)
            let actions = share.actions(
                for: try self.person(person.id, in: reader), in: try circumstances(of: share, in: reader), under: rules)
            return ShareLook(
                share: share, stage: Stage(share.configuration, under: rules.definitions),
                standing: MachineStanding.all(of: share, under: rules.definitions).filter {
                    isWithin || $0.machine.isToldOutside
                },
                signOffs: share.signOffAccount(under: rules.reference),
                history: isWithin ? history : history.asToldOutside(under: rules.definitions),
                actions: actions,
                assessment: actions.contains { $0.transition.command == Self.answeringAssessment && $0.refusal == nil }
                    ? try questions(of: share, set: "assessment").first : nil,
                decisions: isWithin ? try redundancyDecisions(about: reference, within: person.reach, in: reader) : [],
                isWithin: isWithin, today: today)
        }
    }

    private static let answeringAssessment: CommandName = "answer-assessment"
}
