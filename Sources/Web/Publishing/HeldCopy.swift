import Hummingbird
import Shares

/// What somebody who asks holds already (RFC 9110, section 13).
struct HeldCopy: Hashable {
    private let tags: String?
    private let since: Instant?

    init(_ headers: HTTPFields) {
        tags = headers[.ifNoneMatch]
        since = headers[.ifModifiedSince].flatMap(HTTPTime.moment)
    }

    /// Whether it is still as it would be answered now. Tags come before dates, and are compared weakly.
    func isCurrent(tag: String, changed: Instant?) -> Bool {
        if let tags {
            let opaque = Self.opaque(tag[...])
            return tags.split(separator: ",").map { $0.trimming(" \t") }.contains {
                $0 == "*" || Self.opaque($0) == opaque
            }
        }
        guard let since, let changed else { return false }
        // HTTP knows whole seconds.
        return changed.milliseconds / 1000 <= since.milliseconds / 1000
    }

    private static func opaque(_ tag: Substring) -> Substring { tag.hasPrefix("W/") ? tag.dropFirst(2) : tag }
}
