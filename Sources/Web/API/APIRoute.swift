import Hummingbird
import JSONValues

/// Every address for programs: the router and the description at `/api/openapi.json` are made from this list.
package enum APIRoute: String, CaseIterable, Sendable {
    case description = "/api/openapi.json"
    case shares = "/api/shares"
    case share = "/api/shares/{reference}"
    case actions = "/api/shares/{reference}/actions"
    case history = "/api/shares/{reference}/history"
    case act = "/api/shares/{reference}/act/{machine}/{command}"

    static let prefix = "/api/"

    /// Whether it changes something.
    var isChange: Bool { self == .act }

    /// Its name in generated clients.
    var operation: String {
        switch self {
        case .description: "describe"
        case .shares: "findShares"
        case .share: "getShare"
        case .actions: "listActions"
        case .history: "listHistory"
        case .act: "act"
        }
    }

    var summary: String {
        switch self {
        case .description: "This description"
        case .shares: "The shares that meet every condition, a page at a time, in the order of their references"
        case .share: "A share: its terms, and where it stands"
        case .actions: "What you may do with a share now, and why not the rest"
        case .history: "Everything that happened to a share, oldest first"
        case .act: "Gives a command to a share, as you last saw it"
        }
    }

    var answer: APISchema {
        switch self {
        case .description: .description
        case .shares: .shares
        case .share, .act: .share
        case .actions: .actions
        case .history: .history
        }
    }

    /// The refusals that it can answer with beside 401.
    var refusals: [(status: Int, when: String)] {
        let unknown = (404, "There is no such share, or it is not within your reach")
        return switch self {
        case .description: []
        case .shares: [(400, "A condition cannot be understood")]
        case .share, .actions, .history: [unknown]
        case .act:
            [
                (400, "The body is not the JSON object that is asked for"), (403, "The command is not for you"),
                unknown, (409, "The share’s workflow has no such command where it stands"),
                (412, "The share has changed since the version in If-Match"), (415, "The body is not JSON"),
                (422, "The command is refused; every reason is given"), (428, "If-Match is missing"),
            ]
        }
    }

    var parameters: [APIParameter] {
        switch self {
        case .description: []
        case .shares: APIParameter.ofSearch
        case .share: [.reference, .ifNoneMatch]
        case .actions, .history: [.reference]
        case .act: [.reference, .machine, .command, .ifMatch]
        }
    }
}
