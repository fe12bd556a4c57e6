import Casework
import Shares

/// The day as at which a page is asked for, as it was typed.
struct AskedDay {
    private static let field = "as-at"

    /// What was typed into the form.
    var typed = ""
    /// Nil: today.
    var day: Day?
    /// Why what was typed is no day that is over; the page then shows nothing.
    var problem: String?

    /// From the query of an address.
    init(_ query: String, today: Day) {
        guard let items = [(String, String)](query: query) else {
            problem = "The address is not complete: an escape such as %20 is broken."
            return
        }
        guard let text = items.first(where: { $0.0 == Self.field })?.1.trimmed.nonEmpty else { return }
        typed = text.shortened(to: 40)
        guard let asked = Day(iso: text) else {
            problem = "Enter a day as year-month-day, such as 2026-04-01."
            return
        }
        guard asked <= today else {
            problem = "The day must be today or in the past."
            return
        }
        day = asked
    }

    @HTMLBuilder var summary: HTML {
        if let problem { ErrorSummary(problems: [FormProblem(field: Self.field, message: problem)]) }
    }

    /// Asks for another day; `button` says what is shown then.
    func form(to route: Route, button: String) -> HTML {
        tag(.form, .class("inline-form"), .with(.method, "get"), .action(Link(route))) {
            tag(.div, .class(problem == nil ? "field" : "field field-error")) {
                tag(.label, .with(.for, Self.field)) { "As at the end of" }
                tag(.p, .class("hint"), .id("as-at-hint")) { "Year-month-day, such as 2026-04-01" }
                if let problem {
                    tag(.p, .class("error-message"), .id("as-at-error")) {
                        tag(.span, .class("hidden")) { "Error: " }
                        problem
                    }
                }
                tag(
                    .input, .id(Self.field), .with(.name, Self.field), .with(.type, "text"), .class("day"),
                    .with(.value, typed),
                    .with(.ariaDescribedBy, problem == nil ? "as-at-hint" : "as-at-hint as-at-error"),
                    problem == nil ? nil : .with(.ariaInvalid, "true"))
            }
            tag(.button, .with(.type, "submit")) { button }
        }
    }

    static func query(_ day: Day?) -> [(String, String)] { day.map { [(field, $0.description)] } ?? [] }
}
