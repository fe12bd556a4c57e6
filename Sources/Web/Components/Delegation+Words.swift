import Shares

extension Delegation {
    /// `owner-b acts for owner as data owner from 1 May 2026 to 8 May 2026: leave`
    var inWords: String {
        let roles = roles.map(\.asPeopleSay).joined(separator: ", ")
        return "\(delegate) acts for \(principal) as \(roles) from \(first.inWords) to \(last.inWords): \(reason)"
    }
}
