import Casework
import Shares

/// The terms as they are about to be put forward, part by part, each with the way to change it.
struct CheckAnswers: Component {
    let share: Share
    /// What of the terms is not understood.
    var doubts: [Finding] = []
    /// The questions about the terms, with what was answered.
    var asked: AskedQuestions?

    var html: HTML {
        var html = tag(.h2) { "Check your answers" }
        let terms = share.termsUnderConsideration
        for section in TermsSection.allCases {
            var list = SummaryList()
            for field in section.fields {
                let text = terms.words(of: field)
                list.add(field.label) {
                    if text.trimmed.isEmpty {
                        tag(.span, .class("missing")) { "Not answered" }
                    } else {
                        HTML(shown: text)
                        for doubt in doubts where doubt.place == .field(field.rawValue) {
                            tag(.span, .class("understood")) { doubt.message.inShort }
                        }
                    }
                }
            }
            html.append(tag(.h3) { section.title })
            html.append(list.html)
            html.append(
                tag(.p) {
                    tag(.a, .href(Link(.edit(share.reference, section)))) {
                        "Change"
                        tag(.span, .class("hidden")) { " \(section.title)" }
                    }
                })
        }
        let answered = asked?.questions.filter { $0.text != nil && $0.question.field == nil } ?? []
        if !answered.isEmpty {
            html.append(tag(.h3) { "Answers to questions" })
            html.append(
                answered.reduce(into: SummaryList()) { list, one in
                    list.add("\(one.question.id) \(one.question.text)") { HTML(shown: one.text ?? "") }
                }.html)
        }
        return html
    }
}
