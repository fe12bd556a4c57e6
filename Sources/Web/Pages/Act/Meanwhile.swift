import Casework
import Ledger
import Shares
import Workflows

/// What happened to a share while somebody had a form of it open, which was refused for that.
struct Meanwhile {
    private static let changed = "changed-since"
    private static let answered = "answered-since"

    /// From the version that was looked at to the newest.
    var difference: VersionDifference
    var names: PersonNames
    var visitor: Visitor

    /// Nil where the form was refused for something else, or where whoever sent it is not told what each version says.
    static func load(
        from office: Office, _ reference: ShareReference, since seen: Int, _ refusal: Refusal, for visitor: Visitor
    ) throws -> Meanwhile? {
        guard seen > 0, refusal.reasons.contains(where: { [changed, answered].contains($0.rule) }) else { return nil }
        do {
            let difference = try office.difference(of: reference, from: seen, to: nil, for: visitor.person)
            return Meanwhile(
                difference: difference,
                names: try office.names(of: Set(difference.events.flatMap(\.event.everybody)), for: visitor.person),
                visitor: visitor)
        } catch is Refusal {
            return nil
        }
    }

    /// What is said of a reason; of the change itself, who made it.
    func problem(_ reason: Refusal.Reason, _ mending: MendingPlace) -> FormProblem {
        var problem = mending.problem(reason)
        if reason.rule == Self.changed {
            problem.message =
                "It has changed since you looked: \(what). What you typed stands here: look at what is said below, then send it again."
        }
        return problem
    }

    private var what: String {
        difference.events.map { placed in
            let actor = placed.event.actor
            return (actor == visitor.person.id ? "you" : names.words(actor))
                + ": \(placed.event.told(under: difference.definitions))"
        }.joined(separator: "; ")
    }

    /// What a field of the terms held when it was looked at.
    func before(_ field: TermsField) -> String { difference.from.share.termsUnderConsideration.text(of: field) }

    func now(_ field: TermsField) -> String { difference.to.share.termsUnderConsideration.text(of: field) }

    /// What a question was answered with when it was looked at; empty where it was not.
    func before(_ question: Question, named name: String) -> String {
        question.field.map { before($0) } ?? difference.from.share.answers[name]?.text ?? ""
    }

    /// What was changed of the terms, and whether what was typed of it stands still: what nobody typed gives way.
    func says(_ change: TermsChange, typed: Bool) -> String {
        let now = change.to.nonEmpty.map { "is now “\($0.shortened(to: 200))”" } ?? "is now empty"
        let before = change.from.nonEmpty.map { "it was “\($0.shortened(to: 200))”" } ?? "it was empty"
        return "\(change.field.label) \(now); \(before)." + (typed ? " What you typed stands here." : "")
    }
}
