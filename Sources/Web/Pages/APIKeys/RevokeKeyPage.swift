import Casework
import Ledger
import Shares

/// Asks whether a key is to be revoked: what it is for, who uses it, and that it cannot be undone.
struct RevokeKeyPage {
    var visitor: Visitor
    var key: APIKey

    var html: HTML {
        PageFrame(
            title: "Revoke \(key.actor)?",
            area: APIKeysPage.area(for: visitor),
            topic: .exchange, breadcrumbs: [("Exchange", .exchange), ("API keys", .apiKeys)], visitor: visitor
        ).document {
            tag(.h1) { "Revoke \(key.actor)?" }
            summary
            tag(.p) {
                "The program that holds it, and whatever was given for it, is refused from now on. It cannot be undone: a new key is made instead."
            }
            tag(.form, .with(.method, "post"), .action(Link(.apiKeys))) {
                FormToken(visitor: visitor)
                tag(
                    .input, .with(.type, "hidden"), .with(.name, APIKeysPage.numberField),
                    .with(.value, String(key.number)))
                tag(
                    .button, .with(.type, "submit"), .with(.name, APIKeysPage.stepField),
                    .with(.value, APIKeysPage.Step.confirm.rawValue)
                ) { "Revoke the key" }
                tag(.p) { tag(.a, .href(Link(.apiKeys))) { "Keep it" } }
            }
        }
    }

    private var summary: HTML {
        var list = SummaryList()
        list.add("What for") { key.name.inShort }
        list.add("Acts for") { key.holder.name }
        list.add("Scopes") { key.scopes.map(\.rawValue).joined(separator: ", ") }
        list.add("Last day") { HTML(day: key.last) }
        list.add("Last used (UTC)") {
            key.used.map { String($0.description.prefix(16)).replacing("T", with: " ") } ?? "Never"
        }
        return list.html
    }
}

extension APIKeyHolder {
    /// The id of the person or of the organisation.
    var name: String {
        switch self {
        case .person(let id): id.rawValue
        case .organisation(let id): id
        }
    }
}
