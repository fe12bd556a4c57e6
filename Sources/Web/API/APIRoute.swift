import Hummingbird
import JSONValues
package import Shares

/// Every address for programs: the router and the description at `/api/openapi.json` are made from this list.
package enum APIRoute: String, CaseIterable, Sendable {
    case description = "/api/openapi.json"
    case shares = "/api/shares"
    case share = "/api/shares/{reference}"
    case actions = "/api/shares/{reference}/actions"
    case history = "/api/shares/{reference}/history"
    case act = "/api/shares/{reference}/act/{machine}/{command}"
    case manifest = "/api/manifests/{reference}"
    case manifestVersion = "/api/manifests/{reference}/versions/{version}"
    case atomFeed = "/api/feeds/manifests.atom"
    case jsonFeed = "/api/feeds/manifests.json"
    case propose = "/api/proposals"
    case questions = "/api/shares/{reference}/questions/{set}"
    case answers = "/api/shares/{reference}/answers/{set}"
    case contacts = "/api/shares/{reference}/contacts"
    case token = "/api/token"
    case receipts = "/api/receipts"
    case acknowledge = "/api/receipts/{reference}"
    case webhooks = "/api/webhooks"
    case attempts = "/api/webhooks/{number}/attempts"

    static let prefix = "/api/"

    /// Whether it changes something.
    package var isChange: Bool { body != nil }

    /// The shape of what it is sent; nil where it only tells.
    var body: APISchema? {
        switch self {
        case .act, .propose: .order
        case .answers: .answers
        case .token: .tokenRequest
        case .acknowledge: .manifest
        default: nil
        }
    }

    /// The media type of what it is sent.
    var bodyType: String { self == .token ? "application/x-www-form-urlencoded" : "application/json" }

    /// What a program’s key must allow; nil where nobody has to say who they are.
    package var scope: APIScope? {
        switch self {
        case .description, .token: nil
        case .shares, .share, .actions, .history, .questions, .contacts: .readShares
        case .manifest, .manifestVersion, .atomFeed, .jsonFeed: .readManifests
        case .propose, .answers: .propose
        case .act: .act
        case .receipts: .readReceipts
        case .acknowledge: .acknowledge
        case .webhooks, .attempts: .readWebhooks
        }
    }

    /// All that a key must have: what changes a share answers with the share.
    package var scopes: [APIScope] {
        guard let scope else { return [] }
        return isChange && answer == .share ? [scope, .readShares] : [scope]
    }

    /// Whether it is published for programs to keep.
    var isPublished: Bool {
        switch self {
        case .manifest, .manifestVersion, .atomFeed, .jsonFeed: true
        default: false
        }
    }

    /// Where the manifest of a share is that holds.
    package static func address(of reference: ShareReference) -> String {
        "/api/manifests/" + PercentText.segment(reference.rawValue)
    }

    /// Its name in generated clients.
    var operation: String {
        switch self {
        case .description: "describe"
        case .shares: "findShares"
        case .share: "getShare"
        case .actions: "listActions"
        case .history: "listHistory"
        case .act: "act"
        case .manifest: "getManifest"
        case .manifestVersion: "getManifestVersion"
        case .atomFeed: "listChangesAsAtom"
        case .jsonFeed: "listChanges"
        case .propose: "propose"
        case .questions: "listQuestions"
        case .answers: "answer"
        case .contacts: "listContacts"
        case .token: "getToken"
        case .receipts: "listReceipts"
        case .acknowledge: "acknowledge"
        case .webhooks: "listWebhooks"
        case .attempts: "listAttempts"
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
        case .manifest: "The signed manifest of a share that holds"
        case .manifestVersion: "A version of it: an earlier one says by what it was replaced"
        case .atomFeed: "Which versions of manifests were issued, newest first, as an Atom feed"
        case .jsonFeed: "Which versions of manifests were issued, newest first, as a JSON Feed"
        case .propose: "Proposes a share; its draft is kept"
        case .questions: "The questions of a set as they stand for a share, with their answers"
        case .answers: "Answers questions of a set"
        case .token: "A token for the client credentials of an API key (RFC 6749, section 4.4), good for 15 minutes"
        case .contacts: "Whom to turn to about a share; that they were read is recorded"
        case .receipts: "Who has acknowledged what was last issued, and who has not, a page at a time"
        case .acknowledge: "Acknowledges a manifest: the very JSON form is sent, its signature in x-jws-signature"
        case .webhooks: "The addresses at which partners are told, and how each stands"
        case .attempts: "The last attempts of a webhook, newest first"
        }
    }

    var answer: APISchema {
        switch self {
        case .description: .description
        case .shares: .shares
        case .share, .act, .propose, .answers: .share
        case .questions: .questions
        case .actions: .actions
        case .history: .history
        case .manifest, .manifestVersion: .manifest
        case .atomFeed, .jsonFeed: .feed
        case .contacts: .contacts
        case .token: .token
        case .receipts: .receipts
        case .acknowledge: .receipt
        case .webhooks: .webhooks
        case .attempts: .attempts
        }
    }

    /// The media types that it answers in; those of JSON have the shape of `answer`.
    var mediaTypes: [String] {
        switch self {
        case .manifest, .manifestVersion: Site.mediaTypes.map(\.key)
        case .atomFeed: ["application/atom+xml"]
        case .jsonFeed: ["application/feed+json"]
        default: ["application/json"]
        }
    }

    /// The refusals that it can answer with beside 401.
    var refusals: [(status: Int, when: String)] {
        let unknown = (404, "There is no such share, or it is not within your reach")
        return switch self {
        case .description: []
        case .shares: [(400, "A condition cannot be understood")]
        case .share, .actions, .history: [unknown]
        case .manifest, .manifestVersion:
            [
                (404, "There is no such version, or the share is not within your reach"),
                (406, "It is to be had in none of the media types that are asked for"),
                (422, "The share cannot be stated in a manifest"), (503, "Nothing is published here"),
            ]
        case .atomFeed, .jsonFeed: [(400, "before is no number")]
        case .questions, .contacts: [unknown]
        case .token:
            [
                (400, "The request or a scope cannot be understood"), (401, "The client or its secret is not good"),
                (408, "The body took too long to come"), (413, "The body is too long"),
            ]
        case .receipts: [(400, "limit is no number from 1 to 500")]
        case .acknowledge:
            Self.sent + [
                (403, "Acknowledging is not for you"), unknown,
                (422, "It is no sound manifest of the share, was never issued, or was acknowledged already"),
            ]
        case .webhooks: [(403, "Webhooks are not for you")]
        case .attempts: [(403, "Webhooks are not for you"), (422, "There is no such webhook of yours")]
        case .propose:
            Self.sent + [
                (403, "Proposing is not for you"), (422, "The proposal is refused; every reason is given"),
            ]
        case .answers:
            Self.sent + [
                (403, "Answering is not for you"), unknown, (409, "The share’s workflow does not ask where it stands"),
                (412, "The share has changed since the version in If-Match"),
                (422, "An answer is refused; every reason is given"), (428, "If-Match is missing"),
            ]
        case .act:
            Self.sent + [
                (403, "The command is not for you"),
                unknown, (409, "The share’s workflow has no such command where it stands"),
                (412, "The share has changed since the version in If-Match"),
                (422, "The command is refused; every reason is given"), (428, "If-Match is missing"),
            ]
        }
    }

    var parameters: [APIParameter] {
        switch self {
        case .description, .token, .webhooks: []
        case .receipts: [.ofPage, .after]
        case .acknowledge: [.reference, .signature]
        case .attempts: [.number]
        case .shares: APIParameter.ofSearch
        case .share: [.reference, .ifNoneMatch]
        case .actions, .history, .contacts: [.reference]
        case .manifest: [.reference, .form, .ifNoneMatch]
        case .manifestVersion: [.reference, .version, .form, .ifNoneMatch]
        case .atomFeed, .jsonFeed: [.before, .ifNoneMatch]
        case .act: [.reference, .machine, .command, .ifMatch, .idempotencyKey]
        case .propose: [.idempotencyKey]
        case .questions: [.reference, .set]
        case .answers: [.reference, .set, .ifMatch, .idempotencyKey]
        }
    }

    /// What can be wrong with any body.
    private static let sent = [
        (status: 400, when: "The body is not the JSON object that is asked for"),
        (status: 408, when: "The body took too long to come"), (status: 413, when: "The body is too long"),
        (status: 415, when: "The body is not JSON"),
    ]
}
