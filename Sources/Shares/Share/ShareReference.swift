/// What the register calls a share: `DWP-DS-00123`.
package struct ShareReference: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ text: String) { rawValue = text }
    package var description: String { rawValue }
    /// Why the text cannot name a share; nil where it can. Lines, and characters that are not seen, would let one reference
    /// pass for another; of `.` and `..` no address can be made (RFC 3986, section 5.2.4).
    package static func objection(to text: String) -> String? {
        let isVisible = text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: false
            default: true
            }
        }
        return !text.isEmpty && text.utf8.count <= 200 && isVisible && text != "." && text != ".."
            ? nil : "A reference is 1 to 200 bytes of printable characters on one line, and not “.” or “..”."
    }

    package static func < (left: ShareReference, right: ShareReference) -> Bool { left.rawValue < right.rawValue }
}

/// The sign-in name of a person or of the system itself.
package struct PersonID: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package init(_ text: String) { rawValue = text }
    package var description: String { rawValue }
    package static func < (left: PersonID, right: PersonID) -> Bool { left.rawValue < right.rawValue }

    /// The actor of `tick`.
    package static let system = PersonID("system")
    /// The actor of an import, where nobody is named.
    package static let importer = PersonID("register-import")
}
