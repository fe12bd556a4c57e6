/// What has to be mended before the page can do what was asked, with links to the fields.
package struct ErrorSummary: Component {
    let problems: [FormProblem]

    package var html: HTML {
        // Whoever looks begins here, without a script.
        tag(
            .div, .class("error-summary"), .with(.role, "alert"), .with(.ariaLabelledBy, "error-summary-title"),
            .with(.tabindex, "-1"), .autofocus
        ) {
            tag(.h2, .id("error-summary-title")) { "There is a problem" }
            tag(.ul) {
                for problem in problems {
                    tag(.li) {
                        if let route = problem.route {
                            tag(.a, .href(Link(route))) { problem.message }
                        } else if let field = problem.field {
                            tag(.a, .href(Link(toID: field))) { problem.message }
                        } else {
                            problem.message
                        }
                    }
                }
            }
        }
    }
}
