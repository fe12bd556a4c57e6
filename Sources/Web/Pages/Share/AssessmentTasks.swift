import Casework
import Shares
import Workflows

/// What is to be done before an assessment goes to the DPO, part by part, as whoever may write it sees it.
struct AssessmentTasks: Component {
    static let answering: CommandName = "answer-assessment"
    static let submitting: CommandName = "submit-assessment"
    static let id = "assessment-tasks"

    let share: Share
    let actions: [AvailableAction]
    let asked: AskedQuestions

    /// Nil where the visitor may not answer the questions of the assessment now.
    init?(share: Share, actions: [AvailableAction], asked: AskedQuestions?) {
        guard let asked, Self.areOpen(actions) else { return nil }
        self.share = share
        self.actions = actions
        self.asked = asked
    }

    static func areOpen(_ actions: [AvailableAction]) -> Bool {
        actions.contains { $0.machine == .dpia && $0.transition.command == answering && $0.refusal == nil }
    }

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, Self.id)) {
            tag(.h2, .id(Self.id)) { "The assessment, part by part" }
            tag(.p, .class("hint")) {
                "Each answer is saved. Open a part as a whole, or answer its questions one by one."
            }
            if share.mayScreenAgain || share.lacksScreening { screening }
            tag(.ul, .class("tasks")) {
                for section in sections(upTo: true) { part(section) }
                risks
                for section in sections(upTo: false) { part(section) }
                submission
            }
        }
    }

    /// Where the earlier conclusion may stand, nothing of the rest has to be done.
    private var screening: HTML {
        let again = action("screen")
        return tag(.div, .class("inset")) {
            tag(.p) {
                if share.lacksScreening {
                    "The terms have changed since they were screened. They are screened again before the assessment is submitted. "
                } else {
                    "The terms have changed. Screening them again comes first: where it finds that no assessment is required, the "
                    "DPO lets the earlier conclusion stand, and none of the parts below is needed. "
                }
                if let again, again.refusal == nil {
                    self.link(again, again.transition.title)
                } else {
                    "The data owner or the DPO screens."
                }
            }
        }
    }

    /// Those before risks and measures, which are steps 5 and 6 of the template, or those after them.
    private func sections(upTo isBefore: Bool) -> [String] {
        asked.questions.sections.filter { (($0.prefix { $0.isNumber }).first.map { $0 < "6" } ?? true) == isBefore }
    }

    private func part(_ section: String) -> HTML {
        let questions = asked.questions.section(section)
        let answered = questions.count { $0.text != nil }
        let wanting = questions.count(where: \.isWanting)
        let status =
            switch answered {
            case 0: StatusTag(wanting > 0 ? "Not yet started" : "Optional", .blue)
            case questions.count: StatusTag("All \(questions.count) answered", .green)
            default: StatusTag("\(answered) of \(questions.count) answered", wanting > 0 ? .yellow : .green)
            }
        return tag(.li) {
            tag(.div) {
                tag(.a, .href(link(.section(section)))) { section }
                if let first = (questions.first { $0.text == nil && $0.canBeAnswered } ?? questions.first) {
                    tag(.p, .class("hint")) {
                        tag(.a, .href(link(.question(first.question.id)))) {
                            "One question at a time"
                            tag(.span, .class("hidden")) { ": \(section)" }
                        }
                    }
                }
            }
            status
        }
    }

    private func link(_ part: QuestionPart) -> Link {
        Link(.answer(share.reference, .dpia, Self.answering, part))
    }

    /// Steps 5 and 6 of the template: risks, and what reduces them.
    @HTMLBuilder private var risks: HTML {
        let lacking = share.dpia.risks.count(where: \.lacksMeasure)
        tag(.li) {
            tag(.div) {
                "5 and 6. Risks and measures"
                tag(.ul, .class("hint")) {
                    for command in ["record-risk", "record-measure"] {
                        if let action = action(CommandName(rawValue: command)), action.refusal == nil {
                            tag(.li) {
                                command == "record-measure" && share.dpia.risks.isEmpty ? HTML() : self.link(action)
                            }
                        }
                    }
                }
            }
            if share.dpia.risks.isEmpty {
                StatusTag("No risk recorded", .yellow)
            } else if lacking > 0 {
                StatusTag("\(Words.count(lacking, "risk lacks", "risks lack")) a measure", .yellow)
            } else {
                StatusTag(Words.count(share.dpia.risks.count, "risk, met", "risks, all met"), .green)
            }
        }
    }

    /// The last task; until the others are done, why it cannot be begun.
    @HTMLBuilder private var submission: HTML {
        if let action = action(Self.submitting), action.refusal?.reasons.allSatisfy({ $0.question != .who }) ?? true {
            tag(.li) {
                if let refusal = action.refusal {
                    tag(.div) {
                        "Check your answers, and submit to the DPO"
                        tag(.ul, .class("hint")) {
                            for reason in refusal.reasons { tag(.li) { reason.asPagesSay } }
                        }
                    }
                    StatusTag("Cannot start yet", .grey)
                } else {
                    self.link(action, "Check your answers, and submit to the DPO")
                    StatusTag("Ready", .green)
                }
            }
        }
    }

    private func action(_ command: CommandName) -> AvailableAction? {
        actions.first { $0.machine == .dpia && $0.transition.command == command }
    }

    private func link(_ action: AvailableAction, _ words: String? = nil) -> HTML {
        tag(.a, .href(Link(.act(share.reference, .dpia, action.transition.command)))) {
            words ?? action.transition.title
        }
    }
}
