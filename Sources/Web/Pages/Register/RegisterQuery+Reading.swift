import Ledger
import Shares

/// What is wrong with one answer of a form, for the summary at the top and for the field.
package struct FormProblem: Hashable, Sendable {
    /// The id of the field; nil where no field of the form is to blame.
    package var field: String?
    package var message: String

    init(field: String? = nil, message: String) {
        self.field = field
        self.message = message
    }

    init(_ reason: Refusal.Reason) { self.init(field: reason.field, message: reason.says) }
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
            guard let field = Field(rawValue: name) else { continue }
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
        case .stage where !value.isEmpty:
            guard let known = Stage(rawValue: value) else { return "Select a stage from the list." }
            stage = known
        case .spoke where !value.isEmpty:
            guard spokes.contains(value) else { return "Select a spoke from the list." }
            spoke = value
        case .risk where !value.isEmpty:
            guard let known = RiskTier(rawValue: value) else { return "Select a risk tier from the list." }
            risk = known
        case .stage, .spoke, .risk: break
        }
        return nil
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
