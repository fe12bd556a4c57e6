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
    var reference: ReferenceData
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
            visitor: visitor, reference: reference, values: form.fields,
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
            tag(.p) {
                "Only the title is needed to save the draft. The rest can be completed later; what is needed for the next steps says so."
            }
            tag(.form, .with(.method, "post"), .action(Link(.propose))) {
                FormToken(visitor: visitor)
                FormKey(visitor: visitor)
                for field in Self.fields {
                    let text = values[field.rawValue] ?? ""
                    FormField(
                        name: field.rawValue, label: field.label, hint: TermsFields.hint(field), value: text,
                        control: TermsFields.control(of: field, saying: text, under: reference),
                        problems: problems.filter { $0.field == field.rawValue }.map(\.message),
                        isRequired: TermsFields.isNeeded(field))
                }
                tag(.button, .with(.type, "submit")) { "Save the draft" }
            }
        }
    }
}
