import Casework
import Shares

/// What whoever opens a form could not do any more once they have sent it, and nobody in their place.
struct ForgoneNote: Component {
    /// What the form does.
    let title: String
    let forgone: Forgone

    var html: HTML {
        let what = forgone.titles.map { "“\($0)”" }.joined(separator: " or ")
        return tag(.p, .class("inset")) {
            "Whoever does “\(title)” does not do \(what) afterwards (segregation of duties): "
            "that then takes another \(forgone.role.noun)."
        }
    }
}
