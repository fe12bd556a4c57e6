import Casework
import Shares
import Workflows

/// What is to be filled in before a request can be put forward, part by part, as whoever may edit it sees it.
struct TaskList: Component {
    /// What puts the terms forward, once they are complete.
    static let puttingForward: Set<CommandName> = ["submit", "resubmit", "submit-amendment"]

    let share: Share
    let actions: [AvailableAction]
    /// What is wanting, so that the terms could not be accepted.
    let lacking: [Refusal.Reason]

    /// Nil where the visitor may not edit the terms of a request.
    init?(share: Share, actions: [AvailableAction], lacking: [Refusal.Reason]) {
        guard actions.contains(where: { $0.editsTerms && $0.machine == .proposal && $0.refusal == nil }) else {
            return nil
        }
        self.share = share
        self.actions = actions
        self.lacking = lacking
    }

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "tasks")) {
            tag(.h2, .id("tasks")) { isPutForward ? "Before it is put forward" : "The terms, part by part" }
            tag(.ul, .class("tasks")) {
                for section in TermsSection.allCases { task(section) }
                for command in ["answer", "answer-similar"] { self.command(CommandName(rawValue: command)) }
                puttingForward
            }
        }
    }

    private var isPutForward: Bool { actions.contains { Self.puttingForward.contains($0.transition.command) } }

    private func task(_ section: TermsSection) -> HTML {
        let answered = section.answered(in: share.termsUnderConsideration)
        let all = section.fields.count
        let status =
            switch answered {
            case 0: StatusTag("Not yet started", .blue)
            case all: StatusTag("All \(all) answered", .green)
            default: StatusTag("\(answered) of \(all) answered", .yellow)
            }
        return tag(.li) {
            tag(.a, .href(Link(.edit(share.reference, section)))) { section.title }
            status
        }
    }

    @HTMLBuilder private func command(_ name: CommandName) -> HTML {
        if let action = actions.first(where: { $0.machine == .proposal && $0.transition.command == name }),
            action.refusal == nil
        {
            tag(.li) { link(action) }
        }
    }

    /// The last task; until the others are done, why it cannot be begun.
    @HTMLBuilder private var puttingForward: HTML {
        if let action = actions.first(where: {
            $0.machine == .proposal && Self.puttingForward.contains($0.transition.command)
        }), action.refusal?.reasons.allSatisfy({ $0.question != .who }) ?? true {
            tag(.li) {
                if let refusal = action.refusal {
                    tag(.div) {
                        "Check your answers, and put it forward"
                        tag(.ul, .class("hint")) {
                            for reason in refusal.reasons { tag(.li) { reason.asPagesSay } }
                        }
                    }
                    StatusTag("Cannot start yet", .grey)
                } else if !lacking.isEmpty {
                    tag(.div) {
                        link(action, "Check your answers, and put it forward")
                        tag(.p, .class("hint")) { "It can be put forward, but it could not be accepted yet:" }
                        tag(.ul, .class("hint")) {
                            for reason in lacking { tag(.li) { reason.asPagesSay } }
                        }
                    }
                    StatusTag("Incomplete", .yellow)
                } else {
                    link(action, "Check your answers, and put it forward")
                    StatusTag("Ready", .green)
                }
            }
        }
    }

    private func link(_ action: AvailableAction, _ words: String? = nil) -> HTML {
        tag(.a, .href(Link(.act(share.reference, action.machine, action.transition.command)))) {
            words ?? action.transition.title
        }
    }
}
