import Casework

/// The words of these pages; anybody may read it.
struct GlossaryPage {
    var visitor: Visitor?

    var html: HTML {
        PageFrame(
            title: "Glossary", breadcrumbs: visitor == nil ? [] : [("Portfolio", .home)], visitor: visitor
        ).document {
            tag(.h1) { "Glossary" }
            tag(.p, .class("lead")) { "Words as these pages use them." }
            Glossary.words.reduce(into: SummaryList()) { list, word in list.add(word.name) { word.meaning } }
        }
    }
}
