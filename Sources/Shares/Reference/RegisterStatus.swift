/// Where a register says that a share stands.
package struct RegisterStatus: Term, Hashable {
    package static let file = "statuses.json"
    package static let array = "statuses"

    /// One of `proposed`, `pending-dpia`, `pending-approval`, `live`, `suspended`, `expired`, `closed`, `withdrawn` and
    /// `refused`.
    package let id: String
    package let name: String
    package let aliases: [String]

    package var spellings: [String] { [name] + aliases }
}
