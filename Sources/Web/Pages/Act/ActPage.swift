import Casework
import Shares
import Workflows

/// The form with which somebody tells a share to do something.
struct ActPage {
    var visitor: Visitor
    var share: Share
    var action: AvailableAction
    /// What was typed, by field; of terms what they are now.
    var values: [String: String]
    /// What is not understood of the terms as they are now.
    var doubts: [Finding] = []
    var problems: [FormProblem] = []
    /// Whether the form was sent already.
    var isRefused = false
    var mending: MendingPlace
    /// Who may be named as an owner or requester.
    var people: [Person] = []
    /// The questions that the command answers; nil where it answers none.
    var asked: AskedQuestions?
    /// The part of them that the form asks; nil: all of them.
    var part: QuestionPart?
    /// The questions of the assessment, where they are about to be submitted.
    var checked: AskedQuestions?
    /// Shares like this one, where the command answers for them.
    var similar: [SimilarShare] = []
    /// The triggers of a DPIA, where the command screens.
    var triggers: [AskedTrigger] = []
    /// The part of the terms that is edited; nil: all of them.
    var section: TermsSection?
    /// What is put one's name to, where the command is about that.
    var signed: SignedMatter?
    /// What was asked when the terms were sent back, where the command writes or puts them forward.
    var sentBack: SentBack?
    /// What whoever sent them back is called.
    var names = PersonNames()
    /// What somebody else asked for, where the command may answer it.
    var considered: AskedStep?
    /// The questions about the terms, where they are about to be put forward.
    var answered: AskedQuestions?
    /// What is wanting of the terms, so that they could not be accepted.
    var lacking: [Refusal.Reason] = []
    /// What will stop the terms later, where they are put forward, accepted or signed off.
    var foretold = ForetoldRefusals()
    /// What sends them back to be mended, where somebody else writes them.
    var sendingBack: AvailableAction?
    /// What is advised or decided on, where the command is about that.
    var assessed: AssessedMatter?
    /// What a review found, where the command closes it.
    var reviewed: ReviewMatter?
    var reference: ReferenceData
    /// What sends the terms back, where the command wants of them what nobody may write now.
    var wayBack: AvailableAction?

    /// The fields of forms are the order's own; this one is the version that was looked at.
    static let seenField = "seen-version"

