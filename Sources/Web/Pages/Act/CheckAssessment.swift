import Casework
import Shares
import Workflows

/// The assessment as it is about to go to the DPO: answers part by part, each with the way to change it, and the risks.
struct CheckAssessment: Component {
    let share: Share
    let asked: AskedQuestions

    var html: HTML {
        var html = tag(.h2) { "Check your answers" }
        for section in asked.sections {
            html.append(tag(.h3) { section })
            html.append(answers(asked.section(section)))
        }
        html.append(tag(.h3) { "5 and 6. Risks and measures" })
        html.append(risks)
        return html
    }

    private func answers(_ questions: [AnsweredQuestion]) -> HTML {
        questions.reduce(into: SummaryList()) { list, one in
            list.add("\(one.question.id) \(one.question.text)") {
                if let text = one.text {
                    text
                } else {
                    tag(.span, .class("missing")) {
                        one.question.isRequired ? "Not answered" : "Not answered (optional)"
                    }
                }
                if one.canBeAnswered {
                    " "
                    tag(
                        .a,
                        .href(
                            Link(
                                .answer(
                                    share.reference, .dpia, AssessmentTasks.answering, .question(one.question.id))))
                    ) {
                        "Change"
                        tag(.span, .class("hidden")) { " answer \(one.question.id)" }
                    }
                }
            }
        }.html
    }

    private var risks: HTML {
        guard !share.dpia.risks.isEmpty else { return tag(.p) { "No risk is recorded." } }
        var table = DataTable(
            id: "risks", caption: "Risks with what is done about them",
            columns: ["Risk", "Before", "Measures", "What remains"].map { DataTable.Column($0) })
        for risk in share.dpia.risks {
            table.add([
                HTML(shown: "\(risk.number). \(risk.text)"), StatusTag(risk.overall).html,
                HTML(shown: risk.measures.map(\.text).joined(separator: "; ").nonEmpty ?? "None"),
                StatusTag(risk.residual).html,
            ])
        }
        return table.html
    }
}
