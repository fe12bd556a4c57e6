import Casework
import Shares
import Workflows

/// The assessment as it is about to go to the DPO: answers part by part, each with the way to change it, and the risks.
struct CheckAssessment: Component {
    let share: Share
    let asked: AskedQuestions

    var html: HTML {
        tag(.h2) { "Check your answers" }
            + AssessmentAnswers(share: share.reference, questions: asked.questions, mayChange: true).html
            + tag(.h3) { "5 and 6. Risks and measures" } + RisksTable(risks: share.dpia.risks).html
    }
}
