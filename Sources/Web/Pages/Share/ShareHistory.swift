import Casework
import Ledger
import Shares
import Workflows

/// Everything that happened to a share, oldest first: who, as what, when, and what changed.
struct ShareHistory: Component {
    var title = "History"
    let events: [PlacedEvent]
    /// Where a step is compared with the one before it; nil where it is compared already.
    var compared: ShareReference?
    /// What commands and states are called.
    let definitions: CheckedDefinitions
    var names = PersonNames()

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "history")) {
            tag(.h2, .id("history")) { title }
            tag(.ol, .class("history")) {
                for placed in events { item(placed.event) }
            }
        }
    }

    /// People by their names, days and what was chosen from a list in words.
    private func told(_ name: String, _ value: String, given command: CommandName) -> String {
        if Event.fieldsOfPeople.contains(name) { return names.words(PersonID(value)) }
        let field = EvidenceField(rawValue: name)
        let role = RoleName(rawValue: value)
        if field == .capacity, RoleName.known.contains(role) { return role.title }
        if let options = field?.options(for: command), options.contains(value) {
            return value.replacing("-", with: " ").capitalisedFirst
        }
        return Day(iso: value)?.inWords ?? value
    }

    /// It stands beside the person, who is called by it already.
    private static let ownersName = "owner-name"

    /// What a field of the evidence is called: `Review, question 8` of an answer.
    private func label(of name: String) -> String {
        let parts = name.split(separator: "/", maxSplits: 1)
        if parts.count == 2 { return "\(String(parts[0]).capitalisedFirst), question \(parts[1])" }
        return name == "judgement"
            ? "What the triggers come to"
            : EvidenceField(rawValue: name)?.label ?? name.replacing("-", with: " ").capitalisedFirst
    }

    /// Tables are told apart by their captions.
    private func changed(_ changes: [TermsChange], in event: Event) -> ChangesTable {
        ChangesTable(
            id: "changes-\(event.version)", caption: "What changed with step \(event.version)", changes: changes)
    }

    private func item(_ event: Event) -> HTML {
        // Who stood in for whom is the organisation's own affair.
        let principal = names.organisation(of: event.actor) == nil ? event.people.dropFirst().first : nil
        return tag(.li) {
            tag(.h3) { event.told(under: definitions).inShort }
            tag(.p, .class("hint")) {
                tag(.time, .with(.datetime, event.at.description)) { event.at.day.inWords }
                ", "
                HTML(person: event.actor, names)
                if event.actor != .system { " as \(event.role.noun)" }
                if let principal { " for " + names.words(principal) }
            }
            if let compared, event.version > 1, event.changesTerms {
                tag(.p) {
                    tag(.a, .href(Link(.versions(compared, from: event.version - 1, to: event.version)))) {
                        "Compare steps \(event.version - 1) and \(event.version)"
                    }
                }
            }
            switch event.happening {
            case .registered: HTML()
            case .relocated(let relocation):
                if let reason = relocation.reason { tag(.p) { HTML(shown: reason) } }
            case .corrected(let correction):
                if !correction.changes.isEmpty {
                    changed(correction.changes, in: event)
                }
            case .acted(let act):
                if !act.evidence.isEmpty {
                    act.evidence.filter { $0.key != Self.ownersName }.sorted { $0.key < $1.key }.reduce(
                        into: SummaryList()
                    ) { list, field in
                        list.add(label(of: field.key)) {
                            HTML(shown: told(field.key, field.value, given: act.command).nonEmpty ?? "Taken back")
                        }
                    }
                }
                if !act.changes.isEmpty {
                    changed(act.changes, in: event)
                }
                if let frozen = act.frozen {
                    frozen.inWords(role: \.title, naming: names.words).reduce(into: SummaryList()) { list, line in
                        list.add(line.heading) { HTML(shown: line.text) }
                    }
                }
            }
        }
    }
}

extension Event {
    fileprivate var changesTerms: Bool {
        switch happening {
        case .corrected(let correction): !correction.changes.isEmpty
        case .acted(let act): !act.changes.isEmpty
        case .registered, .relocated: false
        }
    }
}
