import Casework
import Shares
import Workflows

/// Where on the pages a reason why something is refused can be mended, for whoever may mend it.
struct MendingPlace: Sendable {
    var share: ShareReference
    /// Whether the terms can be edited.
    var mayEdit: Bool
    /// The first question of the assessment that has to be answered and is not.
    var question: String?
    /// What a form calls fields otherwise than they are called elsewhere, by name.
    var labels: [String: String] = [:]

    func problem(_ reason: Refusal.Reason) -> FormProblem {
        var problem = FormProblem(field: reason.field, message: reason.asPagesSay)
        if reason.rule == "evidence-missing", let label = reason.field.flatMap({ labels[$0] }) {
            problem.message = "\(label) is missing."
        }
        guard reason.field == nil else { return problem }
        if mayEdit, let field = reason.wants,
            let section = TermsSection.allCases.first(where: { $0.fields.contains(field) })
        {
            problem.route = .edit(share, section)
        } else if let question, reason.rule == Fact.assessmentQuestionsAnswered.rawValue {
            problem.route = .answer(share, .dpia, AssessmentTasks.answering, .question(question))
        }
        return problem
    }
}
