import Casework
import Ledger
import Shares

/// One share: what was agreed, where it stands, what is recorded of it, and everything that happened.
struct SharePage {
    var visitor: Visitor
    var look: ShareLook
    /// The version that the visitor has just made.
    var done: Int?
    var reference: ReferenceData
    var parts: ShareParts

    var share: Share { look.share }
    private var names: PersonNames { look.names }

    static func load(
        from office: Office, _ reference: ShareReference, query: String = "", for visitor: Visitor,
        parts: ShareParts
    ) throws -> SharePage {
        let done = [(String, String)](query: query)?.first { $0.0 == "done" }.flatMap { Int($0.1) }
        let look = try office.look(at: reference, as: visitor.person)
        return SharePage(
            visitor: visitor, look: look, done: done, reference: try office.reference(), parts: parts)
    }

    var html: HTML {
        PageFrame(
            title: title, area: .register, topic: .share,
            breadcrumbs: [("Portfolio", .home), ("Register", .register(RegisterQuery()))], visitor: visitor
        ).document {
            banner
            part(.head(hasDecisions: !look.decisions.isEmpty, ownerGap: look.ownerGap)) { head }
            if let sentBack = look.sentBack { SentBackNote(sentBack: sentBack, names: names) }
            for step in look.asked { AskedStepNote(step: step, isWithin: look.isWithin, names: names) }
            NoticeNote(retirement: share.retirement, isWithin: look.isWithin)
            tag(.ul) {
                tag(.li) { tag(.a, .href(Link(.documents(share.reference)))) { "Documents" } }
                tag(.li) { tag(.a, .href(Link(.contacts(share.reference)))) { "Contacts" } }
                if share.manifestVersion > 0 {
                    tag(.li) {
                        tag(.a, .href(Link(.manifest(share.reference)))) { "The signed manifest and its versions" }
                    }
                }
            }
            parts.ofOne.part(look.moment) { tasks }
            part(.terms) { terms }
            if !look.decisions.isEmpty { ShareDecisions(share: share.reference, decisions: look.decisions) }
            part(.record) { record }
        }
    }

    /// What depends on who looks, and on who else is there.
    @HTMLBuilder private var tasks: HTML {
        if let tasks = TaskList(look: look, questions: reference.questions("proposal", of: share)) {
            tasks
        } else if !look.foretold.isEmpty {
            ForetoldNote(foretold: look.foretold, share: share.reference, sendingBack: look.actions.sendingBack)
        }
        if let tasks = AssessmentTasks(share: share, actions: look.actions, asked: look.assessment) { tasks }
        ShareActions(reference: share.reference, actions: look.actions)
        ShareStanding(standing: look.standing)
    }

    /// What is the same for everybody who may see the share.
    private func part(_ place: SharePart.Place, _ make: () -> HTML) -> HTML {
        parts.ofAll.part(
            SharePart(
                reference: share.reference, version: share.version, today: look.today, isWithin: look.isWithin,
                explained: look.isWithin ? [] : look.history.map(\.event).filter(\.isExplained).map(\.version),
                names: names,
                place: place), making: make
        )
    }

    private var head: HTML {
        tag(.p, .class("caption")) { share.reference.rawValue } + tag(.h1) { title.inShort } + summary + contents
    }

    private var terms: HTML {
        ShareTerms(share: share, reference: reference).html
            + ShareItems(items: share.terms.items, reference: reference).html
            + (hasChanges ? ShareChanges(account: changes, names: names).html : HTML())
    }

    @HTMLBuilder private var record: HTML {
        ShareRecords(
            share: share, signOffs: look.signOffs, definitions: look.definitions,
            questions: reference.questions("assessment", of: share),
            reviewQuestions: reference.questionSets["review"]?.questions(for: share.terms.spoke?.term) ?? [],
            isWithin: look.isWithin, today: look.today, names: names)
        ShareHistory(
            events: look.history, compared: look.isWithin && look.history.count > 1 ? share.reference : nil,
            definitions: look.definitions, names: names)
        if look.isWithin, look.history.count > 1 {
            tag(.p) {
                tag(.a, .href(Link(.versions(share.reference, from: 1, to: share.version)))) {
                    "Compare the first step with the last"
                }
            }
        }
    }

    private var changes: ChangesAccount { ChangesAccount(events: look.history.map(\.event)) }

    private var hasChanges: Bool {
        guard look.isWithin else { return false }
        let changes = changes
        return !changes.rounds.isEmpty || !changes.underWay.isEmpty
    }

    private var title: String { share.terms.title.nonEmpty ?? share.reference.rawValue }

    private var summary: HTML {
        var list = SummaryList()
        let risk = share.riskAsApproved
        list.add("Stage") { StatusTag(look.stage) }
        if look.isWithin {
            list.add(share.approved == nil ? "Risk" : "Risk as approved") {
                StatusTag(risk.tier)
                " "
                HTML(shown: risk.reasons.joined(separator: " "))
            }
        }
        list.add("Data owner") { owner }
        list.add("Entered from") {
            share.origin.kind == .proposed ? "Proposed here" : share.origin.source?.inShort ?? "A register"
        }
        return list.html
    }

    /// What the visitor has just done, once.
    @HTMLBuilder private var banner: HTML {
        if let done, let event = look.history.map(\.event).first(where: { $0.version == done }),
            event.actor == visitor.person.id
        {
            tag(.div, .class("banner"), .with(.role, "alert"), .with(.ariaLabelledBy, "banner-title")) {
                tag(.h2, .id("banner-title")) { "Done" }
                tag(.p) { said(of: event).inShort }
                doubts(about: event)
            }
        }
    }

    private func said(of event: Event) -> String {
        if case .acted = event.happening { return event.told(under: look.definitions) + "." }
        return "You \(event.summary)."
    }

    /// What was kept and is not understood, each with its field.
    @HTMLBuilder private func doubts(about event: Event) -> HTML {
        let doubts = share.termsUnderConsideration.doubts(in: event.statedFields, under: reference)
        if !doubts.isEmpty {
            tag(.p) { "It is kept as it was typed. Look at this again:" }
            tag(.ul) {
                for doubt in doubts { tag(.li) { doubt.message.inShort } }
            }
        }
    }

    private var owner: HTML {
        guard let owner = share.owner else { return tag(.span, .class("missing")) { "Nobody named" } }
        if !look.isWithin, let gap = look.ownerGap { return HTML(text: gap.toldOutside) }
        return HTML(text: owner.name.inShort)
            + (owner.person == nil
                ? HTML(text: " ") + StatusTag("Not appointed here", .yellow).html : HTML())
            + (look.ownerGap?.ofTheOwner.map {
                HTML(text: " ") + StatusTag("Nobody answers for it", .red).html + HTML(text: " \($0)")
            } ?? HTML())
    }

    private var contents: HTML {
        let hasChanges = hasChanges
        let sections = [
            ("actions", "What you may do"), ("standing", "Where it stands"), ("terms", "Terms"),
            ("items", "Data items"), ("changes", "Changes and decisions"),
            ("redundancy", "Shares like it"), ("records", "Records"),
            ("history", "History"),
        ].filter { ($0.0 != "changes" || hasChanges) && ($0.0 != "redundancy" || !look.decisions.isEmpty) }
        return tag(.nav, .class("contents"), .with(.ariaLabel, "On this page")) {
            tag(.ul) {
                for (id, name) in sections { tag(.li) { tag(.a, .href(Link(toID: id))) { name } } }
            }
        }
    }
}
