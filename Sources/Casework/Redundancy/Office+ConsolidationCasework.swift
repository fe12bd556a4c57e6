import Ledger
import Redundancy
import Shares
import Workflows

/// The commands that a decision about redundant shares gives to one of them, and the share as they make it.
struct ConsolidationStep {
    var share: Share
    var events: [Event] = []

    /// What a decision gives its commands with.
    struct Setting {
        var decision: RedundancyDecision
        var number: Int
        var person: Person
        /// In the order of their numbers.
        var earlier: [RecordedDecision]
        /// Shares of which the retirement is taken back by this decision: the ledger does not know it yet.
        var freed: Set<ShareReference> = []

        /// `Decision 4 on redundant shares`
        var title: String { "Decision \(number) on redundant shares" }
    }
}

extension Office {
    /// Gives one share what a decision comes to for it, and says so in its part of the outcome.
    func carryOut(
        _ setting: ConsolidationStep.Setting, on share: Share, in reader: LedgerReader,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws -> ConsolidationStep {
        var step = ConsolidationStep(share: share)
        switch setting.decision.survivor {
        case nil: try keep(setting, in: reader, &step, &part)
        case share.reference:
            part.part = .survivor
            if let caution = setting.decision.caution { part.says.append(caution) }
            try keepSurvivor(setting, in: reader, &step, &part)
            if part.refusal == nil { try amend(setting, in: reader, &step, &part) }
        default:
            part.part = .superseded
            try retire(setting, in: reader, &step, &part)
        }
        return step
    }

    /// A share that stays: a retirement that an earlier decision about the same shares began is ended.
    private func keep(
        _ setting: ConsolidationStep.Setting, in reader: LedgerReader, _ step: inout ConsolidationStep,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws {
        let share = step.share
        guard share.state(.retirement) != "not-begun" else {
            part.says.append("Stays as it is.")
            return
        }
        guard let begun = setting.earlier.consolidation(retiring: share.reference),
            let survivor = begun.decision.survivor
        else {
            part.says.append("Its retirement goes on: no decision about redundant shares began it.")
            return
        }
        guard setting.decision.shares.contains(survivor) else {
            part.says.append(
                "Its retirement in favour of \(survivor) (decision \(begun.number)) goes on: to keep it, decide about both."
            )
            return
        }
        try takeBack(setting, why: setting.decision.reason, in: reader, &step, &part)
        if part.refusal == nil {
            part.says.append("Its retirement (decision \(begun.number)) is taken back, and it stays as it is.")
        }
    }

    /// A share that takes over, and of which the retirement in favour of one of the others was only proposed.
    private func keepSurvivor(
        _ setting: ConsolidationStep.Setting, in reader: LedgerReader, _ step: inout ConsolidationStep,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws {
        guard step.share.state(.retirement) != "not-begun" else { return }
        let others = setting.decision.superseded.map(\.rawValue).joined(separator: ", ")
        try takeBack(
            setting, why: "It takes over from \(others). \(setting.decision.reason)", in: reader, &step, &part)
        if part.refusal == nil { part.says.append("Its own retirement, which was proposed, is taken back.") }
    }

    private func takeBack(
        _ setting: ConsolidationStep.Setting, why: String, in reader: LedgerReader, _ step: inout ConsolidationStep,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws {
        let order = Order("withdraw-retirement", machine: .retirement, fields: ["reason": "\(setting.title). \(why)"])
        try give(order, by: setting, in: reader, &step, &part)
    }

    /// Begins the amendment of the survivor where it has to carry more, with the additions as its draft where the person
    /// may edit; else they stand in the reason.
    private func amend(
        _ setting: ConsolidationStep.Setting, in reader: LedgerReader, _ step: inout ConsolidationStep,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws {
        let share = step.share
        guard let additions = setting.decision.additions, !additions.isEmpty else {
            part.says.append(
                setting.decision.insisted == nil
                    ? "Carries all that the others carry, and stays as it is."
                    : "Carries the same data as the others, and stays as it is.")
            return
        }
        switch share.state(.proposal) {
        case "amending", "amendment-submitted", "amendment-accepted":
            part.says.append("An amendment is under way already; it has to take in: \(additions.inWords).")
            return
        case "inherited":
            part.says.append(
                "Its inherited terms have to be confirmed before they can be amended; then to add: \(additions.inWords)."
            )
            return
        case "draft", "returned":
            part.says.append("It is a request still, which has to take in: \(additions.inWords).")
            return
        default: break
        }
        let rules = try rulebook(for: share.pin, in: reader)
        guard !rules.definitions[.approval].members(of: "inherited").contains(share.state(.approval)) else {
            part.says.append(
                "It is being regularised, and can be amended once it is in force; then to add: \(additions.inWords).")
            return
        }
        let others = setting.decision.superseded.map(\.rawValue).joined(separator: ", ")
        let why = "\(setting.title): to take over from \(others). To add: \(additions.inWords)."
        try give(
            Order(
                "begin-amendment", machine: .proposal, fields: ["reason": "\(why) \(setting.decision.reason)"]),
            by: setting, in: reader, &step, &part)
        guard part.refusal == nil else { return }
        part.says.append("An amendment is begun, to add: \(additions.inWords).")
        let edit = Order("edit", machine: .proposal, fields: step.share.terms.draft(adding: additions))
        switch try decide(
            edit, on: step.share, by: setting.person, in: try circumstances(of: step.share, edit, in: reader),
            under: rules)
        {
        case .event(let edited):
            step.events.append(edited)
            step.share.apply(edited)
            part.commands.append(edit.command)
            part.says.append("The additions are drafted in it, for its requester and data owner to look at.")
        case .refused:
            part.says.append("Its requester, data owner or the hub drafts them: you may not edit its terms.")
        }
    }

    /// Proposes the retirement of a share of which the survivor is the successor; one that was only proposed in favour of
    /// another is proposed anew.
    private func retire(
        _ setting: ConsolidationStep.Setting, in reader: LedgerReader, _ step: inout ConsolidationStep,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws {
        guard let survivor = setting.decision.survivor else { return }
        if step.share.state(.retirement) != "not-begun" {
            let successor = step.share.retirement.successor
            if successor == survivor {
                part.says.append("Its retirement, superseded by \(survivor), is under way already.")
                return
            }
            guard step.share.state(.retirement) == "proposed" else {
                part.says.append(
                    "Its retirement is under way already; its data owner names \(survivor) as what takes over.")
                return
            }
            try takeBack(
                setting, why: "It is proposed anew, superseded by \(survivor).", in: reader, &step, &part)
            guard part.refusal == nil else { return }
            let favour = successor.map { " in favour of \($0)" } ?? ""
            part.says.append("Its retirement\(favour), which was proposed, is taken back.")
        }
        let order = Order(
            "propose-retirement", machine: .retirement,
            fields: [
                "reason": "\(setting.title): superseded by \(survivor). \(setting.decision.reason)",
                "successor": survivor.rawValue,
            ])
        try give(order, by: setting, in: reader, &step, &part)
        guard part.refusal == nil else { return }
        part.says.append("Its retirement is proposed, superseded by \(survivor); its data owner decides.")
    }

    /// Gives a command, or notes why not, which keeps the whole decision from being taken.
    private func give(
        _ order: Order, by setting: ConsolidationStep.Setting, in reader: LedgerReader, _ step: inout ConsolidationStep,
        _ part: inout ConsolidationOutcome.ForShare
    ) throws {
        var circumstances = try circumstances(of: step.share, order, in: reader)
        for share in setting.freed where circumstances.others[share] == .retiresIntoThis {
            circumstances.others[share] = .open
        }
        switch try decide(
            order, on: step.share, by: setting.person, in: circumstances,
            under: try rulebook(for: step.share.pin, in: reader))
        {
        case .event(let event):
            step.events.append(event)
            step.share.apply(event)
            part.commands.append(order.command)
        case .refused(let refusal): part.refusal = refusal
        }
    }
}

extension Shares.Terms {
    /// The fields that take additions in, as a person would type them.
    fileprivate func draft(adding additions: SurvivorAdditions) -> [String: String] {
        func longer(_ field: TermsField, by added: [String]) -> String {
            ([text(of: field)] + added).filter { !$0.isEmpty }.joined(separator: "; ")
        }
        var fields: [String: String] = [:]
        if !additions.items.isEmpty {
            fields[TermsField.dataItems.rawValue] = longer(.dataItems, by: additions.items)
        }
        if !additions.subjects.isEmpty {
            fields[TermsField.dataSubjects.rawValue] = longer(.dataSubjects, by: additions.subjects)
        }
        for (field, conditions) in Dictionary(
            grouping: additions.conditions ?? [],
            by: { $0 == "Article 10" ? TermsField.criminalOffenceCondition : .specialCategoryCondition })
        {
            fields[field.rawValue] = longer(field, by: conditions)
        }
        fields[TermsField.frequency.rawValue] = additions.frequency
        return fields
    }
}
