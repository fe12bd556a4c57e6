import Casework

/// What each page is for; anybody may read it.
struct HelpPage {
    var visitor: Visitor?

    var html: HTML {
        PageFrame(title: "Help", breadcrumbs: visitor == nil ? [] : [("Portfolio", .home)], visitor: visitor).document {
            tag(.h1) { "Help" }
            tag(.p, .class("lead")) { "What each page is for, and how to use it." }
            tag(.p) {
                "Words with a meaning of their own are in the "
                tag(.a, .href(Link(.glossary))) { "glossary" }
                "."
            }
            tag(.nav, .class("contents"), .with(.ariaLabel, "On this page")) {
                tag(.ul) {
                    for topic in HelpTopic.allCases {
                        tag(.li) { tag(.a, .href(Link(toID: topic.rawValue))) { topic.title } }
                    }
                }
            }
            for topic in HelpTopic.allCases {
                tag(.h2, .id(topic.rawValue)) { topic.title }
                for paragraph in topic.paragraphs { tag(.p) { paragraph } }
            }
        }
    }
}
