import Shares
import Workflows

/// How a form asks for a field of a command: what is on record already is chosen, and never typed.
struct EvidenceControl {
    let share: Share
    let action: AvailableAction
    let people: [Person]
    let similar: [SimilarShare]
    /// Whether the terms were sent back, so that the answer is to whoever did.
    var isSentBack = false
    /// What somebody else asked for, where the command may answer it.
    var considered: AskedStep?

    private var command: CommandName { action.transition.command }
    private var records: [RecordName] { action.transition.records }

    /// A reference is one of what the command is about: a risk, an action, a condition.
    func label(of field: EvidenceField) -> String {
        if field == .capacity, records(.signature) { return "Capacity in which it is signed" }
        guard field == .reference else { return field.label }
        if records(.risk) { return "Risk that is written anew" }
        if isAboutRisk { return "Risk" }
        if records(.actionDone) { return "Action" }
        return isAboutCondition ? "Condition" : field.label
    }

    func control(of field: EvidenceField) -> FormField.Control {
        if let options = field.options(for: command) {
            return .choice(options.map { ($0, $0.replacing("-", with: " ").capitalisedFirst) })
        }
        switch field {
        case .capacity where !action.capacities.isEmpty:
            return .choice(action.capacities.map { ($0.role.rawValue, told($0)) })
        case .owner where records(.appointment): return holders(of: "data-owner")
        case .requester where records(.requester): return holders(of: "requester")
        case .reason, .advice, .measures, .condition, .answers, .evidence, .retained, .criteria, .risk: return .text
        case .reference where isAboutCondition:
            return numbered(share.approval.conditions.filter(\.isOpen).map { ($0.number, $0.text) })
        case .reference where isAboutRisk: return numbered(share.dpia.risks.map { ($0.number, $0.text) })
        case .reference where records(.actionDone):
            return numbered(share.dpia.actions.filter { $0.doneAt == nil }.map { ($0.number, $0.text) })
        case .similar: return .choice(similar.map { ($0.reference.rawValue, told($0)) })
        case .party:
            return .choice(action.parties.map { ($0, $0) })
        default: return .line(type: "text", autocomplete: "off")
        }
    }

    /// Whether the agreement tells it, as it tells what the assessment came to.
    private func isReadByParties(_ field: EvidenceField) -> Bool {
        field == .advice && records(.dpoAdvice) || field == .reason && records(.riskDecision)
    }

    /// What helps to answer; nil where the label says it all.
    func hint(of field: EvidenceField) -> String? {
        if field == .answers, isSentBack {
            return
                "What you say to what was asked. It is kept in the history of the share, where the data owner reads it."
        }
        if field == .reason, let considered,
            considered.isTurnedDown(from: share.state(action.machine), to: action.transition.to)
        {
            return "It is told to whoever asked for it."
        }
        if field == .reason, records(.notice) { return "It is told to the parties." }
        if isReadByParties(field) { return "It stands in the agreement, where the parties read it." }
        if field == .reason, records(.signOff) {
            return
                "What the data owner says here stands in the agreement, where the parties read it; what others say is for the department."
        }
        if field == .capacity, !action.capacities.isEmpty {
            return "You sign off in one of them alone. The other is then for somebody else to give."
        }
        if field == .measures, records(.measure) {
            return
                "The same words as before rate that measure anew: say in the reason why. Both ratings are kept, and the new one holds."
        }
        let isOfAction = [.owner, .due].contains(field) && !action.required.contains(field)
        if isOfAction, records(.measure) || records(.icoAnswer) {
            return field == .owner
                ? "Where somebody has to do something by a day: the id of a person, or words. Give owner and day, or neither."
                : "A date, such as 2026-02-05. Give it with the owner, or neither."
        }
        let takes = action.takes(field)
        return takes == "text" ? nil : takes.capitalisedFirst
    }

    /// Whether there is nothing to choose from, and nothing has to be chosen.
    func isIdle(_ field: EvidenceField) -> Bool { field == .reference && records(.risk) && share.dpia.risks.isEmpty }

    private var isAboutRisk: Bool { records(.risk) || records(.measure) || records(.droppedRisk) }
    private var isAboutCondition: Bool { records(.conditionMet) || records(.conditionWaived) }

    private func records(_ recording: Recording) -> Bool { records.contains(recording.name) }

    private func numbered(_ list: [(number: Int, text: String)]) -> FormField.Control {
        .choice(list.map { (String($0.number), "\($0.number). \($0.text)") })
    }

    private func told(_ other: SimilarShare) -> String {
        let isAnswered = share.similarAnswers.contains { $0.share == other.reference }
        return other.reference.rawValue + (isAnswered ? " (answered)" : "")
    }

    private func told(_ authority: Authority) -> String {
        guard let principal = authority.onBehalfOf else { return authority.role.title }
        let name = people.first { $0.id == principal }?.name
        return "\(authority.role.title), for \(name.map { "\($0) (\(principal))" } ?? principal.rawValue)"
    }

    private func holders(of role: RoleName) -> FormField.Control {
        .choice(people.filter { $0.roles.contains(role) }.map { ($0.id.rawValue, "\($0.name) (\($0.id))") })
    }
}
