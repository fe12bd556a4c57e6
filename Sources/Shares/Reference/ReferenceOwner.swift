package import JSONValues
package import Workflows

/// Who answers for a file of the reference data: whoever holds a role, or one person.
///
/// In the file `"owner": "legal"`, or `"owner": {"person": "a.smith"}`. Whether there is such a person, the roster says.
package enum ReferenceOwner: Hashable, Sendable {
    case role(RoleName)
    case person(PersonID)

    /// The member of the file.
    package static let member = "owner"

    /// Nil where it is neither form; that the role is known is asked by `ReferenceChecks`.
    package init?(_ value: JSONValue) {
        if let role = value.string {
            self = .role(RoleName(rawValue: role))
        } else if let members = value.object, members.count == 1, let id = members["person"]?.string?.trimmed,
            !id.isEmpty
        {
            self = .person(PersonID(id))
        } else {
            return nil
        }
    }

    /// Every role but the program's own.
    package static let roles = RoleName.known.filter { $0 != "system" }
}

/// The member as Foundation's decoder comes by it.
struct DecodedOwner: Decodable {
    /// Nil: neither form.
    let owner: ReferenceOwner?

    init(owner: ReferenceOwner?) {
        self.owner = owner
    }

    init(from decoder: any Decoder) throws {
        if let role = try? decoder.singleValueContainer().decode(String.self) {
            owner = ReferenceOwner(.string(role))
        } else if let members = try? decoder.singleValueContainer().decode([String: String].self) {
            owner = ReferenceOwner(.object(members.mapValues { .string($0) }))
        } else {
            owner = nil
        }
    }
}