    static func load(
        from office: Office, _ reference: ShareReference, _ machine: Machine, _ command: CommandName,
        query: String = "", for visitor: Visitor
    ) throws -> ActPage {
        let view = try office.show(reference, to: visitor.person)
        let share = view.share
        let actions = try office.actions(on: reference, as: visitor.person.id)
        guard let action = actions.first(where: { $0.machine == machine && $0.transition.command == command }) else {
            try office.checkHas(command, of: machine, on: share)
            throw NoSuchAction()
        }
        let terms = share.termsUnderConsideration
        let values =
            action.editsTerms
            ? Dictionary(uniqueKeysWithValues: TermsField.allCases.map { ($0.rawValue, terms.text(of: $0)) }) : [:]
        let asked = try asked(by: action, of: reference, from: office)
        let part = QuestionPart(query)
        if let part, asked.flatMap({ part.of($0) }) == nil {
            throw WrongAddress.notThere("Nothing here is asked under “\(part.inWords.shortened(to: 80))”.")
        }
        let named = [(String, String)](query: query)?.first { $0.0 == "section" }?.1.nonEmpty
        let section = named.flatMap { TermsSection(rawValue: $0) }
        if let named, section == nil || !action.editsTerms {
            throw WrongAddress.notThere("This form has no part “\(named.shortened(to: 80))”.")
        }
        let checked =
            action.transition.command == AssessmentTasks.submitting
            ? try office.questions(of: reference, set: "assessment").first : nil
        let mayAnswer = actions.contains {
            $0.machine == .dpia && $0.transition.command == AssessmentTasks.answering && $0.refusal == nil
        }
        var mending = MendingPlace(
            share: share.reference,
            mayEdit: actions.contains {
                $0.machine == .proposal && $0.transition.command == "edit" && $0.refusal == nil
            }, question: mayAnswer ? checked?.questions.first(where: \.isWanting)?.question.id : nil)
        let control = EvidenceControl(share: share, action: action, people: [], similar: [])
        for field in action.required + action.optional where control.label(of: field) != field.label {
            mending.labels[field.rawValue] = control.label(of: field)
        }
        var page = ActPage(
            visitor: visitor, share: share, action: action, values: values,
            doubts: action.editsTerms ? terms.doubts(in: TermsField.allCases, under: try office.reference()) : [],
            problems: (action.refusal?.reasons ?? []).map { mending.problem($0) }, mending: mending,
            people: try office.people(), asked: asked,
            part: part,
            checked: checked,
            similar: action.transition.records.contains(Recording.similarAnswer.name)
                ? try office.similar(to: reference).shares : [],
            triggers: action.transition.records.contains(Recording.screening.name)
                ? try office.screeningTriggers(of: reference) : [],
            section: section, reference: try office.reference())
        if SignedMatter.isSigned(by: action.transition) {
            page.signed = try signed(reference, from: office, for: visitor)
        }
        if machine == .proposal, action.editsTerms || asked != nil || page.checksTerms {
            page.sentBack = view.sentBack
            page.names = try office.names(of: Set([view.sentBack?.by].compactMap { $0 }), for: visitor.person)
        }
        if view.isWithin, let step = try office.consideredStep(of: reference, at: machine),
            step.by != visitor.person.id
        {
            page.considered = step
            page.names = try office.names(of: [step.by], for: visitor.person)
        }
        if page.checksTerms {
            page.answered = try office.questions(of: reference, set: "proposal").first
            page.doubts = terms.doubts(in: TermsField.allCases, under: try office.reference())
            page.lacking = try office.lacksForAcceptance(of: reference)
        }
        if view.isWithin, page.checksTerms || page.acceptsTerms || page.leadsToSigning {
            let foretold = try page.signed?.look.foretold ?? office.foretold(of: reference)
            page.foretold = foretold.without((action.refusal?.reasons ?? []) + page.lacking)
            page.sendingBack = page.checksTerms ? nil : actions.sendingBack
        }
        if AssessedMatter.isJudged(by: action), view.isWithin {
            page.assessed = AssessedMatter(
                look: try office.look(at: reference, as: visitor.person),
                questions: page.reference.questions("assessment", of: share))
        }
        if ReviewMatter.isClosed(by: action), view.isWithin {
            let questions = page.reference.questions("review", of: share)
            page.reviewed = ReviewMatter(
                share: share, questions: questions,
                names: try office.names(of: ReviewMatter.people(of: share, questions), for: visitor.person),
                continues: action.transition.records.contains(Recording.nextReview.name))
        }
        // What the department answered last time is its own affair.
        if !view.isWithin { page.asked?.forgetLastTime() }
        page.wayBack = actions.wayBack(for: action)
        if page.showsContacts { try office.noteContactsShown(of: share, to: visitor.person) }
        return page
    }

    private static func signed(
        _ reference: ShareReference, from office: Office, for visitor: Visitor
    ) throws -> SignedMatter {
        let look = try office.look(at: reference, as: visitor.person)
        let data = try office.reference()
        return SignedMatter(
            look: look, questions: data.questions("assessment", of: look.share), names: TermNames(data),
            documents: try Dictionary(
                office.documentTemplateLines().map { ($0.name, $0.title) }, uniquingKeysWith: { first, _ in first }))
    }

    /// Whether the contact details stand in a field, in an answer or among what is checked.
    private var showsContacts: Bool {
        if action.editsTerms { return (section?.fields ?? TermsField.allCases).contains(where: \.isContact) }
        let questions = (formed?.questions ?? []) + (checked?.questions ?? [])
        return checksTerms || questions.contains { $0.question.field?.isContact == true }
    }

