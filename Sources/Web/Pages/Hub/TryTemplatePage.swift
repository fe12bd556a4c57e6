import Casework
import Hummingbird
import Ledger
import Shares

/// A template of a document, tried out on a real share: every finding with its line, what the share does not say yet, and the
/// document to take away.
struct TryTemplatePage {
    enum Field: String {
        case file = "sent"
        case isClause = "clause"
        case template, share, format, step
    }

    var visitor: Visitor
    var templates: [TemplateLine]
    /// What stands in the form.
    var values: [String: String] = [:]
    var findings: Findings?
    var missing: [String]?
    var problems: [FormProblem] = []

    /// Throws `Refusal` for anybody but the hub.
    /// What it is, for whoever may not see it.
    static let what = "the trial of templates, which are the texts that documents of shares are made from"

    static func load(from office: Office, for visitor: Visitor) throws -> TryTemplatePage {
        try office.isHub(visitor.person.id, toSee: what)
        return TryTemplatePage(visitor: visitor, templates: try office.documentTemplateLines())
    }

    func taken(_ form: PostedForm, by office: Office) throws -> Answer {
        var page = self
        page.values = form.fields
        let sent = form.files[Field.file.rawValue]
        let template = form[Field.template.rawValue]?.nonEmpty
        let isClause = form[Field.isClause.rawValue] != nil
        if sent == nil, template == nil {
            page.problems.append(
                FormProblem(field: Field.template.rawValue, message: "Choose a template, or a file to try."))
        } else if isClause, template == nil {
            page.problems.append(
                FormProblem(field: Field.template.rawValue, message: "Choose the template that the clause stands in."))
        }
        let reference = ShareReference((form[Field.share.rawValue] ?? "").trimmed)
        if reference.rawValue.isEmpty {
            page.problems.append(FormProblem(field: Field.share.rawValue, message: "Enter the reference of a share."))
        }
        guard page.problems.isEmpty else { return Answer(page.html, status: .unprocessableContent) }
        let isTakenAway = form[Field.step.rawValue] == "document"
        let format = NativeFormat(rawValue: form[Field.format.rawValue] ?? "") ?? .html
        do {
            let (findings, document) = try office.tryTemplate(
                sent, isClause: isClause, filling: template, for: reference, as: isTakenAway ? format : nil,
                by: visitor.person.id)
            if let document, isTakenAway {
                return Answer(
                    contentType: format.mediaType, bytes: document.bytes, fileName: "tried.\(format.rawValue)")
            }
            page.findings = findings
            page.missing = document?.missing
            return Answer(page.html, status: findings.hasErrors ? .unprocessableContent : .ok)
        } catch is NoSuchShare {
            page.problems = [FormProblem(field: Field.share.rawValue, message: "There is no share of that reference.")]
        } catch let findings as Findings {
            page.problems = findings.all.map { FormProblem(field: Field.template.rawValue, message: $0.message) }
        }
        return Answer(page.html, status: .unprocessableContent)
    }

    // MARK: -

    var html: HTML {
        PageFrame(
            title: "Try a template", area: .hub, topic: .trials, breadcrumbs: [("Hub", .hub)],
            hasErrors: !problems.isEmpty || findings?.hasErrors == true, visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            if let findings { banner(findings) }
            tag(.h1) { "Try a template" }
            if let findings, !findings.isEmpty { FindingsTable(findings: findings).html }
            if let missing, !missing.isEmpty {
                tag(.h2) { "What the share does not say yet" }
                tag(.ul) { for one in missing { tag(.li) { one } } }
            }
            form
            list.html
        }
    }

    private func banner(_ findings: Findings) -> HTML {
        let isSound = !findings.hasErrors
        return tag(
            .div, .class(isSound ? "banner" : "error-summary"), .with(.role, isSound ? "status" : "alert"),
            .with(.ariaLabelledBy, "result")
        ) {
            tag(.h2, .id("result")) { isSound ? "It is sound" : "It cannot be used" }
            tag(.p) {
                "\(Words.count(findings.errors.count, "error", "errors")), \(Words.count(findings.warnings.count, "field that no share fills", "fields that no share fills"))."
            }
            if isSound {
                tag(.p) { "Nothing was kept. To use it, put the file into the templates and start the server again." }
            }
        }
    }

    private var form: HTML {
        tag(
            .form, .with(.method, "post"), .with(.enctype, "multipart/form-data"), .action(Link(.tryTemplate))
        ) {
            FormToken(visitor: visitor)
            FormField(
                name: Field.file.rawValue, label: "File to try",
                hint: "An XHTML file. It is checked in the place of the one of its name, with the others as they are.",
                control: .file(accept: ".xhtml,application/xhtml+xml"), problems: messages(.file), isRequired: false)
            ChoiceField(
                kind: .checkbox, name: Field.isClause.rawValue, legend: "What the file is",
                options: [
                    .init(
                        value: "yes", label: "A clause of the library",
                        isChosen: values[Field.isClause.rawValue] != nil)
                ])
            FormField(
                name: Field.template.rawValue, label: "Template to fill",
                hint: "The file itself where none is chosen",
                value: values[Field.template.rawValue] ?? "",
                control: .choice(templates.map { ($0.name, $0.title.nonEmpty ?? $0.name) }),
                problems: messages(.template), isRequired: false)
            FormField(
                name: Field.share.rawValue, label: "Share to fill it for", hint: "Its reference",
                value: values[Field.share.rawValue] ?? "", problems: messages(.share))
            FormField(
                name: Field.format.rawValue, label: "Document as", value: values[Field.format.rawValue] ?? "html",
                control: .choice([("html", "HTML"), ("odt", "ODT, for word processors")]), isRequired: false)
            tag(.div, .class("choices")) {
                tag(.button, .with(.type, "submit"), .with(.name, Field.step.rawValue), .with(.value, "check")) {
                    "Check it"
                }
                tag(
                    .button, .class("secondary"), .with(.type, "submit"), .with(.name, Field.step.rawValue),
                    .with(.value, "document")
                ) { "Take the filled document away" }
            }
        }
    }

    private func messages(_ field: Field) -> [String] {
        problems.filter { $0.field == field.rawValue }.map(\.message)
    }

    private var list: DataTable {
        var table = DataTable(
            id: "templates", caption: "Templates in use",
            columns: [.init("Template"), .init("Title"), .init("Version"), .init("Clauses"), .init("Digest")])
        for line in templates {
            table.add([
                HTML(text: line.name), HTML(text: line.title), HTML(text: line.version),
                HTML(text: line.clauses.joined(separator: ", ")), tag(.code) { String(line.digest.prefix(12)) },
            ])
        }
        return table
    }
}
