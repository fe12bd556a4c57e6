import Casework
import Shares

/// A part of a share's page that is the same for everybody who may see the share: it follows from these alone.
struct SharePart: Hashable, Sendable {
    enum Place: Hashable, Sendable {
        /// Title, summary and contents; who answers for it depends on who is there, and not on the share alone.
        case head(hasDecisions: Bool, ownerGap: OwnerGap?)
        /// Where it stands, and what was agreed.
        case terms
        /// What was recorded, and what happened.
        case record
    }

    var reference: ShareReference
    var version: Int
    var today: Day
    /// Whether how the department came to it is seen as well.
    var isWithin: Bool
    /// The versions of which people of another organisation are told why: those differ by what each asked for.
    var explained: [Int]
    /// What the people in it are called.
    var names: PersonNames
    var place: Place
}

extension Event {
    /// Whether what was given with it is told.
    var isExplained: Bool {
        guard case .acted(let act) = happening else { return false }
        return !act.evidence.isEmpty
    }
}
