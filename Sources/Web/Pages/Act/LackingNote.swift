import Casework
import Shares
import Workflows

/// What is wanting still before terms can be accepted, for whoever is about to put them forward.
struct LackingNote: Component {
    let reasons: [Refusal.Reason]

    var html: HTML {
        tag(.div, .class("inset")) {
            tag(.p) { "This can be put forward, but it could not be accepted yet:" }
            tag(.ul) {
                for reason in reasons { tag(.li) { HTML(shown: reason.asPagesSay) } }
            }
        }
    }
}

/// How what is wanting of terms that nobody may write now is completed.
struct WayBackNote: Component {
    let share: ShareReference
    let action: AvailableAction

    var html: HTML {
        tag(.p) {
            "What is missing is written by whoever put it forward: "
            tag(.a, .href(Link(.act(share, action.machine, action.transition.command)))) { action.transition.title }
            " sends it back to them."
        }
    }
}
