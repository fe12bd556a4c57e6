import Casework
import Shares

/// What whoever looks asked for, and what became of it.
struct AskedStepNote: Component {
    let step: AskedStep
    /// Whether they are told how the department comes to what it decides.
    let isWithin: Bool
    /// What people are called, as far as it is told.
    let names: PersonNames

    var html: HTML {
        tag(.div, .class("inset")) {
            if let answer = step.answer, let outcome = step.outcome(isWithin: isWithin) {
                tag(.p) {
                    tag(.strong) { outcome }
                    ": what became of “\(step.title)”, asked for on \(step.on.inWords). So decided "
                    answer.role.asPeopleSay
                    names[answer.by].map { ", \($0)," } ?? ""
                    " on \(answer.on.inWords)"
                    answer.reason == nil ? "." : ":"
                }
                if let reason = answer.reason { tag(.p) { HTML(shown: reason) } }
            } else {
                tag(.p) {
                    tag(.strong) { step.title }
                    ": asked for on \(step.on.inWords), and not decided yet."
                }
                if let reason = step.reason { tag(.p) { HTML(shown: reason) } }
            }
        }
    }
}
