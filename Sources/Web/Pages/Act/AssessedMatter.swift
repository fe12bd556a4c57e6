import Casework
import Shares
import Workflows

/// What somebody advises or decides on: the risks and what is done about them, what was screened and advised, and the answers
/// of the assessment.
struct AssessedMatter: Component {
    let look: ShareLook
    let questions: [AnsweredQuestion]

    /// Commands that judge an assessment, or a screening, that others have written.
    private static let judging: Set<CommandName> = [
        "advise", "approve-dpia", "refuse-dpia", "return-assessment", "refer-to-ico", "record-ico-answer", "excuse",
        "keep-assessment", "reopen",
    ]

    static func isJudged(by action: AvailableAction) -> Bool {
        action.machine == .dpia && judging.contains(action.transition.command)
    }

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "assessed")) {
            tag(.h2, .id("assessed")) { "What is decided on" }
            if !look.share.dpia.risks.isEmpty { RisksTable(risks: look.share.dpia.risks) }
            AssessmentRecord(share: look.share, names: look.names, showsRisks: false)
            AssessmentDetails(share: look.share, questions: questions)
        }
    }
}
