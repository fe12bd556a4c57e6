import Shares
import Workflows

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
