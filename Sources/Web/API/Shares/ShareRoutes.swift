import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// The register, and what is told of one share.
extension APIRoute {
    static let ofShares = [
        shares, share, actions, history, versions, questions, contacts, documents, document, agreement, related,
    ]

    package static let shares = APIRoute(
        .get, "shares", "findShares",
        "The shares that meet every condition, a page at a time, in the order of their references",
        scopes: [.readShares], parameters: APIParameter.ofSearch, answer: .json(.shares),
        .does { call in
            let query = RegisterQuery.read(
                call.queryText, spokes: Set(try call.office.reference().spokes.all.map(\.id))
            ).query
            let page = try call.office.page(
                where: query.search.filters(on: call.office.today) + call.person.reach.filters, after: query.after,
                limit: call.limit + 1)
            let (shares, next) = call.part(of: page.shares, .after) { $0.reference.rawValue }
            return Answer(
                json: .known([
                    "shares": .array(shares.map(\.json)), "total": .number(page.total),
                    "next": next.map { .string($0) },
                ]))
        })

    package static let share = APIRoute(
        .get, "shares/{reference}", "getShare", "A share: its terms, and where it stands", scopes: [.readShares],
        parameters: [.reference], answer: .json(.share), refusals: [.noShare],
        .does { call in Answer(share: try call.office.show(call.share(), to: call.person)) })

    package static let actions = APIRoute(
        .get, "shares/{reference}/actions", "listActions", "What you may do with a share now, and why not the rest",
        scopes: [.readShares], parameters: [.reference], answer: .json(.actions), refusals: [.noShare],
        .does { call in
            let share = try call.office.show(call.share(), to: call.person).share
            let actions = try call.office.actions(on: share.reference, toldTo: call.person)
            return Answer(json: ["version": .number(share.version), "actions": .array(actions.map(\.json))])
        })

    package static let history = APIRoute(
        .get, "shares/{reference}/history", "listHistory",
        "Everything that happened to a share, oldest first, a page at a time, with what was given and what it changed",
        scopes: [.readShares], parameters: [.reference, .limit, .position], answer: .json(.history),
        refusals: [.noShare],
        .does { call in
            let events = try call.office.history(of: call.share(), for: call.person)
            let (page, next) = call.page(of: events, oldestBy: \.event.version)
            return Answer(json: .known(["events": .array(page.map(\.json)), "next": next.map { .string($0) }]))
        })

    package static let questions = APIRoute(
        .get, "shares/{reference}/questions/{set}", "listQuestions",
        "The questions of a set as they stand for a share, with their answers", scopes: [.readShares],
        parameters: [.reference, .set], answer: .json(.questions),
        refusals: [.noShare, .notForYou("What is asked and answered")],
        .does { call in
            let share = try call.office.show(call.share(), to: call.person).share
            try call.office.checkSeesWithin(share, call.person, what: "What is asked and answered")
            let asked = try call.office.questions(of: share.reference, set: call.questionSet())
            return Answer(json: asked.json(of: share))
        })

    package static let contacts = APIRoute(
        .get, "shares/{reference}/contacts", "listContacts",
        "Whom to turn to about a share; that they were read is recorded", scopes: [.readShares],
        parameters: [.reference], answer: .json(.contacts), refusals: [.noShare],
        .does { call in Answer(json: try call.office.contacts(of: call.share(), for: call.person).json) })
}

extension Answer {
    /// A share, with its version as the tag.
    init(share view: ShareView) {
        self.init(json: view.json)
        entityTag = "\"\(view.share.version)\""
    }

    /// The same after somebody acted on it, with what was kept and not understood of what they stated.
    init(share view: ShareView, after outcome: Outcome) {
        var members = view.json.object ?? [:]
        members["doubts"] = .array(outcome.doubts.map(\.json))
        self.init(json: .object(members))
        entityTag = "\"\(view.share.version)\""
    }
}
