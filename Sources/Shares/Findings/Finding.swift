/// Something the software noticed in what it was given.
package struct Finding: Hashable, Sendable, Codable {
    /// An error keeps the row or file out; a warning comes in with it.
    package enum Severity: String, Hashable, Sendable, Codable {
        case error, warning
    }

    package var severity: Severity
    /// A short name that stays the same, for filters: `unknown-organisation`.
    package var rule: String
    package var place: Place
    /// A sentence for the person who can mend it.
    package var message: String

    package init(_ severity: Severity, rule: String, at place: Place, _ message: String) {
        self.severity = severity
        self.rule = rule
        self.place = place
        self.message = message
    }

    package static func error(_ rule: String, at place: Place, _ message: String) -> Finding {
        Finding(.error, rule: rule, at: place, message)
    }

    package static func warning(_ rule: String, at place: Place, _ message: String) -> Finding {
        Finding(.warning, rule: rule, at: place, message)
    }
}

extension Finding: CustomStringConvertible {
    package var description: String { "\(severity.rawValue): \(place): \(message) [\(rule)]" }
}
