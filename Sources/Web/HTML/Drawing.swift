import Workflows

/// A drawing made by a printer of ours.
struct Drawing {
    let markup: String

    /// A state machine as an SVG element, with how many shares stand in each state.
    init(of definition: Definition, counts: [StateName: Int]) { markup = definition.svg(counts: counts) }
}
