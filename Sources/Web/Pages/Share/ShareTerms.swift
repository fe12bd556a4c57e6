import Casework
import Shares

/// Every field of the terms; and a register's later word beside them.
struct ShareTerms: Component {
    let share: Share
    let reference: ReferenceData

    var html: HTML {
        tag(.section, .with(.ariaLabelledBy, "terms")) {
            tag(.h2, .id("terms")) { share.termsHeading }
            if share.hasTermsInForce { tag(.p, .class("hint")) { "Version \(share.termsVersion) of the terms" } }
            list
            other
            if !share.registerDifferences.isEmpty {
                ChangesTable(
                    id: "differences", caption: "What a later register file says otherwise",
                    changes: share.registerDifferences)
            }
        }
    }

    /// The items have a table of their own. Contacts are on their own page, where it is recorded who looks.
    private static let elsewhere: Set<TermsField> = [.title, .dataItems, .itemKinds, .itemJustifications]

    private var list: HTML {
        var list = SummaryList()
        let names = TermNames(reference)
        for field in TermsField.allCases where !Self.elsewhere.contains(field) && !field.isContact {
            list.add(field.label) { value(of: field, names: names) }
        }
        return list.html
    }

    @HTMLBuilder private func value(of field: TermsField, names: TermNames) -> HTML {
        let stated = share.terms.statements(of: field)
        if !stated.isEmpty {
            if stated.count == 1 {
                StatedText(stated[0], name: names.name(of: stated[0], in: field))
            } else {
                tag(.ul) {
                    for statement in stated {
                        tag(.li) { StatedText(statement, name: names.name(of: statement, in: field)) }
                    }
                }
            }
        } else if let text = share.terms.words(of: field).nonEmpty {
            switch field {
            case .startDate: date(share.terms.startDate)
            case .endDate: date(share.terms.endDate)
            case .reviewDate: date(share.terms.reviewDate)
            default: HTML(shown: text)
            }
        } else {
            tag(.span, .class("missing")) { "Not stated" }
            if field == .spoke, let id = share.terms.suggestedSpoke {
                tag(.span, .class("understood")) { "Its words suggest: \(reference.spokes[id]?.name ?? id)" }
            }
        }
    }

    @HTMLBuilder private func date(_ stated: StatedDay?) -> HTML {
        if let day = stated?.day {
            HTML(day: day)
        } else if let stated {
            stated.text.inShort
            " "
            StatusTag("Not understood", .yellow)
        }
    }

    @HTMLBuilder private var other: HTML {
        let others = share.terms.beyondFields
        if !others.isEmpty {
            tag(.h3) { share.origin.kind == .proposed ? "What else is said" : "What else the register said" }
            others.reduce(into: SummaryList()) { list, item in
                list.add(item.name.inShort) { HTML(shown: item.text) }
            }
        }
    }
}

/// A statement as its source wrote it, and what it was understood as where that reads otherwise.
struct StatedText: Component {
    let stated: Stated
    /// The name of the term; nil where nothing was understood.
    let name: String?

    init(_ stated: Stated, name: String?) {
        self.stated = stated
        self.name = name
    }

    var html: HTML {
        guard let name else {
            return HTML(shown: stated.text) + HTML(text: " ") + StatusTag("Not recognised", .yellow).html
        }
        guard name != stated.text else { return HTML(shown: stated.text) }
        return HTML(shown: stated.text) + tag(.span, .class("understood")) { "Understood as: \(name)" }
    }
}
