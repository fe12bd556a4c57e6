import Casework
import Ledger
import Shares
import Workflows

/// What differs between two versions of a share.
struct VersionsPage {
    static let (fromField, toField) = ("from", "to")

    var visitor: Visitor
    var difference: VersionDifference
    var names: PersonNames

    static func load(
        from office: Office, _ reference: ShareReference, query text: String, for visitor: Visitor
    ) throws -> VersionsPage {
        let items = [(String, String)](query: text) ?? []
        func version(_ name: String) -> Int? { items.first { $0.0 == name }.flatMap { Int($0.1) } }
        let difference = try office.difference(
            of: reference, from: version(fromField), to: version(toField), for: visitor.person)
        return VersionsPage(
            visitor: visitor, difference: difference,
            names: try office.names(of: Set(difference.events.flatMap(\.event.everybody)), for: visitor.person))
    }

    private var share: Share { difference.to.share }

    var html: HTML {
        let title = "Versions \(difference.from.share.version) and \(share.version)"
        return PageFrame(
            title: title, area: .register, topic: .share,
            breadcrumbs: [
                ("Register", .register(RegisterQuery())),
                (share.terms.title.nonEmpty ?? share.reference.rawValue, .share(share.reference)),
            ], visitor: visitor
        ).document {
            tag(.p, .class("caption")) { share.reference.rawValue }
            tag(.h1) { title }
            sides
            if difference.terms.isEmpty {
                tag(.p) { "The terms are the same." }
            } else {
                ChangesTable(id: "terms", caption: "What differs in the terms", changes: difference.terms)
            }
            ShareHistory(title: "What happened in between", events: difference.events, names: names)
            form
        }
    }

    private var sides: HTML {
        var list = SummaryList()
        for side in [difference.from, difference.to] {
            list.add("Version \(side.share.version)") {
                StatusTag(side.stage)
                " since "
                HTML(day: side.at.day)
            }
        }
        for move in difference.moves {
            list.add(move.machine.asPeopleSay.capitalisedFirst) { "From “\(move.from)” to “\(move.to)”" }
        }
        return list.html
    }

    private var form: HTML {
        let from = difference.from.share.version
        return tag(
            .form, .class("inline-form"), .with(.method, "get"),
            .action(Link(.versions(share.reference, from: nil, to: nil)))
        ) {
            tag(.h2) { "Compare other versions" }
            tag(.p, .class("hint")) { "This share has versions 1 to \(difference.latest); each step makes one." }
            for (name, label, value) in [
                (Self.fromField, "Earlier version", from), (Self.toField, "Later version", share.version),
            ] {
                FormField(
                    name: name, label: label, value: String(value), control: .line(type: "text", autocomplete: "off"))
            }
            tag(.button, .with(.type, "submit")) { "Compare" }
        }
    }
}
