import Casework
import Ledger
import Shares

/// Asks whether a key is to be revoked: what it is for, who uses it, and that it cannot be undone.
struct RevokeKeyPage {
    var visitor: Visitor
    var key: APIKey
    /// Whom it acts for.
    var holder: HTML

    var html: HTML {
        PageFrame(
            title: "Revoke \(key.actor)?",
            area: APIKeysPage.area(for: visitor),
            topic: .keys, breadcrumbs: [("Exchange", .exchange), ("API keys", .apiKeys)], visitor: visitor
        ).document {
            tag(.h1) { "Revoke \(key.actor)?" }
            summary
            tag(.p) {
                "The program that holds it, and whatever was given for it, is refused from now on. It cannot be undone: a new key is made instead."
            }
            tag(.form, .with(.method, "post"), .action(Link(.apiKeys))) {
                FormToken(visitor: visitor)
                FormKey(visitor: visitor)
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
        list.add("Acts for") { holder }
        list.add("It may") { key.scopes.map(\.says).joined(separator: "; ") }
        list.add("Last day") { HTML(day: key.last) }
        list.add("Last used (UTC)") {
            key.used.map { String($0.description.prefix(16)).replacing("T", with: " ") } ?? "Never"
        }
        return list.html
    }
}

extension APIKeyHolder {
    /// The id of the organisation; nil of a person.
    var organisation: String? {
        if case .organisation(let id) = self { id } else { nil }
    }
}

extension APIKey {
    /// Whom it acts for, who made it and who revoked it.
    var everybody: [PersonID] {
        var people = [madeBy, revokedBy].compactMap { $0 }
        if case .person(let id) = holder { people.append(id) }
        return people
    }
}
