import Casework
import Shares
import Workflows

/// What whoever looks may do with the share now, and why not the rest.
struct ShareActions: Component {
    let reference: ShareReference
    let actions: [AvailableAction]

    var html: HTML {
        let possible = actions.filter { $0.refusal == nil }
        let waiting = actions.filter { !$0.isDone }.filter { action in
            action.refusal.map { $0.reasons.allSatisfy { $0.question != .who } } ?? false
        }
        return tag(.section, .with(.ariaLabelledBy, "actions")) {
            tag(.h2, .id("actions")) { "What you may do now" }
            if possible.isEmpty {
                tag(.p) { "Nothing here waits for you." }
            } else {
                tag(.ul, .class("actions")) {
                    for action in possible { tag(.li) { link(action) } }
                }
            }
            if !waiting.isEmpty {
                tag(.details) {
                    tag(.summary) { "Yours to do, but not yet: \(waiting.count)" }
                    tag(.ul) {
                        for action in waiting {
                            tag(.li) {
                                tag(.strong) { action.transition.title }
                                tag(.ul) {
                                    for reason in action.refusal?.reasons ?? [] {
                                        tag(.li) { HTML(shown: reason.asPagesSay) }
                                    }
                                }
                                if let wayBack = actions.wayBack(for: action) {
                                    WayBackNote(share: reference, action: wayBack)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func link(_ action: AvailableAction) -> HTML {
        tag(.a, .href(Link(.act(reference, action.machine, action.transition.command)))) {
            action.transition.title
            tag(.span, .class("hidden")) { " (\(action.machine.asPeopleSay))" }
        }
    }
}
