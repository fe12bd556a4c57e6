import Casework
import Hummingbird
import Ledger
import Shares

/// The addresses at which partners are told of what is issued to them, how each stands, and the attempts of one.
struct WebhooksPage {
    enum Step: String {
        case add, remove, retry
    }

    static let stepField = "step"
    static let numberField = "webhook"

    var visitor: Visitor
    var webhooks: [Webhook]
    /// The one whose log is shown.
    var chosen: Webhook?
    var attempts: [WebhookAttempt] = []
    var values: [String: String] = [:]
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub and partners, and where the webhook is of somebody else.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> WebhooksPage {
        var page = WebhooksPage(visitor: visitor, webhooks: try office.webhooks(as: visitor.person.id))
        if let text = [(String, String)](query: query)?.first(where: { $0.0 == numberField })?.1 {
            page.attempts = try office.webhookAttempts(of: Int(text) ?? 0, as: visitor.person.id)
            page.chosen = page.webhooks.first { $0.number == Int(text) }
        }
        return page
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        page.values = form.fields
        let number = Int(form[Self.numberField] ?? "") ?? 0
        do {
            switch Step(rawValue: form[Self.stepField] ?? "") {
            case .add:
                _ = try office.addWebhook(
                    of: (form["partner"] ?? "").trimmed, to: (form["address"] ?? "").trimmed, as: visitor.person.id)
            case .remove: try office.removeWebhook(number, as: visitor.person.id)
            case .retry: try office.retryWebhook(number, as: visitor.person.id)
            case nil: break
            }
            return .redirect(to: .webhooks(nil))
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { FormProblem(field: nil, message: $0.says) }
        } catch let findings as Findings {
            page.problems = findings.all.map {
                FormProblem(field: $0.rule == "webhook-address" ? "address" : "partner", message: $0.message)
            }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    var html: HTML {
        PageFrame(
            title: "Webhooks", area: .exchange(for: visitor), topic: .exchange, breadcrumbs: [("Exchange", .exchange)],
            hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.h1) { "Webhooks" }
            tag(.p) {
                "At these addresses partners are told as soon as a version is issued to them, in order and at least once. One that fails for a day is held until somebody tries it again."
            }
            if webhooks.isEmpty { tag(.p) { "There is none." } } else { table.html }
            for webhook in webhooks where webhook.attempts > 0 { again(webhook) }
            if let chosen { log(chosen) }
            if visitor.person.isOfHub { add } else { tag(.p) { "To have one added or removed, ask the hub." } }
        }
    }

    private var table: DataTable {
        var table = DataTable(
            id: "webhooks", caption: "Webhooks, the held ones first",
            columns: [
                .init("Number"), .init("Partner"), .init("Address"), .init("Told up to", isNumber: true),
                .init("State"), .init("Fault"), .init("Log"),
            ] + (visitor.person.isOfHub ? [.init("Remove")] : []))
        for webhook in webhooks.sorted(by: { ($0.isHeld ? 0 : 1, $0.number) < ($1.isHeld ? 0 : 1, $1.number) }) {
            table.add(
                [
                    HTML(text: String(webhook.number)), HTML(text: webhook.organisation), HTML(text: webhook.address),
                    HTML(text: String(webhook.through)), state(webhook), HTML(text: webhook.fault ?? "–"),
                    tag(.a, .href(Link(.webhooks(webhook.number)))) {
                        "Log"
                        tag(.span, .class("hidden")) { " of webhook \(webhook.number)" }
                    },
                ] + (visitor.person.isOfHub ? [button(.remove, "Remove", webhook)] : []))
        }
        return table
    }

    private func state(_ webhook: Webhook) -> HTML {
        if webhook.isHeld { return StatusTag("Held", .red).html }
        guard webhook.attempts > 0 else { return StatusTag("In order", .green).html }
        return StatusTag("Failing", .yellow).html
            + HTML(
                text: " \(Words.count(webhook.attempts, "attempt", "attempts")); the next at "
                    + String(webhook.nextAttempt.description.prefix(16)).replacing("T", with: " ") + " UTC")
    }

    private func again(_ webhook: Webhook) -> HTML {
        tag(.p) { button(.retry, "Try webhook \(webhook.number) again", webhook) }
    }

    private func button(_ step: Step, _ label: String, _ webhook: Webhook) -> HTML {
        tag(.form, .with(.method, "post"), .action(Link(.webhooks(nil)))) {
            FormToken(visitor: visitor)
            tag(
                .input, .with(.type, "hidden"), .with(.name, Self.numberField), .with(.value, String(webhook.number)))
            tag(
                .button, .class("secondary"), .with(.type, "submit"), .with(.name, Self.stepField),
                .with(.value, step.rawValue)
            ) {
                label
                if step == .remove { tag(.span, .class("hidden")) { " webhook \(webhook.number)" } }
            }
        }
    }

    private func log(_ webhook: Webhook) -> HTML {
        var table = DataTable(
            id: "log", caption: "The last attempts of webhook \(webhook.number), the newest first",
            columns: [.init("When (UTC)"), .init("Event", isNumber: true), .init("What came of it")], heading: .h2)
        for attempt in attempts {
            table.add([
                HTML(text: String(attempt.at.prefix(19)).replacing("T", with: " ")), HTML(text: String(attempt.issue)),
                HTML(text: attempt.fault ?? "Taken"),
            ])
        }
        return attempts.isEmpty ? tag(.p) { "Webhook \(webhook.number) was never tried." } : table.html
    }

    private var add: HTML {
        tag(.section, .with(.ariaLabelledBy, "add")) {
            tag(.h2, .id("add")) { "Add a webhook" }
            tag(.form, .with(.method, "post"), .action(Link(.webhooks(nil)))) {
                FormToken(visitor: visitor)
                field("partner", "Partner", "By name or abbreviation")
                field("address", "Address", "https, a name, perhaps a port, and a path")
                tag(.button, .with(.type, "submit"), .with(.name, Self.stepField), .with(.value, Step.add.rawValue)) {
                    "Add it"
                }
            }
        }
    }

    private func field(_ name: String, _ label: String, _ hint: String) -> HTML {
        FormField(
            name: name, label: label, hint: hint, value: values[name] ?? "",
            problems: problems.filter { $0.field == name }.map(\.message)
        ).html
    }
}
