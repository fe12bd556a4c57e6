import Casework
import Foundation
import Hummingbird

/// The fields of a form that somebody sent, each by its name; where one came twice, the last.
struct PostedForm: Sendable {
    /// The longest body, in bytes.
    static let longestBody = 256 * 1024
    /// The same of a form with files: a register of tens of thousands of rows.
    static let longestWithFiles = 16 * 1024 * 1024
    static let tokenField = "form-token"
    static let keyField = "form-key"

    let fields: [String: String]
    /// All values of each, in the order in which they came.
    let lists: [String: [String]]
    var files: [String: SentFile] = [:]

    subscript(_ name: String) -> String? { fields[name] }

    /// Reads a form of these pages. Throws `FormProblem.Refused` where it is not one, or comes from another site.
    ///
    /// `visitor` is nil for the form with which somebody signs in: there is no session yet to hold a token.
    static func read(
        _ request: Request, of visitor: Visitor?, withFiles: Bool = false, within time: Duration
    ) async throws -> PostedForm {
        guard isFromHere(request) else { throw RefusedForm.fromElsewhere }
        let type = request.headers[.contentType]?.split(separator: ";").first.map { $0.lowercased() }
        guard type == (withFiles ? "multipart/form-data" : "application/x-www-form-urlencoded") else {
            throw RefusedForm.notAForm
        }
        let longest = withFiles ? longestWithFiles : longestBody
        let body: ByteBuffer
        do {
            body = try await request.sentBody(upTo: longest, within: time)
        } catch let fault as BodyFault {
            throw fault == .tooSlow ? RefusedForm.tooSlow : .tooLong(most: longest)
        }
        let pairs: [(String, String)]
        var files: [String: SentFile] = [:]
        if withFiles {
            guard
                let parts = MultipartForm(
                    Data(body.readableBytesView), contentType: request.headers[.contentType] ?? "")
            else { throw RefusedForm.notAForm }
            pairs = parts.fields
            files = parts.files
        } else {
            guard let text = String(validating: body.readableBytesView, as: UTF8.self),
                let fields = [(String, String)](query: text)
            else { throw RefusedForm.notAForm }
            pairs = fields
        }
        let form = PostedForm(
            fields: Dictionary(pairs) { $1 }, lists: Dictionary(grouping: pairs, by: \.0).mapValues { $0.map(\.1) },
            files: files)
        if let visitor {
            guard let given = form[tokenField], isEqual(given, visitor.formToken) else {
                throw RefusedForm.fromElsewhere
            }
        }
        return form
    }

    /// What is said of a form that has several buttons and came with none of them: nothing was done.
    static let noButton = FormProblem(
        field: nil, message: "Nothing was done, as it is not said what to do: use a button of the form.")

    /// What makes it known again where it is sent twice from one page; nil for a form without a key. `what` tells the forms
    /// of a page apart.
    func once(_ what: String) -> OnceOnly? {
        guard let key = self[Self.keyField], (1...64).contains(key.utf8.count),
            key.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        return OnceOnly(key: "form \(what) \(key)", request: said)
    }

    /// The same of a form that holds to a version of what it changes: what is sent from one version with the same words is one
    /// request, from whichever page it came.
    func onceOfItsVersion(_ what: String) -> OnceOnly {
        let said = said
        return OnceOnly(key: "form \(what) \(Fingerprint.of(said))", request: said)
    }

    /// Everything that somebody said in it, in one order.
    private var said: [UInt8] {
        let pairs = lists.filter { ![Self.tokenField, Self.keyField].contains($0.key) }.sorted { $0.key < $1.key }
            .flatMap { name, values in values.map { (name, $0) } }
        return files.sorted { $0.key < $1.key }.reduce(into: Array(pairs.queryText.utf8)) { bytes, file in
            bytes += Array([(file.key, file.value.name), ("size", String(file.value.bytes.count))].queryText.utf8)
            bytes += file.value.bytes
        }
    }

    /// Browsers say where a form comes from; one that says nothing is held to its token.
    static func isFromHere(_ request: Request) -> Bool {
        if let site = HTTPFields.Element.Name("Sec-Fetch-Site").flatMap({ request.headers[$0] }) {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin] else { return true }
        guard let host = request.head.authority, let scheme = origin.firstRange(of: "://") else { return false }
        return origin[scheme.upperBound...] == host
    }

    /// In a time that does not depend on where two texts differ.
    private static func isEqual(_ one: String, _ other: String) -> Bool {
        guard one.utf8.count == other.utf8.count else { return false }
        return zip(one.utf8, other.utf8).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

/// Why a form is not looked at.
enum RefusedForm: Error {
    case notAForm, tooSlow
    /// Longer than so many bytes.
    case tooLong(most: Int)
    /// Another site's form, or one of a session that is over.
    case fromElsewhere
}
