import Casework
import Shares

/// What every page has around its content: skip link, header, navigation, breadcrumbs, footer.
package struct PageFrame: Sendable {
    /// The pages that the navigation leads to.
    enum Area: String, CaseIterable, Sendable {
        case work = "My work"
        case portfolio = "Portfolio"
        case board = "Board"
        case register = "Register"
        case data = "Find data"
        case redundancy = "Redundancy"
        case report = "Report"
        case workflows = "Workflows"
        case audit = "Audit"
        case exchange = "Exchange"
        case hub = "Hub"

        var route: Route {
            switch self {
            case .work: .work
            case .portfolio: .home
            case .board: .board(asAt: nil)
            case .register: .register(RegisterQuery())
            case .data: .data(item: nil)
            case .redundancy: .redundancy(page: 1)
            case .report: .report(asAt: nil)
            case .workflows: .workflows
            case .audit: .audit(AuditQuery())
            case .exchange: .exchange
            case .hub: .hub
            }
        }

        /// Whether the navigation leads there.
        func isFor(_ person: Person) -> Bool {
            switch self {
            case .audit: person.mayAudit
            case .exchange: person.isPartner
            case .hub: person.isOfHub
            // What the department steers its portfolio by.
            case .board, .redundancy, .report, .workflows: !person.isOutside
            default: true
            }
        }

        var topic: HelpTopic {
            switch self {
            case .work: .work
            case .portfolio: .portfolio
            case .board: .board
            case .register: .register
            case .data: .data
            case .redundancy: .redundancy
            case .report: .report
            case .workflows: .workflows
            case .audit: .audit
            case .exchange: .exchange
            case .hub: .hub
            }
        }
    }

    /// The heading, and the first part of the title.
    var title: String
    var area: Area?
    /// What help is offered about; that of the area where nothing is said.
    var topic: HelpTopic?
    /// The way to this page, without the page itself.
    var breadcrumbs: [(name: String, route: Route)] = []
    var hasErrors = false
    /// Whoever has signed in; nil: only what everybody may see leads on.
    var visitor: Visitor?

    func document(@HTMLBuilder content: () -> HTML) -> HTML {
        HTML.page(
            title: (hasErrors ? "Error: " : "") + title.inShort + " – Concordat",
            head: tag(.link, .with(.rel, "stylesheet"), .href(Link(.stylesheet)))
        ) {
            tag(.a, .class("skip-link"), .href(Link(toID: "main"))) { "Skip to main content" }
            header
            tag(.div, .class("width")) {
                crumbs
                tag(.main, .id("main"), .with(.tabindex, "-1")) { content() }
            }
            tag(.footer) {
                tag(.div, .class("width")) {
                    tag(.p) { "Concordat keeps the record of data-sharing agreements." }
                    help
                }
            }
        }
    }

    private var help: HTML {
        let about = topic ?? area?.topic
        return tag(.nav, .with(.ariaLabel, "Help")) {
            tag(.ul) {
                tag(.li) { tag(.a, .href(Link(.help(about)))) { about == nil ? "Help" : "Help with this page" } }
                tag(.li) { tag(.a, .href(Link(.glossary))) { "Glossary" } }
                tag(.li) { tag(.a, .href(Link(.accessibility))) { "Accessibility" } }
            }
        }
    }

    private var header: HTML {
        tag(.header) {
            tag(.div, .class("width")) {
                tag(.a, .class("product"), .href(Link(.home))) { "Concordat" }
                if let visitor {
                    HTML(
                        .nav, [.with(.ariaLabel, "Main")],
                        content: tag(.ul) {
                            for area in Area.allCases where area.isFor(visitor.person) {
                                tag(.li) {
                                    tag(
                                        .a, .href(Link(area.route)),
                                        area == self.area ? .with(.ariaCurrent, "page") : nil
                                    ) { area.rawValue }
                                }
                            }
                        })
                    account(visitor)
                }
            }
        }
    }

    /// Who is signed in, and the way out.
    private func account(_ visitor: Visitor) -> HTML {
        tag(.form, .class("account"), .with(.method, "post"), .action(Link(.signOut))) {
            FormToken(visitor: visitor)
            tag(.span) { visitor.person.name }
            tag(.button, .with(.type, "submit")) { "Sign out" }
        }
    }

    private var crumbs: HTML {
        guard !breadcrumbs.isEmpty else { return HTML() }
        return tag(.nav, .class("breadcrumbs"), .with(.ariaLabel, "Breadcrumb")) {
            tag(.ol) {
                for crumb in breadcrumbs {
                    tag(.li) { tag(.a, .href(Link(crumb.route))) { crumb.name.inShort } }
                }
            }
        }
    }
}

extension HTML {
    /// A whole document, from its declaration on.
    static func page(title: String, head: HTML, @HTMLBuilder body: () -> HTML) -> HTML {
        var page = HTML.doctype
        page.append(
            tag(.html, .with(.lang, "en-GB")) {
                tag(.head) {
                    tag(.meta, .with(.charset, "utf-8"))
                    tag(
                        .meta, .with(.name, "viewport"),
                        .with(.content, "width=device-width, initial-scale=1"))
                    tag(.title) { title }
                    head
                }
                tag(.body) { body() }
            })
        return page
    }
}
