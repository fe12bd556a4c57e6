import Casework
import Hummingbird
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
                let held = request.headers[.ifNoneMatch]
                let visitor = context.visitor
                return try await offTheEventLoops { try told(route, place, holding: held, to: visitor) }.response
            }
        }
        router.post(RouterPath(APIRoute.act.rawValue)) { request, context in
            guard let visitor = context.visitor else { throw APIProblem(.unauthorized) }
            let place = Place(context.parameters, query: "")
            let fields = try await APIOrder.fields(of: request)
            let seen = try APIOrder.version(in: request)
            return try await offTheEventLoops { try acted(place, fields, seen: seen, by: visitor) }.response
        }
    }

    private func told(_ route: APIRoute, _ place: Place, holding held: String?, to visitor: Visitor?) throws -> Answer {
        if route == .description { return Answer(json: OpenAPIDocument.json) }
        guard let visitor else { throw APIProblem(.unauthorized) }
        switch route {
        case .shares: return try found(place.query, for: visitor)
        case .share: return answer(with: try office.show(place.share(), to: visitor.person), holding: held)
        case .actions:
            let reference = try office.show(place.share(), to: visitor.person).share.reference
            let actions = try office.actions(on: reference, as: visitor.person.id)
            return Answer(json: ["actions": .array(actions.map { APIValues.action($0) })])
        case .history:
            let reference = try office.show(place.share(), to: visitor.person).share.reference
            return Answer(json: ["events": .array(try office.history(of: reference).map { APIValues.event($0) })])
        case .description, .act, .manifest, .manifestVersion, .atomFeed, .jsonFeed: throw APIProblem(.notFound)
        }
    }

    private func found(_ text: String, for visitor: Visitor) throws -> Answer {
        let (query, problems) = RegisterQuery.read(text, spokes: Set(try office.reference().spokes.all.map(\.id)))
        guard problems.isEmpty else { throw APIProblem(.badRequest, problems.map(\.message).joined(separator: " ")) }
        let typed = [(String, String)](query: text)?.first { $0.0 == APIParameter.limit }?.1
        guard let limit = typed.map({ Int($0) }) ?? RegisterPage.size, (1...500).contains(limit) else {
            throw APIProblem(.badRequest, "limit is a number from 1 to 500.")
        }
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

    private func answer(with view: ShareView, holding held: String? = nil) -> Answer {
        let tag = "\"\(view.share.version)\""
        var answer = Answer(json: APIValues.share(view))
        if held == tag {
            answer.status = .notModified
            answer.bytes = []
        }
        answer.entityTag = tag
        return answer
    }

    private func acted(_ place: Place, _ fields: [String: String], seen: Int, by visitor: Visitor) throws -> Answer {
        let (machine, command) = try place.action()
        let reference = try office.show(place.share(), to: visitor.person).share.reference
        _ = try office.act(
            on: reference, Order(command, machine: machine, fields: fields), as: visitor.person.id, seen: seen)
        return answer(with: try office.show(reference, to: visitor.person))
    }
}

/// What a program sends with a command.
enum APIOrder {
    /// The fields of the order. Throws `APIProblem` where the body is not the object that is asked for.
    static func fields(of request: Request) async throws -> [String: String] {
        guard PostedForm.isFromHere(request) else { throw APIProblem(.forbidden, "Another site’s page sent this.") }
        // A page of another site cannot send this type without asking first, and is never allowed to.
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type == "application/json" else { throw APIProblem(.unsupportedMediaType) }
        let body: ByteBuffer
        do {
            body = try await request.body.collect(upTo: PostedForm.longestBody)
        } catch {
            throw APIProblem(.contentTooLarge)
        }
        let value: JSONValue
        do {
            value = try JSONValue(parsing: body.readableBytesView)
        } catch let fault {
            throw APIProblem(.badRequest, "Line \(fault.line), column \(fault.column): \(fault.reason.explanation)")
        }
        guard let object = value.object, Set(object.keys).isSubset(of: ["fields"]),
            let members = (object["fields"] ?? [:]).object
        else { throw APIProblem(.badRequest, "The body is an object with the member fields, an object of texts.") }
        return try members.mapValues { member in
            guard let text = member.string else { throw APIProblem(.badRequest, "Every field is a text.") }
            return text
        }
    }

    /// The version that the program saw, from `If-Match` (RFC 9110, section 13.1.1).
    static func version(in request: Request) throws -> Int {
        guard let tag = request.headers[.ifMatch] else {
            throw APIProblem(.preconditionRequired, "Say in If-Match which version of the share you saw: its ETag.")
        }
        guard tag.utf8.first == UInt8(ascii: "\""), tag.utf8.last == UInt8(ascii: "\""),
            let version = Int(tag.dropFirst().dropLast()), version > 0
        else { throw APIProblem(.badRequest, "If-Match takes the ETag of the share, such as \"3\".") }
        return version
    }
}
