import Casework
import Shares

/// What was decided about a share and others that are like it.
struct ShareDecisions: Component {
    let share: ShareReference
    let decisions: [ConsolidationProgress]

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "redundancy")) {
            tag(.h2, .id("redundancy")) { "Shares like it" }
            tag(.ul) {
                for progress in decisions {
                    tag(.li) { HTML(shown: progress.inWords(about: share)) }
                }
            }
            tag(.p) { tag(.a, .href(Link(.redundancy(page: 1)))) { "See all redundant shares and decisions" } }
        }
    }
}
