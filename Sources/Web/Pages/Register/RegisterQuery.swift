package import Casework
import Ledger
package import Shares

/// What a person asked of the register: the form's answers, further conditions, and where the page begins.
package struct RegisterQuery: Hashable, Sendable {
    /// Where the text is looked for: anywhere by whole words and beginnings of words, in one place by any part of it.
    package enum Place: String, CaseIterable, Sendable {
        case anywhere, title, reference, provider, recipient, purpose, item, gateway, owner

        var label: String {
            switch self {
            case .anywhere: "Anywhere"
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
    package var place = Place.anywhere
    package var chosen: [Facet: String] = [:]
    /// Conditions beyond the form, as the portfolio's links give them: `stage!=ended`.
    package var conditions: [String] = []
    /// The last share of the page before.
    package var after: ShareReference?

    package init() {}

    package var stage: Stage? {
        get { chosen[.stage].flatMap { Stage(rawValue: $0) } }
        set { chosen[.stage] = newValue?.rawValue }
    }
    /// The identifier of a spoke.
    package var spoke: String? {
        get { chosen[.spoke] }
        set { chosen[.spoke] = newValue }
    }
    package var risk: RiskTier? {
        get { chosen[.risk].flatMap { RiskTier(rawValue: $0) } }
        set { chosen[.risk] = newValue?.rawValue }
    }

    /// For Casework.
    package var search: ShareSearch {
        let isAnywhere = place == .anywhere
        let texts = (isAnywhere || text.isEmpty ? [] : ["\(place.rawValue)~\(text)"]) + conditions
        return ShareSearch(
            words: isAnywhere ? text : "", chosen: chosen, conditions: texts.compactMap { ShareFilter($0) })
    }

    /// The parameters that give this query again, without those that say nothing.
    package var items: [(String, String)] {
        var items: [(String, String)] = []
        if !text.isEmpty { items.append((Field.text.rawValue, text)) }
        if !text.isEmpty && place != .anywhere { items.append((Field.place.rawValue, place.rawValue)) }
        items += Facet.allCases.compactMap { facet in chosen[facet].map { (facet.rawValue, $0) } }
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

    func without(_ condition: String) -> RegisterQuery {
        var query = fromTheStart
        query.conditions.removeAll { $0 == condition }
        return query
    }

    func without(_ facet: Facet) -> RegisterQuery {
        var query = fromTheStart
        query.chosen[facet] = nil
        return query
    }

    func starting(after reference: ShareReference) -> RegisterQuery {
        var query = self
        query.after = reference
        return query
    }

    /// The names of the parameters, which are those of the form's fields and their ids.
    package enum Field: Hashable, Sendable {
        case text, place, conditions, after
        case facet(Facet)

        static let all: [Field] = [.text, .place, .conditions, .after] + Facet.allCases.map { .facet($0) }

        package var rawValue: String {
            switch self {
            case .text: "text"
            case .place: "in"
            case .conditions: "where"
            case .after: "after"
            case .facet(let facet): facet.rawValue
            }
        }
    }
}

extension Facet {
    var label: String {
        switch self {
        case .stage: "Stage"
        case .spoke: "Spoke"
        case .party: "Party"
        case .gateway: "Legal gateway"
        case .risk: "Risk"
        case .owner: "Data owner"
        case .due: "Next review"
        }
    }
}
