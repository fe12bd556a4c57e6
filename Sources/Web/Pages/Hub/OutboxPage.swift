import Casework
import Hummingbird
import Ledger
import Shares

/// The letters that have not left: whose, since when, and why.
struct OutboxPage {
    var visitor: Visitor
    var waiting: [LetterCopy]
    var page: NumberedPage
    var problems: [FormProblem] = []

    /// So many are on a page.
    private static let size = 200

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> OutboxPage {
        try office.isHub(visitor.person.id, toSee: "the outbox")
        let waiting = try office.waitingLetters()
        let asked = [(String, String)](query: query)?.first { $0.0 == "page" }.flatMap { Int($0.1) }
        return OutboxPage(
            visitor: visitor, waiting: waiting, page: NumberedPage(asked, of: waiting.count, size: size))
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        do {
            _ = try office.retryLetters(nil, as: visitor.person.id)
            return .redirect(to: .outbox(page: 1))
        } catch let refusal as Refusal {
            var page = self
            page.problems = refusal.reasons.map { FormProblem(field: nil, message: $0.says) }
            return Answer(page.html, status: .unprocessableContent)
        }
    }

    var html: HTML {
        PageFrame(
            title: "Outbox", area: .hub, breadcrumbs: [("Hub", .hub)], hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.h1) { "Outbox" }
            let held = waiting.count(where: \.isHeld)
            tag(.p) {
                "\(Words.count(waiting.count - held, "letter waits", "letters wait")), \(Words.number(held)) held."
            }
            if !waiting.isEmpty { table.html }
            Pagination(name: "Pages of letters", page: page) { .outbox(page: $0) }
            if held > 0 {
                tag(.form, .with(.method, "post"), .action(Link(.outbox(page: 1)))) {
                    FormToken(visitor: visitor)
                    tag(.button, .with(.type, "submit")) { "Put the held ones back" }
                }
            }
        }
    }

    private var table: DataTable {
        var table = DataTable(
            id: "letters", caption: "Letters that have not left, the oldest first",
            columns: [.init("Subject"), .init("To"), .init("Share"), .init("Due"), .init("State"), .init("Fault")])
        for copy in page.part(of: waiting) {
            table.add([
                HTML(text: copy.letter.subject.inShort), HTML(text: copy.recipient),
                tag(.a, .href(Link(.share(copy.letter.share)))) { copy.letter.share.rawValue },
                HTML(day: copy.letter.due),
                HTML(
                    text: (copy.isHeld ? "held" : "waits") + (copy.attempts > 0 ? ", tried \(copy.attempts) times" : "")
                ),
                HTML(text: copy.fault ?? "–"),
            ])
        }
        return table
    }
}
