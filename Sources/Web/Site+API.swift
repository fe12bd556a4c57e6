import Casework
import Hummingbird
import Interchange
import JSONValues
import Ledger
import Shares
import Workflows

/// What programs ask for: the same calls of Casework as the pages make, answered in JSON.
extension Site {
    func addAPI(to router: Router<PageContext>) {
        for route in APIRoute.allCases where !route.isChange && !route.isPublished {
            router.get(RouterPath(route.rawValue)) { request, context in
                let place = Place(context.parameters, query: request.uri.query ?? "")
                let held = HeldCopy(request.headers)
                if route == .description { return Answer(json: OpenAPIDocument.json).response }
                let visitor = try context.visitor(using: route)
                return try await offTheEventLoops { try told(route, place, holding: held, to: visitor) }.response
            }
        }
        for route in APIRoute.allCases where route.isChange && ![.token, .acknowledge].contains(route) {
            router.post(RouterPath(route.rawValue)) { request, context in
                let visitor = try context.visitor(using: route)
                let place = Place(context.parameters, query: "")
                let sent = try await APIRequest.read(request, within: longestSending)
                return try await offTheEventLoops { try changed(route, place, sent, by: visitor) }.response
            }
        }
    }

    /// A manifest is sent as it was received, so that what is acknowledged is the very one.
    func addReceipts(to router: Router<PageContext>) {
        router.post(RouterPath(APIRoute.acknowledge.rawValue)) { request, context in
            let visitor = try context.visitor(using: .acknowledge)
            guard PostedForm.isFromHere(request) else { throw APIProblem(.forbidden, "Another site’s page sent this.") }
            let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
            guard type == "application/json" || type == "application/ld+json" else {
                throw APIProblem(.unsupportedMediaType, "The body is a manifest in JSON.")
            }
            let reference = try Place(context.parameters, query: "").share()
            try await offTheEventLoops { _ = try office.show(reference, to: visitor.person) }
            let body = try await request.sentBody(upTo: ManifestCheck.longestJSON, within: longestSending)
            let jws = HTTPFields.Element.Name(KeptAnswer.signatureHeader).flatMap { request.headers[$0] }
            let sent = SentManifest(
                SentFile(name: "manifest.json", bytes: Array(body.readableBytesView)),
                jws: jws.map { SentFile(name: "manifest.json.jws", bytes: Array($0.utf8)) })
            let receipt = try await office.acknowledgeManifest(
                sent, of: reference, under: publication, as: visitor.person.id)
            return Answer(json: APIValues.receipt(receipt)).response
        }
    }

    private func receipts(_ text: String, for visitor: Visitor) throws -> Answer {
        let query = [(String, String)](query: text) ?? []
        let after = query.first { $0.0 == APIParameter.after.name }?.1
        let typed = query.first { $0.0 == APIParameter.limit }?.1
        let limit = try limit(typed)
        let rest = try office.receipts(for: visitor.person).filter { after == nil || $0.share > after ?? "" }
        // All lines of a share are on one page.
        let shares = Set(rest.map(\.share)).sorted()
        let last = shares.count > limit ? shares[limit - 1] : nil
        var members: [String: JSONValue] = [
            "receipts": .array(rest.filter { last == nil || $0.share <= last ?? "" }.map { APIValues.receipt($0) })
        ]
        if let last {
            let items = [(APIParameter.after.name, last)] + (typed.map { [(APIParameter.limit, $0)] } ?? [])
            members["next"] = .string(APIRoute.receipts.rawValue + items.queryText)
        }
        return Answer(json: .object(members))
    }

    private func limit(_ typed: String?) throws -> Int {
        guard let limit = typed.map({ Int($0) }) ?? RegisterPage.size, (1...500).contains(limit) else {
            throw APIProblem(.badRequest, "limit is a number from 1 to 500.")
        }
        return limit
    }

