import Casework
import Hummingbird
import Ledger
import Shares
import Workflows

/// The letters that have not left: whose, since when, and why.
struct OutboxPage {
    var visitor: Visitor
    var waiting: [LetterCopy]
    var page: NumberedPage
    var names: PersonNames
    var problems: [FormProblem] = []

    /// So many are on a page.
    private static let size = 200

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> OutboxPage {
        try office.isHub(visitor.person.id, toSee: "the outbox")
        let waiting = try office.waitingLetters()
        let page = try NumberedPage("page", in: query, of: waiting.count, size: size)
        return OutboxPage(
            visitor: visitor, waiting: waiting, page: page,
            names: try office.names(
                of: Set(page.part(of: waiting).map { PersonID($0.recipient) }), for: visitor.person))
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        do {
            _ = try office.retryLetters(nil, as: visitor.person.id)
            return .redirect(to: .outbox(page: 1))
        } catch let refusal as Refusal {
            var page = self
            page.problems = refusal.reasons.map { FormProblem($0) }
            return Answer(page.html, status: .unprocessableContent)
        }
    }

    var html: HTML {
        PageFrame(
            title: "Outbox", area: .hub, topic: .outbox, breadcrumbs: [("Hub", .hub)], hasErrors: !problems.isEmpty,
            visitor: visitor
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

    /// Letters to a role wait for somebody who holds it.
    private func recipient(of copy: LetterCopy) -> HTML {
        guard let role = copy.role else { return HTML(person: PersonID(copy.recipient), names) }
        return HTML(text: "Whoever becomes \(role.noun)")
    }

    private var table: DataTable {
        var table = DataTable(
            id: "letters", caption: "Letters that have not left, the oldest first",
            columns: [.init("Subject"), .init("To"), .init("Share"), .init("Due"), .init("State"), .init("Fault")])
        for copy in page.part(of: waiting) {
            table.add([
                HTML(text: copy.letter.subject.inShort), recipient(of: copy),
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
