import Casework
import Shares

/// Whom to turn to about a share; that somebody looked is recorded.
struct ContactsPage {
    var visitor: Visitor
    var contacts: ShareContacts

    static func load(from office: Office, _ reference: ShareReference, for visitor: Visitor) throws -> ContactsPage {
        ContactsPage(visitor: visitor, contacts: try office.contacts(of: reference, for: visitor.person))
    }

    var html: HTML {
        PageFrame(
            title: "Contacts of \(contacts.reference)", area: .register, topic: .documents,
            breadcrumbs: [
                ("Register", .register(RegisterQuery())),
                (contacts.title.nonEmpty ?? contacts.reference.rawValue, .share(contacts.reference)),
            ], visitor: visitor
        ).document {
            tag(.p, .class("caption")) { contacts.reference.rawValue }
            tag(.h1) { "Contacts" }
            tag(.p) { "It is recorded who looked at them, and when." }
            if contacts.entries.isEmpty {
                tag(.p) { "None is stated." }
            } else {
                contacts.entries.reduce(into: SummaryList()) { list, entry in
                    list.add(entry.field.label) { HTML(shown: entry.text) }
                }
            }
        }
    }
}
