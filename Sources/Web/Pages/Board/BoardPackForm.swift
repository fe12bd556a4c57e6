import Casework
import Shares

/// Asks for the board's pack, of the whole portfolio or of a spoke, to take away.
struct BoardPackForm: Component {
    static let spoke = "spoke"
    static let format = "format"
    static let annexes = "annexes"

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
                FormField(
                    name: Self.annexes, label: "Annexes",
                    hint:
                        "With annexes every list is whole, and every open share stands in one: hundreds of pages for a large register.",
                    value: PackAnnexes.none.rawValue,
                    control: .choice([
                        (PackAnnexes.none.rawValue, "None: the paper for a meeting"),
                        (PackAnnexes.all.rawValue, "All lists, whole"),
                    ]), isRequired: false)
                tag(.button, .with(.type, "submit")) { "Take the pack away" }
            }
        }
    }
}
