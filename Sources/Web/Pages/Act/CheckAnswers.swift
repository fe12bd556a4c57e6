import Shares

/// The terms as they are about to be put forward, part by part, each with the way to change it.
struct CheckAnswers: Component {
    let share: Share

    var html: HTML {
        var html = tag(.h2) { "Check your answers" }
        let terms = share.termsUnderConsideration
        for section in TermsSection.allCases {
            var list = SummaryList()
            for field in section.fields {
                let text = terms.text(of: field)
                list.add(field.label) {
                    if text.trimmed.isEmpty {
                        tag(.span, .class("missing")) { "Not answered" }
                    } else {
                        HTML(shown: text)
                    }
                }
            }
            html.append(tag(.h3) { section.title })
            html.append(list.html)
            html.append(
                tag(.p) {
                    tag(.a, .href(Link(.edit(share.reference, section)))) {
                        "Change"
                        tag(.span, .class("hidden")) { " \(section.title)" }
                    }
                })
        }
        return html
    }
}
