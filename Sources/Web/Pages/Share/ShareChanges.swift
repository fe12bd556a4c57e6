import Casework
import Shares

/// What an amendment changes, and what was decided of every version that was put forward.
struct ShareChanges: Component {
    let account: ChangesAccount
    /// What people are called.
    let names: PersonNames

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "changes")) {
            tag(.h2, .id("changes")) { "Changes and decisions" }
            if !account.underWay.isEmpty {
                ChangesTable(id: "amendment", caption: "Amendment under way", changes: account.underWay)
            }
            for (place, round) in account.rounds.enumerated() { self.round(round, place) }
        }
    }

    private func round(_ round: TermsRound, _ place: Int) -> HTML {
        tag(.h3) {
            (round.kind == .request ? "Request" : "Amendment \(round.number)") + (round.isOver ? "" : ", under way")
        }
            + tag(.p, .class("hint")) {
                HTML(
                    shown: "Begun on \(round.begunAt.day.inWords) by \(names.words(round.begunBy))"
                        + (round.reason.map { ": \($0)" } ?? ""))
            }
            + decisions(round.decisions)
            + round.submissions.reduce(into: HTML()) { html, one in html.append(submission(one, place)) }
    }

    private func submission(_ one: TermsRound.Submission, _ place: Int) -> HTML {
        let id = "round-\(place + 1)-\(one.number)"
        return tag(.p) {
            "Submission \(one.number), on \(one.at.day.inWords) by \(names.words(one.by))"
        }
            + (one.changes.isEmpty
                ? HTML()
                : ChangesTable(id: id, caption: "What submission \(one.number) changes", changes: one.changes).html)
            + (one.sinceLast.isEmpty
                ? HTML()
                : ChangesTable(
                    id: id + "-since", caption: "Since submission \(one.number - 1)", changes: one.sinceLast
                ).html)
            + decisions(one.decisions)
    }

    private func decisions(_ all: [TermsRound.Decision]) -> HTML {
        all.isEmpty
            ? HTML()
            : tag(.ul) {
                for decision in all { tag(.li) { HTML(shown: decision.inWords(naming: names.words).capitalisedFirst) } }
            }
    }
}
