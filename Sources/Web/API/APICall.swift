import Casework
import Hummingbird
import JSONValues
import Ledger
import Shares
import Workflows

/// What a program asks, read and checked by what its route takes: who asks, of what, with what.
struct APICall: Sendable {
    let site: Site
    let route: APIRoute
    let visitor: Visitor
    /// The parameters of the path, as they came.
    let path: [String: String]
    /// The query as it came, and its parameters in their order.
    let queryText: String
    let query: [(name: String, value: String)]
    let headers: HTTPFields
    /// Where the site is, for addresses that are given out.
    let root: String
    let sent: APISent?

    var office: Office { site.office }
    var person: Person { visitor.person }
    var id: PersonID { visitor.person.id }

    // MARK: - The path

    /// Throws `UnreadableAddress` where it is not percent-encoded UTF-8.
    func segment(_ parameter: APIParameter) throws -> String {
        guard let text = PercentText.decoded(path[parameter.name] ?? "") else { throw UnreadableAddress() }
        return text
    }

    func share() throws -> ShareReference { ShareReference(TermsReader.normalised(try segment(.reference))) }

    /// 0 where it is none, as which nothing is known.
    func number(_ parameter: APIParameter = .number) throws -> Int { Int(try segment(parameter)) ?? 0 }

    func action() throws -> (Machine, CommandName) {
        guard let machine = Machine(rawValue: try segment(.machine)) else { throw NoSuchCommand() }
        return (machine, CommandName(rawValue: try segment(.command)))
    }

    /// Throws `APIProblem` where there is no such set.
    func questionSet() throws -> String {
        let set = try segment(.set)
        guard QuestionSet.names.contains(set) else {
            throw APIProblem(.notFound, "The sets of questions are \(QuestionSet.names.joined(separator: ", ")).")
        }
        return set
    }

    // MARK: - The query

    func text(_ parameter: APIParameter) -> String? { query.first { $0.name == parameter.name }?.value }
    func whole(_ parameter: APIParameter) -> Int? { text(parameter).flatMap { Int($0) } }
    func day(_ parameter: APIParameter) -> Day? { text(parameter).flatMap { Day(iso: $0) } }
    func says(_ parameter: APIParameter) -> Bool { text(parameter) == "true" }

    // MARK: - The body

    /// What is sent; of the shape that the route asks for.
    var body: JSONValue { sent?.json ?? [:] }

    /// A text that is sent, without white space around it; nil where there is none.
    func sent(_ member: String) -> String? { body[member]?.string?.trimmed.nonEmpty }

    func sentTexts(_ member: String) -> [String: String] {
        (body[member]?.object ?? [:]).compactMapValues(\.string)
    }

    func sentList(_ member: String) -> [String] { (body[member]?.array ?? []).compactMap(\.string) }

    var once: OnceOnly? { sent?.once }

    // MARK: - Versions

    /// The version of a share that the program saw, from `If-Match` (RFC 9110, section 13.1.1); nil where `*` asks for a share
    /// that is there, whatever its version. Of several, the one that it has; a number that no share has where none can match.
    func version() throws -> Int? {
        guard let tag = headers[.ifMatch] else {
            throw APIProblem(
                .preconditionRequired,
                "Say in If-Match which version of the share you saw: its ETag, which is the version that the share and its actions tell, in quotation marks, such as \"3\"."
            )
        }
        if tag == "*" { return nil }
        let tags = tag.split(separator: ",", omittingEmptySubsequences: false).map { String($0.trimming(" \t")) }
        guard tags.allSatisfy({ $0.wholeMatch(of: /(W\/)?"[\x21\x23-\x7E]*"/) != nil }) else {
            throw APIProblem(.badRequest, "If-Match takes ETags of the share, such as \"3\", or * for any.")
        }
        // A weak tag never matches, nor does one that no share has.
        let versions = tags.compactMap { Int($0.dropFirst().dropLast()) }.filter { $0 > 0 }
        guard versions.count > 1 else { return versions.first ?? 0 }
        let present = try office.show(share(), to: person).share.version
        return versions.contains(present) ? present : versions[0]
    }

    /// What the program saw of what it changes. Throws `APIProblem` where it does not say.
    func seen() throws -> Seen {
        let tags = try seenTags()
        return tags.contains("*")
            ? .something
            // Strong comparison: a weak tag never matches (RFC 9110, section 8.8.3.2).
            : .states(
                Set(tags.filter { $0.utf8.first == UInt8(ascii: "\"") }.map { String(Substring($0).trimming("\"")) }))
    }

    private func seenTags() throws -> [String] {
        guard let tags = headers[.ifMatch] else {
            throw APIProblem(.preconditionRequired, "Say in If-Match what you saw: its ETag, or * for any.")
        }
        let seen = tags.split(separator: ",").map { String($0.trimming(" \t")) }
        guard seen.contains(where: { $0 == "*" || $0.utf8.last == UInt8(ascii: "\"") }) else {
            throw APIProblem(.badRequest, "If-Match takes ETags as they were told, in quotation marks, or * for any.")
        }
        return seen
    }

    /// Throws `APIProblem` where what is there is not what the program saw: `told` is what it is told of it now.
    func hold(to told: Answer) throws {
        let tag = told.tagOfBytes
        guard try seenTags().contains(where: { $0 == "*" || $0 == tag }) else {
            throw APIProblem(.preconditionFailed, "It has changed since you looked: get it again.")
        }
    }
}

extension Answer {
    /// A tag that follows from what is answered, and from nothing else.
    var tagOfBytes: String { "\"\(Fingerprint.of(bytes))\"" }

    /// With a tag that follows from what is told of.
    func tagged(_ fingerprint: String) -> Answer {
        var answer = self
        answer.entityTag = "\"\(fingerprint)\""
        return answer
    }
}
