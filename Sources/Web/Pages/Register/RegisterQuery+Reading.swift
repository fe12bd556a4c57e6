import Casework
import Ledger
import Shares

/// What is wrong with one answer of a form, for the summary at the top and for the field.
package struct FormProblem: Hashable, Sendable {
    /// The id of the field; nil where no field of the form is to blame.
    package var field: String?
    package var message: String
    /// The page where it is mended; nil: this one.
    var route: Route?

    init(field: String? = nil, message: String) {
        self.field = field
        self.message = message
    }

    init(_ reason: Refusal.Reason) { self.init(field: reason.field, message: reason.asPagesSay) }
}

extension RegisterQuery {
    /// Reads a query string. What was understood is kept beside the problems, so that the form can be shown filled in.
    ///
    /// `spokes` are the identifiers that the reference data knows.
    package static func read(_ text: String, spokes: Set<String>) -> (query: RegisterQuery, problems: [FormProblem]) {
        var query = RegisterQuery()
        guard let items = [(String, String)](query: text) else {
            return (query, [FormProblem(message: "The address is not complete: an escape such as %20 is broken.")])
        }
        var problems: [FormProblem] = []
        var seen: Set<Field> = []
        for (name, value) in items {
            guard let field = Field.all.first(where: { $0.rawValue == name }) else { continue }
            if field != .conditions, !seen.insert(field).inserted {
                problems.append(FormProblem(field: field.id, message: "“\(name)” is given twice."))
            } else if let problem = query.take(value, as: field, spokes: spokes) {
                problems.append(FormProblem(field: field.id, message: problem))
            }
        }
        return (query, problems)
    }

    /// Nil where the value will do.
    private mutating func take(_ value: String, as field: Field, spokes: Set<String>) -> String? {
        if let found = ForbiddenCharacters.first(in: value) { return "The text holds the character \(found)." }
        if value.utf8.count > 500 { return "The text is too long: 500 bytes at most." }
        switch field {
        case .text: text = value.trimmed
        case .after: after = value.nonEmpty.map { ShareReference($0) }
        case .conditions:
            guard ShareFilter(value) != nil else {
                return "“\(value)” is not a condition such as stage=live; columns: "
                    + ShareFilter.columns.joined(separator: ", ") + "."
            }
            guard conditions.count < 20 else { return "There are more than 20 conditions." }
            conditions.append(value)
        case .place:
            guard let known = Place(rawValue: value) else { return "Select where to search from the list." }
            place = known
        case .facet(let facet) where !value.isEmpty:
            guard RegisterQuery.isKnown(value, of: facet, spokes: spokes) else {
                return "Select a \(facet.label.lowercased()) from the list."
            }
            chosen[facet] = value
        case .facet: break
        }
        return nil
    }

    /// Parties, gateways and owners may have any name.
    private static func isKnown(_ value: String, of facet: Facet, spokes: Set<String>) -> Bool {
        switch facet {
        case .stage: Stage(rawValue: value) != nil
        case .risk: RiskTier(rawValue: value) != nil
        case .due: DueRange(rawValue: value) != nil
        case .spoke: value == Facet.none || spokes.contains(value)
        case .party, .gateway, .owner: true
        }
    }
}

extension RegisterQuery.Field {
    /// The id of its form field; nil where the form has none.
    var id: String? {
        switch self {
        case .conditions, .after: nil
        default: rawValue
        }
    }
}
