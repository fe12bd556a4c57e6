/// What the parties may, must not and must do with the data, in the terms of the ODRL Information Model 2.2.
///
/// It follows from the rest of a manifest and adds nothing: who reads a manifest makes it anew and compares.
struct SharePolicy: Hashable {
    enum Kind: String, Hashable {
        case agreement = "Agreement"
        /// Asked for and not agreed, or no longer to be.
        case request = "Request"
    }

    /// A condition: `purpose eq …`.
    struct Constraint: Hashable {
        /// Of ODRL's own vocabulary, as `dateTime`.
        var left: String
        /// As `lteq`.
        var comparison: String
        var right: Operand
    }

    enum Operand: Hashable {
        case address(String)
        /// With its type of XML Schema: `date`, `duration`.
        case literal(String, type: String)
    }

    /// A permission, a prohibition or an obligation.
    struct Rule: Hashable {
        /// Of ODRL's own vocabulary, as `use`.
        var action: String
        /// Whom it binds beside the assignees of the policy.
        var assignees: [String] = []
        var constraints: [Constraint] = []
        /// What the terms say about it, for people.
        var words: String?
    }

    var address: String
    var kind: Kind
    /// The datasets, by address. They, and the parties below, are those of every rule: section 2.7.1 of the model.
    var targets: [String]
    /// Who provides, and who receives, by address.
    var assigners: [String]
    var assignees: [String]
    var permissions: [Rule]
    var prohibitions: [Rule]
    var obligations: [Rule]
}
