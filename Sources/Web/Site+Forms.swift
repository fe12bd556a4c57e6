import Casework
import Hummingbird
import Ledger
import OpenID
import Shares
import Workflows

/// What forms ask for: one call of Casework each, and an answer that says what came of it.
extension Site {
    func taken(_ form: PostedForm, by pattern: Route.Pattern, _ place: Place, in context: PageContext) throws -> Answer
    {
        guard let visitor = context.visitor else { return .redirect(to: .signIn(next: nil)) }
        switch pattern {
        case .signOut:
            if let token = context.token { try office.signOut(token) }
            return .redirect(to: .signIn(next: nil), cookie: cookie.clearing)
        case .propose: return try propose(form, for: visitor)
        case .act: return try act(form, place, for: visitor)
        case .views: return try keepView(form, for: visitor)
        case .away: return try delegate(form, for: visitor)
        case .redundancyGroup: return try decide(form, place, for: visitor)
        case .audit: return try verify(for: visitor)
        case .importRegister: return try ImportPage.load(from: office, for: visitor).taken(form, by: office)
        case .people:
            return try PeoplePage.load(from: office, query: place.query, for: visitor).taken(form, by: office)
        case .handOver:
            return try HandOverPage.load(from: office, query: "", for: visitor).taken(form, by: office)
        case .tryTemplate: return try TryTemplatePage.load(from: office, for: visitor).taken(form, by: office)
        case .tryWorkflows: return try TryWorkflowsPage.load(from: office, for: visitor).taken(form, by: office)
        case .outbox: return try OutboxPage.load(from: office, query: place.query, for: visitor).taken(form, by: office)
        case .webhooks:
            return try WebhooksPage.load(from: office, query: "", for: visitor).taken(
                form, by: office, allowing: networks)
        case .apiKeys: return try APIKeysPage.load(from: office, query: "", for: visitor).taken(form, by: office)
        default: return .redirect(to: .work)
        }
    }

    private func verify(for visitor: Visitor) throws -> Answer {
        var page = try AuditPage.load(from: office, query: "", for: visitor)
        page.verification = try office.verifyAudit()
        return Answer(page.html)
    }

    func signInPage(next: NextPage?) throws -> SignInPage {
        SignInPage(
            next: next, isSetUp: try openID != nil || office.hasAccounts(), provider: openID?.settings.button,
            takesPasswords: openID?.settings.takesPasswords ?? true)
    }

    /// `former` is the token of the session that the browser holds: it ends where another begins.
    func signIn(
        _ form: PostedForm, next: NextPage?, from address: String, ending former: String?
    ) throws -> Answer {
        var page = try signInPage(next: next)
        if let openID, !page.takesPasswords {
            page.problem = SignInPage.noPasswords(provider: openID.settings.button)
            return Answer(page.html, status: .forbidden)
        }
        let id = (form["id"] ?? "").trimmed
        do {
            let session = try office.signIn(
                as: PersonID(id), password: form["password"] ?? "", from: address, ending: former)
            return .redirect(to: next?.path ?? Route.work.path, cookie: cookie.setting(session.token))
        } catch let refusal as SignInRefusal {
            page.isSetUp = true
            page.id = id.shortened(to: 100)
            page.problem = SignInPage.words(for: refusal)
            guard case .wait(_, let seconds) = refusal else { return Answer(page.html, status: .unauthorized) }
            var answer = Answer(page.html, status: .tooManyRequests)
            answer.retryAfter = seconds
            return answer
        }
    }

    private func propose(_ form: PostedForm, for visitor: Visitor) throws -> Answer {
        let page = ProposePage(visitor: visitor, reference: try office.reference())
        do {
            let outcome = try office.propose(
                fields: page.fields(form), as: visitor.person.id, once: form.once("propose"))
            return .redirect(to: Route.share(outcome.share.reference).path + "?done=1")
        } catch let refusal as Refusal {
            return Answer(page.refused(refusal, form).html, status: .unprocessableContent)
        }
    }

    /// A delegation that begins, or one that ends today.
    private func delegate(_ form: PostedForm, for visitor: Visitor) throws -> Answer {
        let page = try AwayPage.load(from: office, for: visitor)
        do {
            if let number = form[AwayPage.numberField] {
                try office.endDelegation(
                    Int(number) ?? 0, as: visitor.person.id,
                    ifSeen: form[AwayPage.seenField].map { .states([$0]) } ?? .whatever,
                    once: form.once("end-delegation"))
            } else {
                _ = try office.delegate(
                    try page.delegation(form), as: visitor.person.id, once: form.once("delegate"))
            }
            return .redirect(to: .away)
        } catch let refusal as Refusal {
            return Answer(page.refused(refusal, form).html, status: .unprocessableContent)
        }
    }

