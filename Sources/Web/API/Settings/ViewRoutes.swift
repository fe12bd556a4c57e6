import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// The questions to the register that somebody keeps for themself.
extension APIRoute {
    static let ofViews = [views, view, addView, changeView, removeView]

    static let views = APIRoute(
        .get, "views", "listViews", "The views that you keep", scopes: [.readSettings], answer: .json(.views),
        .does { call in
            Answer(json: ["views": .array(try call.office.savedViews(of: call.id).map(\.json))])
        })

    static let view = APIRoute(
        .get, "views/{name}", "getView", "One of them", scopes: [.readSettings], parameters: [.viewName],
        answer: .json(.view), refusals: [noView],
        .does { call in
            let view = try call.view()
            return Answer(json: view.json).tagged(try view.fingerprint)
        })

    static let addView = APIRoute(
        .post, "views", "addView", "Keeps a question to the register under a name", scopes: [.writeSettings],
        parameters: [.idempotencyKey], body: .json(.view), answer: .made(.view),
        refusals: [APIRefusal(409, "You keep a view of that name"), .refused("The view")],
        .does { call in
            let view = try call.office.saveView(
                call.sentView(named: call.sent("name") ?? ""), of: call.id, ifSeen: .nothing, once: call.once)
            return .made(view.json, at: APIRoute.address("views", view.name)).tagged(try view.fingerprint)
        })

    static let changeView = APIRoute(
        .put, "views/{name}", "changeView", "Keeps another question under a name", scopes: [.writeSettings],
        parameters: [.viewName, .ifMatch], body: .json(.changedView), answer: .json(.view),
        refusals: [noView, .refused("The view")],
        .does { call in
            let view = try call.office.saveView(
                call.sentView(named: call.view().name), of: call.id, ifSeen: call.seen())
            return Answer(json: view.json).tagged(try view.fingerprint)
        })

    static let removeView = APIRoute(
        .delete, "views/{name}", "removeView", "Forgets a view", scopes: [.writeSettings],
        parameters: [.viewName, .ifMatch], answer: .nothing, refusals: [noView],
        .does { call in
            try call.office.forgetView(named: call.view().name, of: call.id, ifSeen: call.seen())
            return .done
        })

    private static let noView = APIRefusal(404, "You keep no view of that name")
}

extension APIParameter {
    static let viewName = APIParameter(
        name: "name", place: "path", says: "The name of the view, percent-encoded", isRequired: true)
}

extension APICall {
    fileprivate func view() throws -> SavedView {
        let name = try segment(.viewName)
        guard let view = try office.savedViews(of: id).first(where: { $0.name == name }) else {
            throw APIProblem(.notFound, "You keep no view of that name.")
        }
        return view
    }

    /// Throws `Findings` where it is no question to the register.
    fileprivate func sentView(named name: String) throws -> SavedView {
        let spokes = Set(try office.reference().spokes.all.map(\.id))
        let (query, problems) = RegisterQuery.read(body["query"]?.string ?? "", spokes: spokes)
        guard problems.isEmpty else {
            throw Findings(problems.map { .error("condition", at: .field("query"), $0.message) })
        }
        return SavedView(name: name, query: String(query.fromTheStart.items.queryText.dropFirst()))
    }
}

extension APISchema {
    package static let view = APISchema("View", ofView)

    package static let views = APISchema("Views", Shape.object(["views": Shape.list(ofView)]))

    static let changedView = APISchema("ChangedView", Shape.object(["query": Shape.text]))

    private static let ofView = Shape.object([
        "name": Shape.text,
        "query": Shape.said(Shape.text, "The parameters of GET /api/shares, without a question mark"),
    ])
}

extension SavedView {
    fileprivate var json: JSONValue { ["name": .string(name), "query": .string(query)] }
}