    private func told(_ route: APIRoute, _ place: Place, holding held: HeldCopy, to visitor: Visitor) throws -> Answer {
        switch route {
        case .shares: return try found(place.query, for: visitor)
        case .share: return answer(with: try office.show(place.share(), to: visitor.person), holding: held)
        case .actions:
            let reference = try office.show(place.share(), to: visitor.person).share.reference
            let actions = try office.actions(on: reference, as: visitor.person.id)
            return Answer(json: ["actions": .array(actions.map { APIValues.action($0) })])
        case .history:
            let events = try office.history(of: place.share(), for: visitor.person)
            return Answer(json: ["events": .array(events.map { APIValues.event($0) })])
        case .questions:
            let share = try office.show(place.share(), to: visitor.person).share
            try office.checkSeesWithin(share, visitor.person, what: "What is asked and answered")
            let asked = try office.questions(of: share.reference, set: place.questionSet())
            return Answer(json: APIValues.questions(asked, of: share))
        case .contacts:
            return Answer(json: APIValues.contacts(try office.contacts(of: place.share(), for: visitor.person)))
        case .receipts: return try receipts(place.query, for: visitor)
        case .webhooks:
            return Answer(
                json: ["webhooks": .array(try office.webhooks(as: visitor.person.id).map { APIValues.webhook($0) })])
        case .attempts:
            let attempts = try office.webhookAttempts(of: Int(place.number ?? "") ?? 0, as: visitor.person.id)
            return Answer(json: ["attempts": .array(attempts.map { APIValues.attempt($0) })])
        case .description, .token, .propose, .answers, .act, .acknowledge, .manifest, .manifestVersion, .atomFeed,
            .jsonFeed:
            throw APIProblem(.notFound)
        }
    }

    private func found(_ text: String, for visitor: Visitor) throws -> Answer {
        let (query, problems) = RegisterQuery.read(text, spokes: Set(try office.reference().spokes.all.map(\.id)))
        guard problems.isEmpty else { throw APIProblem(.badRequest, problems.map(\.message).joined(separator: " ")) }
        let typed = [(String, String)](query: text)?.first { $0.0 == APIParameter.limit }?.1
        let limit = try limit(typed)
        let page = try office.page(
            where: query.search.filters(on: office.today) + visitor.person.reach.filters, after: query.after,
            limit: limit + 1)
        var members: [String: JSONValue] = [
            "shares": .array(page.shares.prefix(limit).map { APIValues.line($0) }), "total": .number(page.total),
        ]
        if page.shares.count > limit, let last = page.shares.prefix(limit).last?.reference {
            let items = query.starting(after: last).items + (typed.map { [(APIParameter.limit, $0)] } ?? [])
            members["next"] = .string(APIRoute.shares.rawValue + items.queryText)
        }
        return Answer(json: .object(members))
    }

    private func answer(with view: ShareView, holding held: HeldCopy = HeldCopy([:])) -> Answer {
        let tag = "\"\(view.share.version)\""
        var answer = Answer(json: APIValues.share(view))
        if held.isCurrent(tag: tag, changed: nil) {
            answer.status = .notModified
            answer.bytes = []
        }
        answer.entityTag = tag
        return answer
    }

    private func changed(_ route: APIRoute, _ place: Place, _ sent: APIRequest, by visitor: Visitor) throws -> Answer {
        let person = visitor.person
        switch route {
        case .propose:
            let proposed = try office.propose(fields: sent.texts("fields"), as: person.id, once: sent.once)
            var answer = answer(with: try office.show(proposed.share.reference, to: person))
            answer.status = .created
            answer.location = APIRoute.shares.rawValue + "/" + PercentText.segment(proposed.share.reference.rawValue)
            return answer
        case .answers:
            let (answers, reason) = try sent.answers()
            let seen = try sent.version()
            let share = try office.show(place.share(), to: person).share
            _ = try office.answer(
                answers, of: place.questionSet(), on: share.reference, as: person.id, seen: seen ?? share.version,
                reason: reason, once: sent.once)
            return answer(with: try office.show(share.reference, to: person))
        case .act:
            let fields = try sent.texts("fields")
            let seen = try sent.version()
            let (machine, command) = try place.action()
            let share = try office.show(place.share(), to: person).share
            _ = try office.act(
                on: share.reference, Order(command, machine: machine, fields: fields), as: person.id,
                seen: seen ?? share.version, once: sent.once)
            return answer(with: try office.show(share.reference, to: person))
        default: throw APIProblem(.notFound)
        }
    }
}
