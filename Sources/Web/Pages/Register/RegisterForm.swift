import Casework
import Ledger
import Shares

/// The filter of the register: a form that works by its address alone.
struct RegisterForm: Component, Hashable {
    let query: RegisterQuery
    let problems: [FormProblem]
    /// What can be chosen of each facet; none where the question was not understood.
    let facets: [Facet: [FacetValue]]

    var html: HTML {
        tag(.form, .with(.method, "get"), .action(Link(.register(RegisterQuery()))), .with(.role, "search")) {
            text
            select(
                .place, "In", RegisterQuery.Place.allCases.map { ($0.rawValue, $0.label) },
                chosen: query.place.rawValue)
            for facet in Facet.allCases { select(facet) }
            for condition in query.conditions {
                tag(
                    .input, .with(.type, "hidden"), .with(.name, RegisterQuery.Field.conditions.rawValue),
                    .with(.value, condition))
            }
            tag(.button, .with(.type, "submit")) { "Apply filter" }
            if query.asksForSomething {
                tag(.p) { tag(.a, .href(Link(.register(RegisterQuery())))) { "Clear filter" } }
            }
        }
    }

    private var text: HTML {
        field(.text, "Search for") { attributes in
            HTML(
                .input,
                [
                    .id("text"), .with(.name, "text"), .with(.type, "search"), .with(.value, query.text),
                    .with(.maxlength, "200"), .with(.autocomplete, "off"),
                ] + attributes, content: HTML())
        }
    }

    private func select(_ facet: Facet) -> HTML {
        let values = facets[facet] ?? []
        let chosen = query.chosen[facet]
        var options = [("", "Any")]
        options += values.filter(\.value.fitsAnAddress).map {
            ($0.value, $0.label.inShort + ($0.count.map { " (\(Words.number($0)))" } ?? ""))
        }
        if let chosen, !values.contains(where: { $0.value == chosen }) { options.append((chosen, chosen)) }
        return select(.facet(facet), facet.label, options, chosen: chosen)
    }

    private func select(
        _ name: RegisterQuery.Field, _ label: String, _ options: [(String, String)], chosen: String?
    ) -> HTML {
        field(name, label) { attributes in
            HTML(
                .select, [.id(name.rawValue), .with(.name, name.rawValue)] + attributes,
                content: {
                    var content = HTML()
                    for (value, label) in options {
                        content.append(
                            tag(.option, .with(.value, value), value == chosen ? .selected : nil) { label })
                    }
                    return content
                }())
        }
    }

    /// A label, what was wrong with the answer, and the control, which is told about it.
    private func field(
        _ name: RegisterQuery.Field, _ label: String, control: ([Attribute]) -> HTML
    ) -> HTML {
        let wrong = problems.filter { $0.field == name.rawValue }
        let errorID = name.rawValue + "-error"
        return tag(.div, .class(wrong.isEmpty ? "field" : "field field-error")) {
            tag(.label, .with(.for, name.rawValue)) { label }
            if !wrong.isEmpty {
                tag(.p, .id(errorID), .class("error-message")) {
                    tag(.span, .class("hidden")) { "Error: " }
                    wrong.map(\.message).joined(separator: " ")
                }
            }
            control(wrong.isEmpty ? [] : [.with(.ariaInvalid, "true"), .with(.ariaDescribedBy, errorID)])
        }
    }
}