    /// Whether the terms are shown before they are put forward.
    private var checksTerms: Bool {
        action.machine == .proposal && TaskList.puttingForward.contains(action.transition.command)
    }

    /// Whether the terms are accepted with it.
    private var acceptsTerms: Bool {
        action.machine == .proposal && TaskList.accepting.contains(action.transition.command)
    }

    /// Whether sign-offs are opened or given with it, or the text is frozen.
    private var leadsToSigning: Bool {
        action.machine == .approval && ForetoldNote.telling.contains(action.transition.command)
    }

    private static func asked(
        by action: AvailableAction, of reference: ShareReference, from office: Office
    ) throws -> AskedQuestions? {
        guard action.transition.records.contains(Recording.answers.name) else { return nil }
        let sets: [Machine: String] = [.proposal: "proposal", .dpia: "assessment", .review: "review"]
        return try sets[action.machine].flatMap { try office.questions(of: reference, set: $0).first }
    }

    /// What the form said, as an order: of the terms only what was changed.
    func order(_ form: PostedForm) -> Order {
        var fields: [String: String] = [:]
        let terms = share.termsUnderConsideration
        for (name, text) in form.fields where name != PostedForm.tokenField && name != Self.seenField {
            if action.editsTerms, let field = TermsField(rawValue: name) {
                if text.lineEndsAsWritten != terms.text(of: field) { fields[name] = text.lineEndsAsWritten }
            } else if !text.trimmed.isEmpty {
                fields[name] = text.lineEndsAsWritten
            }
        }
        if !triggers.isEmpty { fields[EvidenceField.criteria.rawValue] = criteria(form).nonEmpty }
        if let formed {
            fields = fields.filter { !$0.key.contains("/") }
            fields.merge(QuestionFields.changed(form, in: formed)) { $1 }
        }
        return Order(action.transition.command, machine: action.machine, fields: fields)
    }

    /// The questions that the form has: those of its part.
    private var formed: AskedQuestions? { asked.flatMap { part?.of($0) ?? $0 } }

    /// The question after the one that is answered; nil where none follows by itself.
    private var next: QuestionPart? { asked.flatMap { part?.next(in: $0) } }

    /// The question before the one that is answered; nil where none is.
    private var previous: QuestionPart? { asked.flatMap { part?.previous(in: $0) } }

    /// Where on the share's page the parts are listed.
    private var list: String { action.machine == .dpia ? AssessmentTasks.id : TaskList.id }

    /// Where whoever has acted goes on: at the next question, which their answer may have opened, or at the share with what was
    /// done.
    func follows(_ outcome: Outcome, in office: Office) throws -> String {
        var page = self
        page.asked = try Self.asked(by: action, of: share.reference, from: office)
        return page.following ?? Route.share(outcome.share.reference).path + "?done=\(outcome.event.version)"
    }

    /// Where whoever leaves one question as it is goes on; nil where they are asked for an answer, or gave one.
    func passes(_ form: PostedForm) -> String? {
        guard case .question = part, let formed, !formed.questions.contains(where: \.isWanting),
            order(form).fields.isEmpty
        else { return nil }
        return following ?? Route.share(share.reference).path + "#\(list)"
    }

    private var following: String? {
        next.map { Route.answer(share.reference, action.machine, action.transition.command, $0).path }
    }

    /// The triggers that were ticked, as the command takes them.
    private func criteria(_ form: PostedForm) -> String {
        (form.lists[EvidenceField.criteria.rawValue] ?? []).joined(separator: "; ")
    }

    /// The form again, with what was typed and why it was refused. What nobody typed is as it is now, so that it takes back
    /// nothing that somebody changed meanwhile.
    func refused(_ refusal: Refusal, _ form: PostedForm, _ meanwhile: Meanwhile?) -> ActPage {
        var page = self
        page.values.merge(form.fields) { $1 }
        if !triggers.isEmpty { page.values[EvidenceField.criteria.rawValue] = criteria(form) }
        if let formed { page.values.merge(QuestionFields.answers(form, in: formed)) { $1 } }
        page.foretold = foretold.without(refusal.reasons)
        page.problems = refusal.reasons.map { meanwhile?.problem($0, mending) ?? mending.problem($0) }
        if let meanwhile { page.take(meanwhile, form) }
        page.isRefused = true
        return page
    }

