import Casework
import Shares

/// The form with which somebody proposes a share: what is known of it now; the rest is added to the draft.
struct ProposePage {
    /// What a draft is begun with.
    static let fields: [TermsField] = [
        .title, .provider, .recipient, .purpose, .legalGateway, .lawfulBasis, .dataItems, .dataSubjects, .frequency,
        .transferMethod, .classification, .retention, .startDate, .endDate, .reviewDate, .spoke,
    ]

    var visitor: Visitor
    var values: [String: String] = [:]
    var problems: [FormProblem] = []

    func fields(_ form: PostedForm) -> [String: String] {
        Self.fields.reduce(into: [:]) { fields, field in
            if let text = form[field.rawValue]?.lineEndsAsWritten, !text.trimmed.isEmpty {
                fields[field.rawValue] = text
            }
        }
    }

    func refused(_ refusal: Refusal, _ form: PostedForm) -> ProposePage {
        ProposePage(
            visitor: visitor, values: form.fields,
            problems: refusal.reasons.map { FormProblem($0) })
    }

    var html: HTML {
        PageFrame(
            title: "Propose a share", area: .work, topic: .proposing, breadcrumbs: [("My work", .work)],
            hasErrors: !problems.isEmpty,
            visitor: visitor
        ).document {
            if !problems.isEmpty { ErrorSummary(problems: problems) }
            tag(.h1) { "Propose a share" }
            tag(.p) { "Only the title is needed to begin; the draft can be completed later." }
            tag(.form, .with(.method, "post"), .action(Link(.propose))) {
                FormToken(visitor: visitor)
                FormKey(visitor: visitor)
                for field in Self.fields {
                    FormField(
                        name: field.rawValue, label: field.label, hint: TermsFields.hint(field),
                        value: values[field.rawValue] ?? "",
                        control: TermsFields.isLong(field) ? .text : .line(type: "text", autocomplete: "off"),
                        problems: problems.filter { $0.field == field.rawValue }.map(\.message),
                        isRequired: field == .title)
                }
                tag(.button, .with(.type, "submit")) { "Save the draft" }
            }
        }
    }
}
