package import Ledger
package import Shares

/// What a person asked of the register: the form's answers, further conditions, and where the page begins.
package struct RegisterQuery: Hashable, Sendable {
    /// Where the text is looked for.
    package enum Place: String, CaseIterable, Sendable {
        case title, reference, provider, recipient, purpose, item, gateway, owner

        var label: String {
            switch self {
            case .title: "Title"
            case .reference: "Reference"
            case .provider: "Provider"
            case .recipient: "Recipient"
            case .purpose: "Purpose"
            case .item: "Data items"
            case .gateway: "Legal gateway"
            case .owner: "Data owner"
            }
        }
    }

    package var text = ""
    package var place = Place.title
    package var stage: Stage?
    /// The identifier of a spoke.
    package var spoke: String?
    package var risk: RiskTier?
    /// Conditions beyond the form, as the portfolio's links give them: `stage!=ended`.
    package var conditions: [String] = []
    /// The last share of the page before.
    package var after: ShareReference?

    package init() {}

    /// All conditions, for the ledger.
    package var filters: [ShareFilter] {
        var texts: [String] = []
        if !text.isEmpty { texts.append("\(place.rawValue)~\(text)") }
        if let stage { texts.append("stage=\(stage.rawValue)") }
        if let spoke { texts.append("spoke=\(spoke)") }
        if let risk { texts.append("risk=\(risk.rawValue)") }
        return (texts + conditions).compactMap { ShareFilter($0) }
    }

    /// The parameters that give this query again, without those that say nothing.
    package var items: [(String, String)] {
        var items: [(String, String)] = []
        if !text.isEmpty { items.append((Field.text.rawValue, text)) }
        if !text.isEmpty && place != .title { items.append((Field.place.rawValue, place.rawValue)) }
        if let stage { items.append((Field.stage.rawValue, stage.rawValue)) }
        if let spoke { items.append((Field.spoke.rawValue, spoke)) }
        if let risk { items.append((Field.risk.rawValue, risk.rawValue)) }
        items += conditions.map { (Field.conditions.rawValue, $0) }
        if let after { items.append((Field.after.rawValue, after.rawValue)) }
        return items
    }

    /// The same question from its first page.
    package var fromTheStart: RegisterQuery {
        var query = self
        query.after = nil
        return query
    }

    package var asksForSomething: Bool { !fromTheStart.items.isEmpty }

    /// The names of the parameters, which are those of the form's fields and their ids.
    package enum Field: String, CaseIterable, Sendable {
        case text, place = "in", stage, spoke, risk, conditions = "where", after
    }
}
