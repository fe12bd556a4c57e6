import Casework
import JSONValues
import Shares

/// What an address answers where all is well.
struct APIAnswer: Sendable {
    var status = 200
    /// Each media type, with the shape of those in JSON.
    var types: [(name: String, schema: APISchema?)]

    static func json(_ schema: APISchema) -> APIAnswer { APIAnswer(types: [("application/json", schema)]) }

    /// Something was made; its address is in `Location`.
    static func made(_ schema: APISchema) -> APIAnswer {
        APIAnswer(status: 201, types: [("application/json", schema)])
    }

    static func files(_ names: [String]) -> APIAnswer { APIAnswer(types: names.map { ($0, nil) }) }

    /// It is done, and there is nothing to tell.
    static let nothing = APIAnswer(status: 204, types: [])

    var schemas: [APISchema] { types.compactMap(\.schema) }
}

/// What an address is sent.
struct APIBody: Sendable {
    /// Each media type, with the shape of those in JSON.
    var types: [(name: String, schema: APISchema?)]
    /// In bytes.
    var longest = PostedForm.longestBody
    /// Throws `Refusal` for whom it is not: a long body is not read of them.
    var isFor: (@Sendable (Office, PersonID) throws -> Void)?

    static func json(
        _ schema: APISchema, longest: Int = PostedForm.longestBody,
        isFor: (@Sendable (Office, PersonID) throws -> Void)? = nil
    ) -> APIBody {
        APIBody(types: [("application/json", schema)], longest: longest, isFor: isFor)
    }
}

/// A refusal that an address can answer with, and when.
struct APIRefusal: Sendable {
    var status: Int
    var when: String

    init(_ status: Int, _ when: String) {
        self.status = status
        self.when = when
    }

    static func notForYou(_ what: String) -> APIRefusal { APIRefusal(403, "\(what) is not for you") }
    static func refused(_ what: String) -> APIRefusal {
        APIRefusal(422, "\(what) is refused; every reason is given")
    }
    static let noShare = APIRefusal(404, "There is no such share, or it is not within your reach")
}
