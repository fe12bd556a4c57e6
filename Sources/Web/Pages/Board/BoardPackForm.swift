import Shares

/// Asks for the board's pack, of the whole portfolio or of a spoke, to take away.
struct BoardPackForm: Component {
    static let spoke = "spoke"
    static let format = "format"

    let spokes: [Spoke]

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "pack")) {
            tag(.h2, .id("pack")) { "A pack to take away" }
            tag(.p) {
                "The paper for the governance board as at today: the summary, the decisions asked for, charts with their figures, overdue reviews, redundant shares and owners missing."
            }
            tag(.form, .with(.method, "get"), .action(Link(.boardPack))) {
                FormField(
                    name: Self.spoke, label: "About", value: "",
                    control: .choice([("", "The whole portfolio")] + spokes.map { ($0.id, $0.name) }),
                    isRequired: false)
                FormField(
                    name: Self.format, label: "As", value: "odt",
                    control: .choice([("odt", "ODT, for word processors"), ("html", "HTML")]), isRequired: false)
                tag(.button, .with(.type, "submit")) { "Take the pack away" }
            }
        }
    }
}
