import JSONValues
import Shares

extension APIRoute {
    /// Everything that is wrong with a query: names that are not known here, names given twice, and values.
    func findings(in query: [(name: String, value: String)], on today: Day) throws -> [Finding] {
        let known = parameters.filter { $0.place == "query" }
        var findings: [Finding] = []
        for (name, values) in Dictionary(grouping: query, by: \.name).sorted(by: { $0.key < $1.key }) {
            let at = Place.field(name.shortened(to: 80))
            guard let parameter = known.first(where: { $0.name == name }) else {
                let names = known.map(\.name).sorted().joined(separator: ", ")
                findings.append(
                    .error(
                        "unknown-parameter", at: at,
                        "“\(name.shortened(to: 80))” is no parameter of this address"
                            + (names.isEmpty ? ", which has none." : ": \(names).")))
                continue
            }
            if values.count > 1, !parameter.isRepeated {
                findings.append(.error("given-twice", at: at, "“\(name)” is given twice."))
            }
            for objection in try values.compactMap({ try parameter.objection(to: $0.value, on: today) }) {
                findings.append(.error("parameter", at: at, objection))
            }
        }
        let given = Set(query.map(\.name))
        for parameter in known where given.contains(parameter.name) {
            guard let other = parameter.goesWith, !given.contains(other) else { continue }
            findings.append(
                .error("missing-parameter", at: .field(other), "“\(parameter.name)” goes with “\(other)”."))
        }
        return findings
    }
}

extension APIParameter {
    /// Why a value is not of the parameter’s schema; nil where it is.
    fileprivate func objection(to text: String, on today: Day) throws -> String? {
        if schema == Shape.day {
            guard let day = Day(iso: text) else { return "\(name) is a day as year-month-day, such as 2026-04-01." }
            return isOver && day > today ? "\(name) is today or in the past." : nil
        }
        if let found = ForbiddenCharacters.first(in: text) { return "\(name) holds the character \(found)." }
        let isNumber = schema["type"] == "integer"
        let value = isNumber ? Int(text).map { JSONValue.number($0) } : JSONValue.string(text)
        var rules = schema.object ?? [:]
        rules["default"] = nil
        rules["description"] = nil
        if let value, try JSONSchema(.object(rules)).faults(in: value).isEmpty { return nil }
        if let choices = schema["enum"]?.array {
            return "\(name) is one of \(choices.compactMap(\.string).joined(separator: ", "))."
        }
        let (least, most) = (schema["minimum"]?.int, schema["maximum"]?.int)
        return "\(name) is a number\(least.map { " from \($0)" } ?? "")\(most.map { " to \($0)" } ?? " on")."
    }
}
