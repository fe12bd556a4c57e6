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
            tag(.h2) { "Compliance status" }
            tag(.p) {
                "These pages are partially compliant with the Web Content Accessibility Guidelines version 2.2, level AA: no failure is known but that below, and no audit by people has been made, without which full compliance cannot be claimed."
            }
            tag(.h2) { "What does not work as well as it should" }
            list([
                "The drawing of who shares with whom is wide: on a small screen it scrolls sideways. The table under it says the same."
            ])
            tag(.h2) { "Feedback and contact" }
            tag(.p) {
                "Tell the hub of your organisation, which runs Concordat there, which page it was and what you wanted to do. Ask it too for what you need in another form, such as large print. Your organisation says on its own site how to reach it and in how many days it answers."
            }
            tag(.h2) { "Enforcement" }
            tag(.p) {
                "The Equality and Human Rights Commission enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not content with the answer, the Equality Advisory and Support Service advises you."
            }
            tag(.h2) { "How this statement was prepared" }
            tag(.p) {
                "It was prepared on 28 November 2026. Every kind of page is tested by program, in each role, before each version of Concordat goes out: with axe-core 4.12 in Chromium, at 320 and 1280 pixels, and with the Nu HTML checker. The last of these tests found no failure. A program cannot find every failure."
            }
        }
    }

    private func list(_ sentences: [String]) -> HTML {
        tag(.ul) { for sentence in sentences { tag(.li) { sentence } } }
    }
}
