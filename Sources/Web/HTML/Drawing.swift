import Workflows

/// A drawing made by a printer of ours.
struct Drawing {
    let markup: String

    /// A state machine as an SVG element.
    init(of definition: Definition) { markup = definition.svg() }
}
