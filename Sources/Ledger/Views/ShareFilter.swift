package import Shares

/// A condition on the lines of the register: `stage=live`, `title~housing`, `review_date<2026-04-01`, `owner=`.
package struct ShareFilter: Hashable, Sendable {
    package enum Comparison: String, Hashable, Sendable {
        case equal = "="
        case notEqual = "!="
        case contains = "~"
        case before = "<"
        case after = ">"
    }

    /// The columns that may be asked for.
    package static let columns = [
        "reference", "title", "provider", "recipient", "purpose", "spoke", "owner", "risk", "item", "subject",
        "gateway", "basis", "frequency", "channel", "classification", "start_date", "end_date", "review_date", "stage",
        "entry", "requester", "party", "proposal", "dpia", "approval", "review", "retirement", words,
    ]

    /// Asks for words wherever they stand: in title, parties, purpose, items, gateways, reference or owner.
    package static let words = "text"

    package var column: String
    package var comparison: Comparison
    package var value: String

    init(column: String, _ comparison: Comparison, _ value: String) {
        self.column = column
        self.comparison = comparison
        self.value = value
    }

    /// Not a column, and not to be asked for by name: whose shares, as organisation, U+001F, person.
    static let ownership = "own"

    /// The shares in which an organisation takes part, by its identifier, or that a person requested or owns.
    package static func own(organisation: String, person: PersonID) -> ShareFilter {
        ShareFilter(column: ownership, .equal, organisation + "\u{1F}" + person.rawValue)
    }

    /// Nil where the text is no condition on a known column.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        for (offset, byte) in bytes.enumerated() {
            let found: (Comparison, Int)?
            switch byte {
            case UInt8(ascii: "="): found = (.equal, 1)
            case UInt8(ascii: "~"): found = (.contains, 1)
            case UInt8(ascii: "<"): found = (.before, 1)
            case UInt8(ascii: ">"): found = (.after, 1)
            case UInt8(ascii: "!") where offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "="):
                found = (.notEqual, 2)
            default: found = nil
            }
            guard let (comparison, length) = found else { continue }
            column = String(decoding: bytes[..<offset], as: UTF8.self)
            self.comparison = comparison
            value = String(decoding: bytes[(offset + length)...], as: UTF8.self)
            guard ShareFilter.columns.contains(column) else { return nil }
            guard column != ShareFilter.words || comparison == .contains else { return nil }
            return
        }
        return nil
    }
}