    /// A question kept or forgotten; the same shares are shown after it.
    private func keepView(_ form: PostedForm, for visitor: Visitor) throws -> Answer {
        let text = form[SavedViews.queryField] ?? ""
        var page = try RegisterPage.load(from: office, query: text, for: visitor)
        guard page.problems.isEmpty else {
            return Answer(page.html(keeping: registerParts), status: .badRequest)
        }
        let name = form[SavedViews.nameField] ?? ""
        do {
            if form[SavedViews.stepField] == SavedViews.Step.remove.rawValue {
                // The form says what it is of.
                let seen = try SavedView(name: name, query: text).fingerprint
                try office.forgetView(named: name, of: visitor.person.id, ifSeen: .states([seen]))
            } else {
                let query = String(page.query.fromTheStart.items.queryText.dropFirst())
                // A view of that name is removed first, by whoever wants it replaced.
                try office.saveView(SavedView(name: name, query: query), of: visitor.person.id, ifSeen: .nothing)
            }
            return .redirect(to: .register(page.query.fromTheStart))
        } catch let refusal as Refusal {
            page.viewProblems = refusal.reasons.map { reason in
                reason.rule == Seen.thereAlready
                    ? FormProblem(
                        field: SavedViews.nameField,
                        message: "You keep a view of that name: give another, or remove that one first.")
                    : FormProblem(reason)
            }
            return Answer(page.html(keeping: registerParts), status: .unprocessableContent)
        }
    }

    /// A verdict on a group: first what it would come to, and once that is confirmed, done.
    private func decide(_ form: PostedForm, _ place: Place, for visitor: Visitor) throws -> Answer {
        let group = try place.groupReference()
        let isConfirmed = form[RedundancyGroupPage.stepField] == "confirm"
        let once = isConfirmed ? form.once("decide \(group)") : nil
        // The group that was decided on is there no more.
        if let number = try office.decision(once: once, by: visitor.person.id) { return decided(number) }
        let page = try RedundancyGroupPage.load(from: office, group, for: visitor)
        if form[RedundancyGroupPage.stepField] == "change" { return Answer(page.filled(form).html) }
        do {
            let order = try page.order(form)
            guard isConfirmed else {
                let outcome = try office.previewConsolidation(order, as: visitor.person.id)
                return Answer(DecisionCheckPage(visitor: visitor, order: order, outcome: outcome).html)
            }
            return decided(try office.decideConsolidation(order, as: visitor.person.id, once: once).number)
        } catch let already as DecidedAlready {
            return decided(already.number)
        } catch let refusal as Refusal {
            return Answer(page.refused(refusal, form).html, status: .unprocessableContent)
        }
    }

    private func decided(_ number: Int) -> Answer {
        .redirect(to: Route.redundancy(page: 1).path + "?done=\(number)")
    }

    private func act(_ form: PostedForm, _ place: Place, for visitor: Visitor) throws -> Answer {
        let (machine, command) = try place.action()
        let reference = try place.share()
        let once = form.onceOfItsVersion("act \(machine.rawValue) \(command) \(reference)")
        let done = try office.outcome(once: once, by: visitor.person.id)
        let page: ActPage
        do {
            page = try ActPage.load(from: office, reference, machine, command, query: place.query, for: visitor)
        } catch let missing as NoSuchAction {
            // What was done is often not possible again.
            guard let done else { throw missing }
            return .redirect(to: Route.share(reference).path + "?done=\(done.event.version)")
        }
        if let done { return .redirect(to: try page.follows(done, in: office)) }
        if let on = page.passes(form) { return .redirect(to: on) }
        do {
            let outcome = try office.act(
                on: page.share.reference, page.order(form), as: visitor.person.id,
                seen: form[ActPage.seenField].flatMap { Int($0) } ?? 0, once: once)
            return .redirect(to: try page.follows(outcome, in: office))
        } catch let refusal as Refusal {
            let meanwhile = try Meanwhile.load(
                from: office, reference, since: form[ActPage.seenField].flatMap { Int($0) } ?? 0, refusal, for: visitor)
            return Answer(page.refused(refusal, form, meanwhile).html, status: .unprocessableContent)
        }
    }
}
