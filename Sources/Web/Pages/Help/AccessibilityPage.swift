import Casework

/// What people with a disability can expect of these pages, as the Public Sector Bodies (Websites and Mobile Applications)
/// Accessibility Regulations 2018 ask; anybody may read it.
struct AccessibilityPage {
    var visitor: Visitor?

    var html: HTML {
        PageFrame(
            title: "Accessibility", breadcrumbs: visitor == nil ? [] : [("Portfolio", .home)], visitor: visitor
        ).document {
            tag(.h1) { "Accessibility statement" }
            tag(.p, .class("lead")) { "We want everybody who has to use these pages to be able to." }
            tag(.p) { "You can:" }
            list([
                "do everything with the keyboard alone, and skip to the content",
                "zoom to 400%, or use a window 320 pixels wide, without the page scrolling sideways; wide tables and drawings scroll by themselves",
                "turn scripts off: the pages have none",
                "use the colours of your own, such as a Windows contrast theme",
                "read the figures of every chart in a table or in words",
            ])
            tag(.h2) { "How accessible these pages are" }
            tag(.p) {
                "The pages are built to the Web Content Accessibility Guidelines version 2.2, level AA. Every kind of page is tested by program, in each role; the test finds no failure. A program cannot find every failure, and no audit by people has been made."
            }
            tag(.h2) { "What does not work as well as it should" }
            list([
                "The drawing of who shares with whom is wide: on a small screen it scrolls sideways. The table under it says the same."
            ])
            tag(.h2) { "If something stands in your way" }
            tag(.p) {
                "Tell the people who run Concordat in your organisation which page it was and what you wanted to do. Ask them too for what you need in another form, such as large print."
            }
            tag(.p) {
                "If you are not content with the answer, the Equality Advisory and Support Service advises you. The Equality and Human Rights Commission enforces the regulations of 2018."
            }
        }
    }

    private func list(_ sentences: [String]) -> HTML {
        tag(.ul) { for sentence in sentences { tag(.li) { sentence } } }
    }
}
