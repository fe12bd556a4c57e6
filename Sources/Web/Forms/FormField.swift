import Casework

/// A question of a form: label, hint, what was wrong, and the control, tied together for those who do not see.
struct FormField: Component {
    enum Control {
        case line(type: String, autocomplete: String)
        case text
        /// A file, of kinds that browsers offer first: `.csv`.
        case file(accept: String)
        case choice([(value: String, label: String)])
    }

    var name: String
    var label: String
    var hint: String?
    var value = ""
    var control = Control.line(type: "text", autocomplete: "off")
    var problems: [String] = []
    /// What was not understood of what stands in it: kept, and to be looked at.
    var doubts: [String] = []
    var isRequired = true

    var html: HTML {
        let hintID = name + "-hint"
        let errorID = name + "-error"
        let doubtID = name + "-doubt"
        let described = [
            hint == nil ? nil : hintID, problems.isEmpty ? nil : errorID, doubts.isEmpty ? nil : doubtID,
        ].compactMap { $0 }
        var attributes: [Attribute] = [.id(name), .with(.name, name)]
        if !described.isEmpty { attributes.append(.with(.ariaDescribedBy, described.joined(separator: " "))) }
        if !problems.isEmpty { attributes.append(.with(.ariaInvalid, "true")) }
        return tag(.div, .class(problems.isEmpty ? "field" : "field field-error")) {
            tag(.label, .with(.for, name)) { label + (isRequired ? "" : " (optional)") }
            if let hint { tag(.p, .id(hintID), .class("hint")) { hint } }
            if !problems.isEmpty {
                tag(.p, .id(errorID), .class("error-message")) {
                    tag(.span, .class("hidden")) { "Error: " }
                    problems.joined(separator: " ")
                }
            }
            if !doubts.isEmpty {
                tag(.p, .id(doubtID), .class("doubt")) {
                    tag(.span, .class("hidden")) { "Warning: " }
                    doubts.joined(separator: " ")
                }
            }
            input(attributes)
        }
    }

    private func input(_ attributes: [Attribute]) -> HTML {
        switch control {
        case .line(let type, let autocomplete):
            HTML(
                .input,
                attributes + [.with(.type, type), .with(.autocomplete, autocomplete)]
                    + (type == "password" ? [] : [.with(.value, value)]), content: HTML())
        case .file(let accept):
            HTML(.input, attributes + [.with(.type, "file"), .with(.accept, accept)], content: HTML())
        // A line end directly after the tag is not part of the text.
        case .text:
            HTML(.textarea, attributes + [.with(.rows, "4")], content: HTML(text: "\n" + value))
        case .choice(let options):
            HTML(
                .select, attributes,
                content: {
                    var content = tag(.option, .with(.value, "")) { "Choose" }
                    for option in options {
                        content.append(
                            tag(.option, .with(.value, option.value), option.value == value ? .selected : nil) {
                                option.label
                            })
                    }
                    return content
                }())
        }
    }
}

/// What a form carries that makes something: sent twice, it makes it once.
struct FormKey: Component {
    let visitor: Visitor

    var html: HTML {
        tag(.input, .with(.type, "hidden"), .with(.name, PostedForm.keyField), .with(.value, visitor.formKey))
    }
}

/// What every form of somebody signed in carries.
struct FormToken: Component {
    let visitor: Visitor

    var html: HTML {
        tag(
            .input, .with(.type, "hidden"), .with(.name, PostedForm.tokenField),
            .with(.value, visitor.formToken))
    }
}
