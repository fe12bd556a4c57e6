/// Names with their values, as on a page that shows one thing.
package struct SummaryList: Component {
    private var rows = HTML()

    mutating func add(_ name: String, @HTMLBuilder value: () -> HTML) {
        rows.append(
            tag(.div, .class("row")) {
                tag(.dt) { name }
                tag(.dd) { value() }
            })
    }

    package var html: HTML { tag(.dl, .class("summary-list")) { rows } }
}
