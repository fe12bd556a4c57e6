package import Workflows

/// Something on record that a person did, in a role of their own or in one that another had delegated to them.
package protocol DoneOnRecord {
    var by: PersonID { get }
    var at: Instant { get }
    /// The role in which it was done; nil where nobody said so.
    var role: RoleName? { get }
    /// Whoever had delegated the role.
    var onBehalfOf: PersonID? { get }
}

extension DoneOnRecord {
    /// Who did it, for people: `dee`; where the role was delegated, `sam as DPO for dee`.
    package var doneBy: String { doneBy(naming: \.rawValue) }

    /// The same with people called otherwise than by their ids.
    package func doneBy(naming name: (PersonID) -> String) -> String {
        guard let principal = onBehalfOf else { return name(by) }
        return "\(name(by))\(role.map { " as \($0.noun)" } ?? "") for \(name(principal))"
    }
}
