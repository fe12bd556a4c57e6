import Casework
import Shares

/// What will stop a share later, for whoever puts its terms forward or accepts them: it is said now, and refused then.
struct ForetoldNote: Component {
    let foretold: ForetoldRefusals

    var html: HTML {
        tag(.div, .class("inset"), .id("foretold")) {
            list(
                "As the terms are, they could not be opened for sign-off:",
                foretold.opening)
            list(
                foretold.opening.isEmpty
                    ? "As the terms are, their agreement could not be signed:"
                    : "And their agreement could not be signed:", foretold.freezing)
        }
    }

    @HTMLBuilder private func list(_ words: String, _ reasons: [Refusal.Reason]) -> HTML {
        if !reasons.isEmpty {
            tag(.p) { words }
            tag(.ul) {
                for reason in reasons { tag(.li) { HTML(shown: reason.asPagesSay) } }
            }
        }
    }
}
