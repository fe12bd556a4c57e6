import Casework
import Shares
import Workflows

/// What a review found so far, for whoever closes it: the answers to its questions, and what was said beside them.
struct ReviewMatter: Component {
    let share: Share
    let questions: [AnsweredQuestion]
    let names: PersonNames
    /// Whether the share would go on as it is.
    let continues: Bool

    static func isClosed(by action: AvailableAction) -> Bool {
        action.machine == .review && action.transition.records.contains(Recording.review.name)
    }

    /// Everybody who answered or said something.
    static func people(of share: Share, _ questions: [AnsweredQuestion]) -> Set<PersonID> {
        let said = share.reviewNotes.flatMap { [$0.by] + [$0.onBehalfOf].compactMap { $0 } }
        return Set(questions.compactMap { $0.answer?.by } + said)
    }

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "reviewed")) {
            tag(.h2, .id("reviewed")) { "What the review found" }
            answers
            if continues, questions.contains(where: { $0.highlight != nil }) {
                tag(.p, .class("inset")) {
                    "Some of these answers speak against going on as it is: to do so all the same needs a reason."
                }
            }
            if !share.reviewNotes.isEmpty {
                tag(.h3) { "What was said" }
                ReviewNotes(notes: share.reviewNotes, names: names)
            }
        }
    }

    private var answers: HTML {
        questions.filter { $0.standing != .notApplicable }.reduce(into: SummaryList()) { list, one in
            list.add("\(one.question.id) \(one.question.text)") {
                if let text = one.text {
                    HTML(shown: text + (one.answer.map { " (\(names.words($0.by)), \($0.at.day.inWords))" } ?? ""))
                    if let why = one.highlight { tag(.span, .class("understood")) { why } }
                } else {
                    tag(.span, .class("missing")) {
                        one.question.isRequired ? "Not answered" : "Not answered (optional)"
                    }
                }
            }
        }.html
    }
}

/// What people said in a review beside the answers to its questions.
struct ReviewNotes: Component {
    let notes: [ReviewNote]
    let names: PersonNames

    var html: HTML {
        tag(.ul) {
            for note in notes { tag(.li) { HTML(shown: "\(note.text) (\(said(note)))") } }
        }
    }

    private func said(_ note: ReviewNote) -> String {
        let role = note.onBehalfOf == nil ? note.role.map { " as \($0.noun)" } ?? "" : ""
        return "\(note.doneBy(naming: names.words))\(role), \(note.at.day.inWords)"
    }
}
