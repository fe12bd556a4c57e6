import Casework
import Shares

extension Delegation {
    /// `Otto Owner (owner-b) acts for Olive Owner (owner) as the data owner from 1 May 2026 to 8 May 2026: leave`
    func inWords(naming names: PersonNames) -> String {
        let roles = roles.map(\.asPeopleSay).joined(separator: ", ")
        return
            "\(names.words(delegate)) acts for \(names.words(principal)) as \(roles) \(daysInWords): \(reason)"
    }
}
