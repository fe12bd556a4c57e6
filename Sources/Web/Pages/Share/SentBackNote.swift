import Casework
import Shares

/// What was asked when a request was sent back, for whoever writes it again.
struct SentBackNote: Component {
    let sentBack: SentBack
    /// What people are called.
    let names: PersonNames

    var html: HTML {
        tag(.div, .class("inset")) {
            tag(.p) {
                tag(.strong) { "Sent back to be put right" }
                " by \(names.words(sentBack.by)), \(sentBack.role.asPeopleSay), on \(sentBack.on.inWords):"
            }
            tag(.p) { HTML(shown: sentBack.reason) }
        }
    }
}
