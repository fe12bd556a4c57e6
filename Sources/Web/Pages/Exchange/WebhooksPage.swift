import Casework
import Hummingbird
import Ledger
import Shares

/// The addresses at which partners are told of what is issued to them, how each stands, and the attempts of one.
struct WebhooksPage {
    enum Step: String {
        case add, hold, remove, retry
    }

    static let stepField = "step"
    static let numberField = "webhook"

    var visitor: Visitor
    var webhooks: [Webhook]
    /// By identifier, of the partners that are listed.
    var organisations: [String: String]
    /// The one whose log is shown.
    var chosen: Webhook?
    var attempts: [WebhookAttempt] = []
    var values: [String: String] = [:]
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub and partners, and where the webhook is of somebody else.
    static func load(from office: Office, query: String, for visitor: Visitor) throws -> WebhooksPage {
        let webhooks = try office.webhooks(as: visitor.person.id)
        var page = WebhooksPage(
            visitor: visitor, webhooks: webhooks,
            organisations: try office.organisationNames(
                of: webhooks.map(\.organisation) + [visitor.person.organisation]))
        if let text = [(String, String)](query: query)?.first(where: { $0.0 == numberField })?.1 {
            page.attempts = try office.webhookAttempts(of: Int(text) ?? 0, as: visitor.person.id)
            page.chosen = page.webhooks.first { $0.number == Int(text) }
        }
        return page
    }

    func taken(_ form: PostedForm, by office: Office, allowing networks: [InternetNetwork]) throws -> Answer {
        var page = self
        page.values = form.fields
        let number = Int(form[Self.numberField] ?? "") ?? 0
        do {
            switch Step(rawValue: form[Self.stepField] ?? "") {
            case .add:
                // A partner has one organisation, and is not asked.
                let partner = visitor.person.isOfHub ? (form["partner"] ?? "").trimmed : visitor.person.organisation
                _ = try office.addWebhook(
                    of: partner, to: (form["address"] ?? "").trimmed, as: visitor.person.id, allowing: networks,
                    once: form.once("webhook"))
            case .hold:
                try office.holdWebhook(number, as: visitor.person.id, once: form.once("hold-webhook"))
            case .remove:
                try office.removeWebhook(number, as: visitor.person.id, once: form.once("remove-webhook"))
            case .retry:
                try office.retryWebhook(number, as: visitor.person.id, once: form.once("retry-webhook"))
            case nil:
                page.problems = [PostedForm.noButton]
                return Answer(page.html, status: .unprocessableContent)
            }
            return .redirect(to: .webhooks(nil))
        } catch let refusal as Refusal {
            page.problems = refusal.reasons.map { FormProblem($0) }
        } catch let findings as Findings {
            page.problems = findings.all.map {
                FormProblem(field: $0.rule == "webhook-address" ? "address" : "partner", message: $0.message)
            }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    var html: HTML {
        PageFrame(
            title: "Webhooks", area: .exchange(for: visitor), topic: .webhooks, breadcrumbs: [("Exchange", .exchange)],
            hasErrors: !problems.isEmpty, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.h1) { "Webhooks" }
            tag(.p) {
                "At these addresses partners are told as soon as a version is issued to them, in order and at least once. One that fails for a day is held until somebody resumes it. One that is held misses nothing: it is told then."
            }
            if webhooks.isEmpty { tag(.p) { "There is none." } } else { table.html }
            if let chosen { log(chosen) }
            add
        }
    }

    private var table: DataTable {
        var table = DataTable(
            id: "webhooks", caption: "Webhooks, the held ones first",
            columns: [
                .init("Number"), .init("Partner"), .init("Address"), .init("Told up to", isNumber: true),
                .init("State"), .init("Fault"), .init("Log"), .init("Change"),
            ])
        for webhook in webhooks.sorted(by: { ($0.isHeld ? 0 : 1, $0.number) < ($1.isHeld ? 0 : 1, $1.number) }) {
            table.add([
                HTML(text: String(webhook.number)),
                HTML(text: organisations[webhook.organisation] ?? webhook.organisation), HTML(text: webhook.address),
                HTML(text: webhook.isTold ? String(webhook.through) : "Told nothing yet"), state(webhook),
                HTML(text: webhook.fault ?? "–"),
                tag(.a, .href(Link(.webhooks(webhook.number)))) {
                    "Log"
                    tag(.span, .class("hidden")) { " of webhook \(webhook.number)" }
                }, changes(of: webhook),
            ])
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

    @HTMLBuilder private func changes(of webhook: Webhook) -> HTML {
        tag(.div, .class("choices")) {
            if webhook.isHeld {
                button(.retry, "Resume", webhook)
            } else {
                if webhook.attempts > 0 { button(.retry, "Try again", webhook) }
                button(.hold, "Hold", webhook)
            }
            button(.remove, "Remove", webhook)
        }
    }

    private func button(_ step: Step, _ label: String, _ webhook: Webhook) -> HTML {
        tag(.form, .with(.method, "post"), .action(Link(.webhooks(nil)))) {
            FormToken(visitor: visitor)
            FormKey(visitor: visitor)
            tag(
                .input, .with(.type, "hidden"), .with(.name, Self.numberField), .with(.value, String(webhook.number)))
            tag(
                .button, .class("secondary"), .with(.type, "submit"), .with(.name, Self.stepField),
                .with(.value, step.rawValue)
            ) {
                label
                tag(.span, .class("hidden")) { " webhook \(webhook.number)" }
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
                FormKey(visitor: visitor)
                if visitor.person.isOfHub {
                    field("partner", "Partner", "By name or abbreviation")
                } else {
                    tag(.p) {
                        "It is one of \(organisations[visitor.person.organisation] ?? visitor.person.organisation)."
                    }
                }
                field("address", "Address", "https, a public name, perhaps a port, and a path")
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
