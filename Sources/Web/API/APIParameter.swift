import Casework
import JSONValues
import Ledger
import Shares
import Workflows

/// What is asked beside the body: in the path, the query or a header.
struct APIParameter: Sendable {
    var name: String
    var place: String
    var says: String
    var schema: JSONValue = ["type": "string"]
    var isRequired = false
    /// Whether it may be given several times.
    var isRepeated = false
    /// Whether it is a day that must not lie ahead.
    var isOver = false
    /// The parameter without which it says nothing.
    var goesWith: String?

    static let after = APIParameter(
        name: "after", place: "query", says: "The last of the page before: next gives it")
    static let limit = APIParameter(
        name: "limit", place: "query", says: "The most of a page",
        schema: ["type": "integer", "minimum": 1, "maximum": 500, "default": 50])
    static let before = APIParameter(
        name: "before", place: "query", says: "The number before which older ones are: next gives it",
        schema: ["type": "integer", "minimum": 1])
    static let number = APIParameter(
        name: "number", place: "path", says: "Its number", schema: ["type": "integer", "minimum": 1],
        isRequired: true)
    static let signature = APIParameter(
        name: KeptAnswer.signatureHeader, place: "header", says: "The detached JSON Web Signature of the body",
        isRequired: true)

    static let reference = APIParameter(
        name: "reference", place: "path", says: "The share’s reference, percent-encoded", isRequired: true)
    static let machine = APIParameter(
        name: "machine", place: "path", says: "The workflow",
        schema: Shape.oneOf(Machine.allCases.map(\.rawValue)), isRequired: true)
    static let command = APIParameter(
        name: "command", place: "path", says: "The command, as the share’s actions name it", isRequired: true)
    static let version = APIParameter(
        name: "version", place: "path", says: "The version", schema: ["type": "integer", "minimum": 1],
        isRequired: true)
    static let form = APIParameter(
        name: "form", place: "query", says: "The form, where the Accept header does not say it",
        schema: Shape.oneOf(["json", "xml", "bundle"]))
    static let set = APIParameter(
        name: "set", place: "path", says: "The set of questions", schema: Shape.oneOf(QuestionSet.names),
        isRequired: true)
    static let idempotencyKey = APIParameter(
        name: "Idempotency-Key", place: "header",
        says:
            "A text of your own for this request: sent again within a day with the same body, it is not done again, and "
            + "you are told what came of it; with another body it is refused (422). A secret is told the first time alone"
    )
    static let ifMatch = APIParameter(
        name: "If-Match", place: "header", says: "The ETag of what you saw, or * for any", isRequired: true)
    static let ifNoneMatch = APIParameter(
        name: "If-None-Match", place: "header",
        says: "ETags that you hold, with commas between them, or *: 304 where one still holds")

    /// The conditions of the register’s page, under the same names.
    static var ofSearch: [APIParameter] {
        RegisterQuery.Field.all.map { field in
            switch field {
            case .text: APIParameter(name: field.rawValue, place: "query", says: "Words, wherever they stand")
            case .place:
                APIParameter(
                    name: field.rawValue, place: "query", says: "Where the words are looked for",
                    schema: Shape.oneOf(RegisterQuery.Place.allCases.map(\.rawValue)))
            case .conditions:
                APIParameter(
                    name: field.rawValue, place: "query",
                    says: "A condition such as end_date<2027-01-01, on "
                        + ShareFilter.columns.joined(separator: ", "),
                    isRepeated: true)
            case .after: after
            case .facet(let facet): APIParameter(name: facet.rawValue, place: "query", says: facet.label)
            }
        } + [limit]
    }

    var json: JSONValue {
        [
            "name": .string(name), "in": .string(place), "description": .string(says), "required": .bool(isRequired),
            "schema": isRepeated ? ["type": "array", "items": schema] : schema,
        ]
    }
}
