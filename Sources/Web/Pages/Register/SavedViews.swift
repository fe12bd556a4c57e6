import Casework
import Ledger
import Shares

/// The questions that whoever looks keeps for themselves, and the form that keeps this one.
struct SavedViews: Component {
    /// What the form says it wants done.
    enum Step: String {
        case save, remove
    }

    static let nameField = "name"
    static let queryField = "query"
    static let stepField = "step"

    let visitor: Visitor
    let query: RegisterQuery
    let views: [SavedView]
    /// The identifiers that the reference data knows.
    let spokes: Set<String>
    let problems: [FormProblem]

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "views-title")) {
            tag(.h2, .id("views-title")) { "Your views" }
            if views.isEmpty && !query.asksForSomething {
                tag(.p, .class("hint")) { "Apply a filter, and you can keep it here." }
            }
            if !views.isEmpty {
                tag(.ul, .class("views")) {
                    for view in views { tag(.li) { kept(view) } }
                }
            }
            if query.asksForSomething { form }
        }
    }

    @HTMLBuilder private func kept(_ view: SavedView) -> HTML {
        let query = RegisterQuery.read(view.query, spokes: spokes).query
        tag(.a, .href(Link(.register(query)))) { view.name }
        tag(.form, .with(.method, "post"), .action(Link(.views))) {
            fields(.remove, view.query)
            tag(.input, .with(.type, "hidden"), .with(.name, Self.nameField), .with(.value, view.name))
            tag(.button, .with(.type, "submit"), .class("plain")) {
                "Remove"
                tag(.span, .class("hidden")) { " the view \(view.name)" }
            }
        }
    }

    private var form: HTML {
        tag(.form, .with(.method, "post"), .action(Link(.views))) {
            fields(.save, String(query.fromTheStart.items.queryText.dropFirst()))
            FormField(
                name: Self.nameField, label: "Keep this view as",
                problems: problems.filter { $0.field == Self.nameField }.map(\.message))
            tag(.button, .with(.type, "submit"), .class("secondary")) { "Save view" }
        }
    }

    @HTMLBuilder private func fields(_ step: Step, _ query: String) -> HTML {
        FormToken(visitor: visitor)
        tag(.input, .with(.type, "hidden"), .with(.name, Self.stepField), .with(.value, step.rawValue))
        tag(.input, .with(.type, "hidden"), .with(.name, Self.queryField), .with(.value, query))
    }
}
