import Casework
import Ledger
import Shares

/// One share: what was agreed, where it stands, what is recorded of it, and everything that happened.
struct SharePage {
    var visitor: Visitor
    var view: ShareView
    var actions: [AvailableAction]
    /// The version that the visitor has just made.
    var done: Int?
    var history: [PlacedEvent]
    var changes: ChangesAccount
    var reference: ReferenceData
    /// The questions of the assessment, where the visitor may answer them.
    var asked: AskedQuestions?
    /// What was decided about it and shares like it, the newest first.
    var decisions: [ConsolidationProgress] = []

    var share: Share { view.share }

    static func load(
        from office: Office, _ reference: ShareReference, query: String = "", for visitor: Visitor
    ) throws -> SharePage {
        let view = try office.show(reference, to: visitor.person)
        let done = [(String, String)](query: query)?.first { $0.0 == "done" }.flatMap { Int($0.1) }
        let history = try office.history(of: reference)
        let actions = try office.actions(on: reference, as: visitor.person.id)
        return SharePage(
            visitor: visitor, view: view, actions: actions, done: done,
            history: history, changes: ChangesAccount(events: history.map(\.event)),
            reference: try office.reference(),
            asked: AssessmentTasks.areOpen(actions)
                ? try office.questions(of: reference, set: "assessment").first : nil,
            decisions: try office.redundancyDecisions(about: reference, within: visitor.person.reach))
    }

    var html: HTML {
        PageFrame(
            title: title, area: .register, topic: .share,
            breadcrumbs: [("Portfolio", .home), ("Register", .register(RegisterQuery()))], visitor: visitor
        ).document {
            banner
            tag(.p, .class("caption")) { share.reference.rawValue }
            tag(.h1) { title }
            summary
            contents
            if let tasks = TaskList(share: share, actions: actions) { tasks }
            if let tasks = AssessmentTasks(share: share, actions: actions, asked: asked) { tasks }
            ShareActions(reference: share.reference, actions: actions)
            ShareStanding(view: view)
            ShareTerms(share: share, reference: reference)
            ShareItems(items: share.terms.items, reference: reference)
            if hasChanges { ShareChanges(account: changes) }
            if !decisions.isEmpty { ShareDecisions(share: share.reference, decisions: decisions) }
            ShareRecords(share: share, signOffs: view.signOffs, today: view.today)
            ShareHistory(events: history, compared: history.count > 1 ? share.reference : nil)
            if history.count > 1 {
                tag(.p) {
                    tag(.a, .href(Link(.versions(share.reference, from: 1, to: share.version)))) {
                        "Compare the first version with this one"
                    }
                }
            }
        }
    }

    private var hasChanges: Bool { !changes.rounds.isEmpty || !changes.underWay.isEmpty }

    private var title: String { share.terms.title.nonEmpty ?? share.reference.rawValue }

    private var summary: HTML {
        var list = SummaryList()
        let risk = share.riskAsApproved
        list.add("Stage") { StatusTag(view.stage) }
        list.add(share.approved == nil ? "Risk" : "Risk as approved") {
            StatusTag(risk.tier)
            " "
            risk.reasons.joined(separator: " ")
        }
        list.add("Data owner") { owner }
        list.add("Entered from") {
            share.origin.kind == .proposed ? "Proposed here" : share.origin.source ?? "A register"
        }
        return list.html
    }

    /// What the visitor has just done, once.
    @HTMLBuilder private var banner: HTML {
        if let done, let event = history.map(\.event).first(where: { $0.version == done }),
            event.actor == visitor.person.id
        {
            tag(.div, .class("banner"), .with(.role, "alert"), .with(.ariaLabelledBy, "banner-title")) {
                tag(.h2, .id("banner-title")) { "Done" }
                tag(.p) { "You \(event.summary)." }
            }
        }
    }

    private var owner: HTML {
        guard let owner = share.owner else { return tag(.span, .class("missing")) { "Nobody named" } }
        return HTML(text: owner.name)
            + (owner.person == nil
                ? HTML(text: " ") + StatusTag("Not appointed here", .yellow).html : HTML())
    }

    private var contents: HTML {
        let sections = [
            ("actions", "What you may do"), ("standing", "Where it stands"), ("terms", "Terms"),
            ("items", "Data items"), ("changes", "Changes and decisions"),
            ("redundancy", "Shares like it"), ("records", "Records"),
            ("history", "History"),
        ].filter { ($0.0 != "changes" || hasChanges) && ($0.0 != "redundancy" || !decisions.isEmpty) }
        return tag(.nav, .class("contents"), .with(.ariaLabel, "On this page")) {
            tag(.ul) {
                for (id, name) in sections { tag(.li) { tag(.a, .href(Link(toID: id))) { name } } }
            }
        }
    }
}
