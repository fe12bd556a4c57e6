import Hummingbird
import Shares

/// What an answer says beside its content where a program may keep it, and asks whether it still holds.
struct KeptAnswer: Sendable {
    /// Since when it says what it says.
    var changed: Instant
    /// The header by which it is chosen.
    var variesBy: String?
    /// The address of this very version.
    var location: String?
    /// Addresses of other versions, by their relation (RFC 5829).
    var links: [(address: String, relation: String)] = []
    /// A detached JSON Web Signature of the content.
    var signature: String?

    /// The header of the signature, under the name that banks use for the same (UK Open Banking).
    static let signatureHeader = "x-jws-signature"

    init(changed: Instant) {
        self.changed = changed
    }

    func add(to headers: inout HTTPFields) {
        // Kept by whoever asked, and asked for again each time.
        headers[.cacheControl] = "private, no-cache"
        headers[.lastModified] = HTTPTime.text(changed)
        if let variesBy { headers[.vary] = variesBy }
        if let location { headers[.contentLocation] = location }
        if !links.isEmpty, let name = HTTPFields.Element.Name("Link") {
            headers[name] = links.map { "<\($0.address)>; rel=\"\($0.relation)\"" }.joined(separator: ", ")
        }
        if let signature, let name = HTTPFields.Element.Name(Self.signatureHeader) { headers[name] = signature }
    }
}
