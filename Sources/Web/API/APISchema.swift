package import JSONValues

/// The shape of what is answered and sent, as JSON Schema 2020-12.
package enum APISchema: String, CaseIterable, Sendable {
    case description = "Description"
    case shares = "Shares"
    case share = "Share"
    case actions = "Actions"
    case history = "History"
    case manifest = "Manifest"
    case feed = "Feed"
    case questions = "Questions"
    case order = "Order"
    case answers = "Answers"
    case problem = "Problem"
    case contacts = "Contacts"
    case receipts = "Receipts"
    case receipt = "Receipt"
    case webhooks = "Webhooks"
    case attempts = "Attempts"
    case tokenRequest = "TokenRequest"
    case token = "Token"
    case tokenProblem = "TokenProblem"

    var link: JSONValue { ["$ref": .string("#/components/schemas/" + rawValue)] }

    package var schema: JSONValue {
        switch self {
        case .description: ["type": "object"]
        case .shares:
            Self.object(
                [
                    "shares": Self.list(Self.line), "total": ["type": "integer"],
                    "next": ["type": "string", "description": "The address of the next page"],
                ], optional: ["next"])
        case .share:
            Self.object(
                [
                    "reference": Self.text, "version": ["type": "integer"], "stage": Self.text, "risk": Self.text,
                    "owner": Self.text, "terms": ["type": "object", "additionalProperties": Self.text],
                    "amendment": ["type": "object", "additionalProperties": Self.text],
                    "standing": Self.list(
                        Self.object(["machine": Self.text, "state": Self.text, "title": Self.text, "since": Self.text])),
                ], optional: ["owner", "amendment"])
        case .actions:
            Self.object([
                "actions": Self.list(
                    Self.object([
                        "machine": Self.text, "command": Self.text, "title": Self.text, "possible": ["type": "boolean"],
                        "reasons": Self.list(Self.reason), "required": Self.list(Self.text),
                        "optional": Self.list(Self.text), "takesTerms": ["type": "boolean"],
                    ]))
            ])
        case .history:
            Self.object([
                "events": Self.list(
                    Self.object([
                        "version": ["type": "integer"], "position": ["type": "integer"], "at": Self.text,
                        "actor": Self.text, "role": Self.text, "summary": Self.text,
                    ]))
            ])
        case .manifest:
            ["type": "object", "required": ["@context", "reference", "version", "status", "digest"]]
        case .feed:
            Self.object(
                [
                    "version": Self.text, "title": Self.text, "feed_url": Self.text, "next_url": Self.text,
                    "language": Self.text, "authors": Self.list(Self.object(["name": Self.text])),
                    "items": Self.list(
                        Self.object([
                            "id": Self.text, "url": Self.text, "title": Self.text, "content_text": Self.text,
                            "date_published": Self.text,
                            "_concordat": Self.object(["reference": Self.text, "version": ["type": "integer"]]),
                        ])),
                ], optional: ["next_url"])
        case .questions:
            Self.object([
                "version": ["type": "integer"],
                "questions": Self.list(
                    Self.object(
                        [
                            "id": Self.text, "asks": Self.text, "kind": Self.text, "required": ["type": "boolean"],
                            "standing": [
                                "type": "string",
                                "enum": ["completed", "not-started", "cannot-start-yet", "not-applicable", "notice"],
                            ],
                            "answer": Self.text, "by": Self.text, "after": Self.list(Self.text),
                            "options": Self.list(Self.text),
                        ], optional: ["answer", "by", "after", "options"])),
            ])
        case .answers:
            Self.object(
                ["answers": ["type": "object", "additionalProperties": Self.text], "reason": Self.text],
                optional: ["reason"])
        case .order:
            Self.object(["fields": ["type": "object", "additionalProperties": Self.text]], optional: ["fields"])
        case .contacts: Self.object(["contacts": ["type": "object", "additionalProperties": Self.text]])
        case .receipts:
            Self.object(
                [
                    "receipts": Self.list(
                        Self.object(
                            [
                                "reference": Self.text, "version": ["type": "integer"], "issued": Self.text,
                                "organisation": Self.text, "acknowledged": Self.text, "by": Self.text,
                                "digest": Self.text, "waiting": ["type": "integer"], "overdue": ["type": "boolean"],
                            ], optional: ["acknowledged", "by", "digest", "waiting"])),
                    "next": Self.text,
                ], optional: ["next"])
        case .receipt:
            Self.object([
                "reference": Self.text, "version": ["type": "integer"], "organisation": Self.text, "digest": Self.text,
            ])
        case .webhooks:
            Self.object([
                "webhooks": Self.list(
                    Self.object(
                        [
                            "number": ["type": "integer"], "partner": Self.text, "address": Self.text,
                            "toldTo": ["type": "integer"], "attempts": ["type": "integer"], "held": ["type": "boolean"],
                            "next": Self.text, "fault": Self.text,
                        ], optional: ["next", "fault"]))
            ])
        case .attempts:
            Self.object([
                "attempts": Self.list(
                    Self.object(
                        ["event": ["type": "integer"], "at": Self.text, "fault": Self.text], optional: ["fault"]))
            ])
        case .tokenRequest:
            Self.object(
                [
                    "grant_type": ["const": "client_credentials"],
                    "scope": ["type": "string", "description": "Fewer than the key has, with spaces between them"],
                    "client_id": Self.text, "client_secret": Self.text,
                ], optional: ["scope", "client_id", "client_secret"])
        case .token:
            Self.object([
                "access_token": Self.text, "token_type": ["const": "Bearer"], "expires_in": ["type": "integer"],
                "scope": Self.text,
            ])
        case .tokenProblem:
            Self.object(
                [
                    "error": [
                        "type": "string",
                        "enum": ["invalid_request", "invalid_client", "invalid_scope", "unsupported_grant_type"],
                    ], "error_description": Self.text,
                ])
        case .problem:
            Self.object(
                [
                    "type": Self.text, "title": Self.text, "status": ["type": "integer"], "detail": Self.text,
                    "reasons": Self.list(Self.reason),
                ], optional: ["detail", "reasons"])
        }
    }

    private static let text: JSONValue = ["type": "string"]

    private static let line: JSONValue = object(
        [
            "reference": text, "version": ["type": "integer"], "title": text, "stage": text, "risk": text,
            "providers": list(text), "recipients": list(text), "spoke": text, "owner": text, "reviewDate": text,
            "endDate": text,
        ], optional: ["spoke", "owner", "reviewDate", "endDate"])

    private static let reason: JSONValue = object(
        ["rule": text, "question": text, "says": text, "field": text], optional: ["field"])

    private static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

    /// Closed; all members are required but those named.
    private static func object(_ members: [String: JSONValue], optional: Set<String> = []) -> JSONValue {
        [
            "type": "object", "properties": .object(members), "additionalProperties": false,
            "required": .array(members.keys.filter { !optional.contains($0) }.sorted().map { .string($0) }),
        ]
    }
}
