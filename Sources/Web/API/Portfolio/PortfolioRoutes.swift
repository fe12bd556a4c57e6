import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares

/// What is told of all shares that somebody may see.
extension APIRoute {
    static let ofPortfolio = [work, report, board, boardPack, map, data, dataItem]

    static let work = APIRoute(
        .get, "work", "getWork",
        "What waits for you, and what you wait for: how much, and the first \(WorkList.most) by due date",
        scopes: [.readPortfolio], answer: .json(.work),
        .does { call in Answer(json: try call.office.work(for: call.id).json) })

    static let report = APIRoute(
        .get, "report", "getReport", "The report of the portfolio, as at a day", scopes: [.readPortfolio],
        parameters: [.asAt], answer: .json(.report),
        .does { call in
            Answer(json: try call.office.report(asAt: call.day(.asAt), within: call.person.reach).json)
        })

    static let board = APIRoute(
        .get, "board", "getBoard", "What a governance board looks at, as at a day", scopes: [.readPortfolio],
        parameters: [.asAt], answer: .json(.board),
        .does { call in Answer(json: try call.office.board(asAt: call.day(.asAt), for: call.person).json) })

    static let boardPack = APIRoute(
        .get, "board/pack", "getBoardPack", "The governance board's pack, as the portfolio stands today",
        scopes: [.readPortfolio], parameters: [.spoke, .documentForm, .annexes],
        answer: .files(NativeFormat.allCases.map(\.mediaType)),
        refusals: [
            APIRefusal(403, "You do not answer for the whole register"), APIRefusal(422, "There is no such spoke"),
        ],
        .does { call in
            let format = NativeFormat(rawValue: call.text(.documentForm) ?? "") ?? .html
            let scope = call.text(.spoke).map { PackScope.spoke($0) } ?? .whole
            let annexes = PackAnnexes(rawValue: call.text(.annexes) ?? "") ?? .none
            let pack = try call.office.boardPack(scope, annexes: annexes, as: format, for: call.person)
            return Answer(
                contentType: format.mediaType, bytes: pack.bytes, fileName: "board-pack.\(format.rawValue)")
        })

    static let map = APIRoute(
        .get, "map", "getMap",
        "Who shares with whom: between groups of bodies, or between the bodies of the two groups that are opened",
        scopes: [.readPortfolio], parameters: [.fromGroup, .toGroup], answer: .json(.map),
        .does { call in
            let opened = call.text(.fromGroup).flatMap { from in call.text(.toGroup).map { (from, $0) } }
            return Answer(json: try call.office.shareMap(for: call.person, opened: opened).json)
        })

    static let data = APIRoute(
        .get, "data", "listData", "The data items that open shares carry, a page at a time", scopes: [.readPortfolio],
        parameters: [.limit, .after], answer: .json(.dataItems),
        .does { call in
            let items = try call.office.dataItems(for: call.person).sorted { $0.value < $1.value }
            let (page, next) = call.page(of: items, by: \.value)
            return Answer(
                json: .known([
                    "items": .array(page.map(\.json)), "total": .number(items.count),
                    "next": next.map { .string($0) },
                ]))
        })

    static let dataItem = APIRoute(
        .get, "data/{item}", "findData",
        "Where an item goes, by its name, its term or any spelling: the open shares that carry it, a page at a time",
        scopes: [.readPortfolio], parameters: [.item, .limit, .after], answer: .json(.dataUse),
        .does { call in
            let use = try call.office.dataUse(of: call.segment(.item).shortened(to: 200), for: call.person)
            let shares = use.shares.sorted { $0.reference.rawValue < $1.reference.rawValue }
            let (page, next) = call.page(of: shares) { $0.reference.rawValue }
            return Answer(json: use.json(of: page, next: next))
        })
}

extension APIParameter {
    static let asAt = APIParameter(
        name: "as-at", place: "query", says: "The end of a day that is over or today; today where none is given",
        schema: Shape.day, isOver: true)
    static let spoke = APIParameter(
        name: "spoke", place: "query", says: "A spoke, by its id or name; the whole portfolio where none is given")
    static let annexes = APIParameter(
        name: "annexes", place: "query",
        says: "all for every long list whole, and every open share; the paper for a meeting where none is given",
        schema: Shape.oneOf(PackAnnexes.allCases.map(\.rawValue)))
    static let fromGroup = APIParameter(
        name: "from", place: "query", says: "The group of bodies that provide, by its id", goesWith: "to")
    static let toGroup = APIParameter(
        name: "to", place: "query", says: "The group of bodies that receive, by its id", goesWith: "from")
    static let item = APIParameter(
        name: "item", place: "path", says: "A data item, percent-encoded", isRequired: true)
}
