import Casework
import Shares
import Workflows

/// What was issued to whoever looks, what of it waits for their receipt, and the ways to the rest of the exchange.
struct ExchangePage {
    /// So many of each are on a page.
    private static let size = 200
    static let waitingField = "waiting"
    static let takenField = "taken"

    var visitor: Visitor
    var lines: [ReceiptLine]
    /// Which page of each list is shown.
    var waitingPage: NumberedPage
    var takenPage: NumberedPage
    /// By reference, of the shares that are listed.
    var titles: [String: String]
    /// By identifier, of the parties that are listed.
    var organisations: [String: String]
    var names: PersonNames
    /// Of a partner: shares that stop.
    var endings: [WorkEnding] = []

    static func load(from office: Office, query: String, for visitor: Visitor) throws -> ExchangePage {
        let lines = try office.receipts(for: visitor.person)
        let waiting = lines.filter { $0.acknowledged == nil }
        let taken = lines.filter { $0.acknowledged != nil }
        let waitingPage = try NumberedPage(waitingField, in: query, of: waiting.count, size: size)
        let takenPage = try NumberedPage(takenField, in: query, of: taken.count, size: size)
        let shown = waitingPage.part(of: waiting) + takenPage.part(of: taken)
        return ExchangePage(
            visitor: visitor, lines: lines, waitingPage: waitingPage, takenPage: takenPage,
            titles: try office.titles(of: Set(shown.map { ShareReference($0.share) })),
            organisations: try office.organisationNames(of: shown.map(\.organisation)),
            names: try office.names(of: Set(shown.compactMap(\.by).map { PersonID($0) }), for: visitor.person),
            endings: visitor.person.isPartner ? try office.work(for: visitor.person.id).endings : [])
    }

    /// A partner sees its own receipts alone.
    private var isOfSeveral: Bool { visitor.person.reach == .everything || !visitor.person.isPartner }

    var html: HTML {
        PageFrame(title: "Exchange", area: .exchange(for: visitor), topic: .exchange, visitor: visitor).document {
            tag(.h1) { "Exchange" }
            let waiting = lines.filter { $0.acknowledged == nil }
            tag(.p, .class("lead")) {
                Words.count(waiting.count, "manifest waits", "manifests wait")
                isOfSeveral ? " for a receipt, " : " for your receipt, "
                Words.number(waiting.count(where: \.isOverdue))
                " of them for longer than agreed."
            }
            if !waiting.isEmpty { table("waiting", "Manifests without a receipt", waiting) }
            let taken = lines.filter { $0.acknowledged != nil }
            if !taken.isEmpty { table("taken", "Manifests that were acknowledged", taken) }
            if !endings.isEmpty { EndingsTable(endings: endings) }
            if lines.isEmpty { tag(.p) { "No manifest was issued to you yet." } }
            tag(.p, .class("hint")) {
                "A version stands here within a minute of coming into force. On the page of its share it can be taken at once."
            }
            tag(.h2) { "More" }
            tag(.ul) {
                tag(.li) { tag(.a, .href(Link(.verify))) { "Verify or acknowledge a manifest" } }
                tag(.li) { tag(.a, .href(Link(.certificates))) { "Keys and certificates to verify with" } }
                if visitor.person.isPartner || visitor.person.isOfHub {
                    tag(.li) { tag(.a, .href(Link(.webhooks(nil)))) { "Webhooks and their log" } }
                }
                tag(.li) { tag(.a, .href(Link(.apiKeys))) { "API keys" } }
            }
        }
    }

    private func table(_ id: String, _ caption: String, _ lines: [ReceiptLine]) -> HTML {
        let isWaiting = id == "waiting"
        var table = DataTable(
            id: id, caption: caption,
            columns: [.init("Share")] + (isOfSeveral ? [.init("Party")] : []) + [
                .init("Version", isNumber: true), .init("Issued"),
            ]
                + [.init(isWaiting ? "Waits" : "Acknowledged")] + (isWaiting ? [] : [.init("By")]),
            heading: .h2)
        let page = isWaiting ? waitingPage : takenPage
        for line in page.part(of: lines) {
            table.add(
                [
                    tag(.a, .href(Link(.manifest(ShareReference(line.share))))) {
                        titles[line.share]?.inShort.nonEmpty ?? line.share
                    } + tag(.span, .class("reference")) { line.share } + (line.version > 1 ? changes(line) : HTML())
                ] + (isOfSeveral ? [HTML(text: organisations[line.organisation] ?? line.organisation)] : [])
                    + [HTML(text: String(line.version)), HTML(day: line.issued)]
                    + (isWaiting
                        ? [waits(line)] : [HTML(day: line.acknowledged, missing: "–"), by(line)]))
        }
        return table.html
            + Pagination(name: isWaiting ? "Pages without a receipt" : "Pages that were acknowledged", page: page) {
                .exchangePage(
                    waiting: isWaiting ? $0 : waitingPage.number, taken: isWaiting ? takenPage.number : $0)
            }.html
    }

    private func changes(_ line: ReceiptLine) -> HTML {
        tag(.a, .href(Link(.manifest(ShareReference(line.share)), at: ManifestPage.changesID))) {
            "See what changed"
            tag(.span, .class("hidden")) { " in \(line.share)" }
        }
    }

    private func by(_ line: ReceiptLine) -> HTML {
        line.by.map { HTML(person: PersonID($0), names) } ?? HTML(text: "–")
    }

    private func waits(_ line: ReceiptLine) -> HTML {
        HTML(text: line.waiting == 0 ? "Since today" : Words.count(line.waiting ?? 0, "working day", "working days"))
            + (line.isOverdue ? HTML(text: " ") + StatusTag("Overdue", .red).html : HTML())
    }
}

extension PageFrame.Area {
    /// The pages of the exchange are the hub's too.
    static func exchange(for visitor: Visitor) -> PageFrame.Area { visitor.person.isOfHub ? .hub : .exchange }
}
