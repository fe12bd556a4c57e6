/// A question with a few answers, all of them in sight.
struct ChoiceField: Component {
    /// How many answers may be true: one of the radios, or any of the checkboxes.
    enum Kind: String {
        case radio, checkbox
    }

    struct Option {
        var value: String
        var label: String
        var hint: String?
        var isChosen: Bool
    }

    var kind: Kind

    /// The id of the first answer too, so that a problem leads to it.
    var name: String
    var legend: String
    var hint: String?
    var options: [Option]
    var problems: [String] = []
    /// Where the list is open: the field in which something else is said.
    var other: FormField?
    var isRequired = true

    var html: HTML {
        let described = [hint == nil ? nil : name + "-hint", problems.isEmpty ? nil : name + "-error"]
            .compactMap { $0 }
        return tag(.div, .class(problems.isEmpty ? "field" : "field field-error")) {
            tag(
                .fieldset, described.isEmpty ? nil : .with(.ariaDescribedBy, described.joined(separator: " "))
            ) {
                tag(.legend) { legend + (isRequired ? "" : " (optional)") }
                if let hint { tag(.p, .id(name + "-hint"), .class("hint")) { hint } }
                if !problems.isEmpty {
                    tag(.p, .id(name + "-error"), .class("error-message")) {
                        tag(.span, .class("hidden")) { "Error: " }
                        problems.joined(separator: " ")
                    }
                }
                for (place, option) in options.enumerated() { choice(option, place) }
                if let other { other }
            }
        }
    }

    private func choice(_ option: Option, _ place: Int) -> HTML {
        let id = place == 0 ? name : "\(name)-\(place + 1)"
        // The first has the field's id, whose hint is the whole question's.
        let hintID = "\(name)-\(place + 1)-hint"
        return tag(.div, .class("radio")) {
            tag(
                .input, .with(.type, kind.rawValue), .id(id), .with(.name, name), .with(.value, option.value),
                option.hint == nil ? nil : .with(.ariaDescribedBy, hintID), option.isChosen ? .checked : nil)
            tag(.label, .with(.for, id)) { option.label }
            if let hint = option.hint { tag(.span, .id(hintID), .class("hint")) { hint } }
        }
    }
}
