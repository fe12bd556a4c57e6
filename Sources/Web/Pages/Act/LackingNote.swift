import Shares

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
