import Casework
import Shares
import Workflows

/// What is to be filled in before a request can be put forward, part by part, as whoever may edit it sees it.
struct TaskList: Component {
    /// What puts the terms forward, once they are complete.
    static let puttingForward: Set<CommandName> = ["submit", "resubmit", "submit-amendment"]
    /// What takes them as they are.
    static let accepting: Set<CommandName> = ["accept", "adopt", "accept-amendment"]
    static let id = "tasks"

    let share: Share
    let actions: [AvailableAction]
    /// What is wanting, so that the terms could not be accepted.
    let lacking: [Refusal.Reason]
    /// What will stop them later.
    let foretold: ForetoldRefusals
    /// The questions about the terms, with what was answered.
    let questions: [AnsweredQuestion]

    /// Nil where the visitor may not edit the terms of a request.
    init?(look: ShareLook, questions: [AnsweredQuestion]) {
        let actions = look.actions
        guard actions.contains(where: { $0.editsTerms && $0.machine == .proposal && $0.refusal == nil }) else {
            return nil
        }
        share = look.share
        self.actions = actions
        lacking = look.lacksForAcceptance
        foretold = look.foretold
        self.questions = questions
    }

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, Self.id)) {
            tag(.h2, .id(Self.id)) { isPutForward ? "Before it is put forward" : "The terms, part by part" }
            tag(.ul, .class("tasks")) {
                for section in TermsSection.allCases { task(section) }
                answering
                answeringForSimilar
                puttingForward
            }
            OpenParts(reasons: foretold.reasoned, isFolded: true)
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
            tag(.div) {
                tag(.a, .href(Link(.edit(share.reference, section)))) { section.title }
                warnings(
                    accepting: unsaid.filter { $0.isOf(section) },
                    opening: foretold.opening.filter { $0.isOf(section) },
                    freezing: foretold.freezing.filter { $0.isOf(section) })
                if let review = foretold.review, section.fields.contains(.reviewDate) {
                    tag(.p, .class("hint")) { review }
                }
            }
            status
        }
    }

    /// What of a part, or of none, will be refused later.
    @HTMLBuilder private func warnings(
        accepting: [Refusal.Reason], opening: [Refusal.Reason], freezing: [Refusal.Reason]
    ) -> HTML {
        if !(accepting + opening + freezing).isEmpty {
            tag(.ul, .class("hint")) {
                for reason in accepting { tag(.li) { HTML(shown: "Before it can be accepted: " + reason.wanting) } }
                for reason in opening {
                    tag(.li) { HTML(shown: "Before it is opened for sign-off: " + reason.wanting) }
                }
                for reason in freezing { tag(.li) { HTML(shown: "Before it can be signed: " + reason.wanting) } }
            }
        }
    }

    /// What accepting would refuse, beside what putting it forward does.
    private var unsaid: [Refusal.Reason] {
        let refused = Set(forward?.refusal?.reasons.map(\.says) ?? [])
        return lacking.filter { !refused.contains($0.says) }
    }

    /// What puts the terms forward, for whoever may.
    private var forward: AvailableAction? {
        guard
            let action = actions.first(where: {
                $0.machine == .proposal && Self.puttingForward.contains($0.transition.command)
            }), action.refusal?.reasons.allSatisfy({ $0.question != .who }) ?? true
        else { return nil }
        return action
    }

    /// The questions about the terms, all on one page or one by one.
    @HTMLBuilder private var answering: HTML {
        if let action = possible("answer") {
            let asked = questions.filter { $0.standing != .notApplicable }
            let answered = asked.count { $0.text != nil }
            tag(.li) {
                tag(.div) {
                    link(action)
                    if let first = asked.first(where: { $0.text == nil && $0.canBeAnswered })
                        ?? asked.first(where: \.canBeAnswered)
                    {
                        tag(.p, .class("hint")) {
                            tag(
                                .a,
                                .href(
                                    Link(
                                        .answer(
                                            share.reference, .proposal, action.transition.command,
                                            .question(first.question.id))))
                            ) { "One question at a time" }
                        }
                    }
                    warnings(accepting: [], opening: [], freezing: foretold.freezing.filter(\.isOfNoSection))
                }
                if answered == 0 {
                    StatusTag("Not yet started", .blue)
                } else if answered == asked.count {
                    StatusTag("All \(answered) answered", .green)
                } else {
                    StatusTag("\(answered) of \(asked.count) answered", .yellow)
                }
            }
        }
    }

    /// Only where there is a share like this one.
    @HTMLBuilder private var answeringForSimilar: HTML {
        if let action = possible("answer-similar") {
            let open = action.similar.filter { other in !share.similarAnswers.contains { $0.share == other } }.count
            tag(.li) {
                link(action)
                if action.similar.isEmpty {
                    StatusTag("Not yet known", .grey)
                } else if open == 0 {
                    StatusTag("All \(action.similar.count) answered", .green)
                } else {
                    StatusTag("\(action.similar.count - open) of \(action.similar.count) answered", .yellow)
                }
            }
        }
    }

    private func possible(_ command: CommandName) -> AvailableAction? {
        actions.first { $0.machine == .proposal && $0.transition.command == command && $0.refusal == nil }
    }

    /// The last task; until the others are done, why it cannot be begun.
    @HTMLBuilder private var puttingForward: HTML {
        if let action = forward {
            tag(.li) {
                if let refusal = action.refusal {
                    tag(.div) {
                        "Check your answers, and put it forward"
                        hints(refusal.reasons)
                    }
                    StatusTag("Cannot start yet", .grey)
                } else if !lacking.isEmpty {
                    tag(.div) {
                        link(action, "Check your answers, and put it forward")
                        tag(.p, .class("hint")) {
                            "It can be put forward, but it could not be accepted yet: see what is said of the parts above."
                        }
                        hints(lacking.filter(\.isOfNoSection))
                    }
                    StatusTag("Incomplete", .yellow)
                } else if !foretold.all.isEmpty {
                    tag(.div) {
                        link(action, "Check your answers, and put it forward")
                        tag(.p, .class("hint")) {
                            "It can be put forward and accepted. What is said of the parts above will stop it later."
                        }
                    }
                    StatusTag("Ready, with warnings", .yellow)
                } else {
                    link(action, "Check your answers, and put it forward")
                    StatusTag("Ready", .green)
                }
            }
        }
    }

    @HTMLBuilder private func hints(_ reasons: [Refusal.Reason]) -> HTML {
        if !reasons.isEmpty {
            tag(.ul, .class("hint")) {
                for reason in reasons { tag(.li) { reason.asPagesSay } }
            }
        }
    }

    private func link(_ action: AvailableAction, _ words: String? = nil) -> HTML {
        tag(.a, .href(Link(.act(share.reference, action.machine, action.transition.command)))) {
            words ?? action.transition.title
        }
    }
}

extension Refusal.Reason {
    /// Whether what it wants is asked for in a part of the terms.
    fileprivate func isOf(_ section: TermsSection) -> Bool {
        wants.map { section.fields.contains($0) } ?? false
    }

    /// Whether it wants what no part of the terms says.
    fileprivate var isOfNoSection: Bool { !TermsSection.allCases.contains { isOf($0) } }
}
