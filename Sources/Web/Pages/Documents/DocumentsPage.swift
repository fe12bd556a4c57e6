import Casework
import Shares

/// The documents of a share, each to take away; that somebody took one is recorded.
struct DocumentsPage {
    static let nameField = "name"
    static let formatField = "format"
    static let agreementField = "agreement"

    var visitor: Visitor
    var share: Share
    var documents: [TemplateLine]

    static func load(from office: Office, _ reference: ShareReference, for visitor: Visitor) throws -> DocumentsPage {
        DocumentsPage(
            visitor: visitor, share: try office.show(reference, to: visitor.person).share,
            documents: try office.documents(for: visitor.person, of: reference))
    }

    var html: HTML {
        PageFrame(
            title: "Documents of \(share.reference)", area: .register, topic: .documents,
            breadcrumbs: [
                ("Register", .register(RegisterQuery())),
                (share.terms.title.nonEmpty ?? share.reference.rawValue, .share(share.reference)),
            ], visitor: visitor
        ).document {
            tag(.p, .class("caption")) { share.reference.rawValue }
            tag(.h1) { "Documents" }
            tag(.p) { "It is recorded who took which document, and when." }
            made.html
            if !frozen.isEmpty { agreements.html }
        }
    }

    private var made: DataTable {
        var table = DataTable(
            id: "documents", caption: "Made from what is recorded now",
            columns: [.init("Document"), .init("Edition"), .init("Take it")], heading: .h2)
        for document in documents {
            table.add([
                HTML(text: document.title), HTML(text: document.version),
                NativeFormat.allCases.map { format in
                    tag(.a, .href(Link(.document(share.reference, document.name, format)))) {
                        format.rawValue.uppercased()
                        tag(.span, .class("hidden")) { ": \(document.title)" }
                    }
                }.reduce(HTML()) { $0 + HTML(text: " ") + $1 },
            ])
        }
        return table
    }

    private var frozen: [AgreementVersion] { share.approval.agreements.filter { $0.frozen?.text != nil } }

    private var agreements: DataTable {
        var table = DataTable(
            id: "agreements", caption: "As they were frozen for signature",
            columns: [.init("Agreement"), .init("Frozen on"), .init("Take it")], heading: .h2)
        for agreement in frozen {
            table.add([
                HTML(text: "Agreement \(agreement.number)" + (agreement.isVoid == true ? ", given up" : "")),
                HTML(day: agreement.preparedAt.day),
                tag(.a, .href(Link(.frozenText(share.reference, agreement.number)))) {
                    "HTML"
                    tag(.span, .class("hidden")) { " of agreement \(agreement.number)" }
                },
            ])
        }
        return table
    }
}