    private mutating func take(_ meanwhile: Meanwhile, _ form: PostedForm) {
        for change in meanwhile.difference.terms where action.editsTerms || !change.field.isContact {
            let name = change.field.rawValue
            let text = action.editsTerms ? form[name]?.lineEndsAsWritten : nil
            let isTyped =
                text.map { ![meanwhile.before(change.field), meanwhile.now(change.field)].contains($0) } ?? false
            if text != nil, !isTyped { values[name] = meanwhile.now(change.field) }
            problems.append(
                FormProblem(field: text == nil ? nil : name, message: meanwhile.says(change, typed: isTyped)))
        }
        for one in formed?.questions ?? [] {
            let name = QuestionFields.name(formed?.set ?? "", one.question.id)
            if values[name] == meanwhile.before(one.question, named: name) { values[name] = one.text ?? "" }
        }
    }

    var html: HTML {
        PageFrame(
            title: heading, area: .register, topic: .acting,
            breadcrumbs: [
                ("Register", .register(RegisterQuery())),
                (share.terms.title.nonEmpty ?? share.reference.rawValue, .share(share.reference)),
            ], hasErrors: isRefused, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.p, .class("caption")) { share.reference.rawValue }
            tag(.h1) { heading }
            if let signed { signed }
            if let assessed { assessed }
            if let reviewed { reviewed }
            amendment
            likeThis
            if let checked { CheckAssessment(share: share, asked: checked) }
            if let sentBack { SentBackNote(sentBack: sentBack, names: names) }
            if let considered { ConsideredNote(step: considered, names: names) }
            if let wayBack { WayBackNote(share: share.reference, action: wayBack) }
            if let forgone = action.forgone { ForgoneNote(title: action.transition.title, forgone: forgone) }
            if !lacking.isEmpty { LackingNote(reasons: lacking) }
            if !foretold.isEmpty {
                ForetoldNote(
                    foretold: foretold, share: share.reference,
                    freezes: action.transition.records.contains(Recording.agreementText.name),
                    sendingBack: wayBack == nil ? sendingBack : nil)
            }
            if checksTerms { CheckAnswers(share: share, doubts: doubts, asked: answered) }
            tag(
                .form, .with(.method, "post"),
                .action(Link(address))
            ) {
                FormToken(visitor: visitor)
                tag(
                    .input, .with(.type, "hidden"), .with(.name, Self.seenField),
                    .with(.value, String(share.version)))
                for field in action.required { evidence(field, isRequired: true) }
                if let formed { QuestionFields(asked: formed, values: values, problems: problems) }
                if action.editsTerms {
                    for field in section?.fields ?? TermsField.allCases { terms(field) }
                }
                for field in action.optional where isShown(field) {
                    evidence(field, isRequired: false)
                }
                tag(.button, .with(.type, "submit")) { button }
                if let previous {
                    tag(.p) {
                        tag(
                            .a,
                            .href(Link(.answer(share.reference, action.machine, action.transition.command, previous)))
                        ) {
                            "Back to question \(previous.inWords)"
                        }
                    }
                }
                if let next {
                    tag(.p) {
                        tag(.a, .href(Link(.answer(share.reference, action.machine, action.transition.command, next))))
                        {
                            "Skip to question \(next.inWords)"
                        }
                    }
                }
                tag(.p) {
                    if part == nil {
                        tag(.a, .href(Link(.share(share.reference)))) { "Cancel" }
                    } else {
                        tag(.a, .href(Link(.share(share.reference), at: list))) { "Back to the list of parts" }
                    }
                }
            }
        }
    }

    /// Whoever decides on an amendment sees what it changes.
    @HTMLBuilder private var amendment: HTML {
        if let amendment = share.amendment, !action.editsTerms,
            [.proposal, .dpia, .approval].contains(action.machine)
        {
            ChangesTable(
                id: "amendment", caption: "What the amendment changes", changes: share.terms.changes(to: amendment))
        }
    }

    /// The shares for which an answer is asked, each with what it has in common.
    @HTMLBuilder private var likeThis: HTML {
        if !similar.isEmpty {
            tag(.ul) {
                for other in similar {
                    tag(.li) {
                        tag(.a, .href(Link(.share(other.reference)))) { other.reference.rawValue }
                        ": \(other.explanation)"
                    }
                }
            }
        }
    }

    private var heading: String {
        switch part {
        case .section(let name): name
        case .question(let id): "Question \(id)"
        case nil: section?.title ?? action.transition.title
        }
    }

    private var button: String {
        if next != nil { return "Save and continue" }
        return section == nil && part == nil ? action.transition.title : "Save"
    }

    private var address: Route {
        section.map { .edit(share.reference, $0) }
            ?? part.map { .answer(share.reference, action.machine, action.transition.command, $0) }
            ?? .act(share.reference, action.machine, action.transition.command)
    }

    @HTMLBuilder private func evidence(_ field: EvidenceField, isRequired: Bool) -> HTML {
        if field == .criteria, !triggers.isEmpty { screening } else { answer(field, isRequired: isRequired) }
    }

    /// Each trigger with the question that finds it out; those that the terms show are ticked until somebody says otherwise.
    private var screening: ChoiceField {
        let typed = values[EvidenceField.criteria.rawValue].map { Set($0.split(separator: "; ").map(String.init)) }
        return ChoiceField(
            kind: .checkbox, name: EvidenceField.criteria.rawValue, legend: "Which of these apply?",
            hint: "What they come to is computed. Where one that the terms show does not apply, say why below.",
            options: triggers.map { asked in
                ChoiceField.Option(
                    value: asked.trigger.id, label: asked.trigger.name,
                    hint: asked.trigger.asks + (asked.shownBy.map { " The terms show it: \($0)." } ?? ""),
                    isChosen: typed?.contains(asked.trigger.id) ?? (asked.shownBy != nil))
            }, problems: wrong(EvidenceField.criteria.rawValue))
    }

    private var control: EvidenceControl {
        EvidenceControl(
            share: share, action: action, people: people, similar: similar, isSentBack: sentBack != nil,
            considered: considered)
    }

    /// Whether a field that need not be given is asked for.
    private func isShown(_ field: EvidenceField) -> Bool {
        if field == .reason { return part == nil && !action.required.contains(.reason) }
        return !control.isIdle(field)
    }

    private func answer(_ field: EvidenceField, isRequired: Bool) -> FormField {
        let control = control
        return FormField(
            name: field.rawValue, label: control.label(of: field), hint: control.hint(of: field),
            value: values[field.rawValue] ?? "", control: control.control(of: field),
            problems: wrong(field.rawValue), isRequired: isRequired)
    }

    private func wrong(_ name: String) -> [String] { problems.filter { $0.field == name }.map(\.message) }

    private func terms(_ field: TermsField) -> FormField {
        let text = values[field.rawValue] ?? ""
        return FormField(
            name: field.rawValue, label: field.label, hint: TermsFields.hint(field), value: text,
            control: TermsFields.control(of: field, saying: text, under: reference), problems: wrong(field.rawValue),
            doubts: isAsItWas(field) ? said(of: field) : [], isRequired: TermsFields.isNeeded(field))
    }

    private func isAsItWas(_ field: TermsField) -> Bool {
        values[field.rawValue]?.lineEndsAsWritten == share.termsUnderConsideration.text(of: field)
    }

    private func said(of field: TermsField) -> [String] {
        doubts.filter { $0.place == .field(field.rawValue) }.map(\.message)
    }
}

/// A share's machines have no such command where they stand.
struct NoSuchAction: Error {}

extension String {
    /// Forms send CR LF for a line end.
    var lineEndsAsWritten: String { replacing("\r\n", with: "\n") }
}
