import Casework
import Shares
import Workflows

/// The answers of an assessment, part by part.
struct AssessmentAnswers: Component {
    let share: ShareReference
    let questions: [AnsweredQuestion]
    /// Whether each that can be answered has the way to change it, and contact details are shown.
    var mayChange = false
    /// The heading of a part.
    var heading = Element.h3

    var html: HTML {
        var html = HTML()
        for section in questions.sections {
            html.append(tag(heading) { section })
            html.append(answers(questions.section(section)))
        }
        return html
    }

    private func answers(_ questions: [AnsweredQuestion]) -> HTML {
        questions.reduce(into: SummaryList()) { list, one in
            list.add("\(one.question.id) \(one.question.text)") {
                if !mayChange, one.text != nil, one.question.field?.isContact == true {
                    // Who looks at contact details is recorded, and here it is not.
                    tag(.a, .href(Link(.contacts(share)))) { "Contacts" }
                } else if let text = one.text {
                    HTML(shown: one.question.words(text))
                    if let why = one.highlight { tag(.span, .class("understood")) { why } }
                } else {
                    tag(.span, .class("missing")) {
                        one.question.isRequired ? "Not answered" : "Not answered (optional)"
                    }
                }
                if mayChange, one.canBeAnswered {
                    " "
                    tag(
                        .a,
                        .href(Link(.answer(share, .dpia, AssessmentTasks.answering, .question(one.question.id))))
                    ) {
                        "Change"
                        tag(.span, .class("hidden")) { " answer \(one.question.id)" }
                    }
                }
            }
        }.html
    }
}

/// The same, folded away until somebody asks for it.
struct AssessmentDetails: Component {
    let share: Share
    let questions: [AnsweredQuestion]

    var html: HTML {
        let asked = questions.filter { $0.standing != .notApplicable }
        let answered = asked.count { $0.text != nil }
        guard answered > 0, !share.needsNoAssessment else { return HTML() }
        return tag(.details) {
            tag(.summary) { "The answers of the assessment, part by part: \(answered) of \(asked.count) answered" }
            AssessmentAnswers(share: share.reference, questions: questions, heading: .h4)
        }
    }
}

extension Question {
    /// An answer as people say it: a day, or a length of time, in words.
    func words(_ text: String) -> String {
        field?.words(text) ?? (kind == .day ? Day(iso: text)?.inWords : nil) ?? text
    }
}
