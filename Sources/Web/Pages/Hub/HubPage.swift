import Casework
import Shares

/// What the hub looks after, with a link to each.
struct HubPage {
    var visitor: Visitor

    /// Throws `Refusal` for anybody but the hub.
    static func load(from office: Office, for visitor: Visitor) throws -> HubPage {
        try office.isHub(visitor.person.id, toSee: "what the hub looks after")
        return HubPage(visitor: visitor)
    }

    var html: HTML {
        PageFrame(title: "Hub", area: .hub, visitor: visitor).document {
            tag(.h1) { "Hub" }
            part("Import a register", .importRegister, "Try it out, read what was found, and load it.")
            part("People", .people(nil), "Roles, appointments, and who leaves.")
            part("Hand over work", .handOver(from: nil), "Everything that somebody holds, given to another.")
            part("Reference data", .reference(file: nil), "Bodies, words, law and policy: what is known of each.")
            part("Try a workflow", .tryWorkflows, "A workflow or an overlay, checked and proved before it is used.")
            part("Try a template", .tryTemplate, "A document, checked and filled for a share before it is used.")
            part("Outbox", .outbox(page: 1), "Letters that have not left yet.")
            part("Exchange", .exchange, "Manifests that wait for a receipt, webhooks and their log, API keys.")
            part("Workflows", .workflows, "The states, and how many shares stand in each.")
            part("Audit", .audit(AuditQuery()), "The record: searched, verified, taken away as evidence.")
        }
    }

    private func part(_ title: String, _ route: Route, _ says: String) -> HTML {
        tag(.section) {
            tag(.h2) { tag(.a, .href(Link(route))) { title } }
            tag(.p) { says }
        }
    }
}
