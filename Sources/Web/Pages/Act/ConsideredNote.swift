import Casework
import Shares

/// What somebody asked for, for whoever decides on it.
struct ConsideredNote: Component {
    let step: AskedStep
    let names: PersonNames

    var html: HTML {
        tag(.div, .class("inset")) {
            tag(.p) {
                tag(.strong) { step.title }
                ": asked for by \(names.words(step.by)), \(step.role.asPeopleSay), on \(step.on.inWords)"
                step.reason == nil ? "." : ":"
            }
            if let reason = step.reason { tag(.p) { HTML(shown: reason) } }
        }
    }
}
