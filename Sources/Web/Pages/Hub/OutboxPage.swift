import Casework
import Hummingbird
import Ledger
import Shares

/// The letters that have not left: whose, since when, and why.
struct OutboxPage {
    var visitor: Visitor
    var waiting: [LetterCopy]
    var problems: [FormProblem] = []

    /// So many are listed.
    private static let most = 200

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, for visitor: Visitor) throws -> OutboxPage {
        try office.isHub(visitor.person.id, toSee: "the outbox")
        return OutboxPage(visitor: visitor, waiting: try office.waitingLetters())
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        do {
            _ = try office.retryLetters(nil, as: visitor.person.id)
            return .redirect(to: .outbox)
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
            if waiting.count > Self.most { tag(.p) { "The first \(Self.most) are listed." } }
            if held > 0 {
                tag(.form, .with(.method, "post"), .action(Link(.outbox))) {
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
        for copy in waiting.prefix(Self.most) {
            table.add([
                HTML(text: copy.letter.subject), HTML(text: copy.recipient),
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
