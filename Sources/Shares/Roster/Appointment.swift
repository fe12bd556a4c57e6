package import Workflows

/// A person was put in charge of shares, by letter, from a day on: of those of one spoke, or of any.
package struct Appointment: Hashable, Sendable, Codable {
    package enum Post: String, Hashable, Sendable, Codable, CaseIterable {
        /// Accountable for the shares that name them.
        case dataOwner = "data-owner"
        /// Looks after the records of a spoke's shares from day to day, and decides nothing.
        case dataSteward = "data-steward"

        package var role: RoleName { RoleName(rawValue: rawValue) }

        package var asPeopleSay: String {
            switch self {
            case .dataOwner: "data owner"
            case .dataSteward: "data steward"
            }
        }
    }

    package var person: PersonID
    package var post: Post
    /// The identifier of the spoke; nil: the whole department.
    package var spoke: String?
    package var days: DaySpan
    /// Where the letter of appointment is filed.
    package var letter: String

    package init(_ person: PersonID, as post: Post, of spoke: String?, _ days: DaySpan, letter: String) {
        self.person = person
        self.post = post
        self.spoke = spoke
        self.days = days
        self.letter = letter
    }

    package func covers(_ spoke: String?) -> Bool { self.spoke == nil || spoke == nil || self.spoke == spoke }

    func isSamePost(as other: Appointment) -> Bool {
        person == other.person && post == other.post && spoke == other.spoke
    }
}
