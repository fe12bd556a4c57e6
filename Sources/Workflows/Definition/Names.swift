/// A name that a definition gives to something: small letters, digits and hyphens.
package protocol DefinedName: RawRepresentable, Hashable, Comparable, Sendable, Codable, CustomStringConvertible,
    ExpressibleByStringLiteral
where RawValue == String {
    init(rawValue: String)
}

extension DefinedName {
    package init(stringLiteral value: String) { self.init(rawValue: value) }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A state of one machine: `in-force`.
package struct StateName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// What a person tells a share to do: `submit`.
package struct CommandName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

extension CommandName {
    /// How a share is proposed: no machine has it, because there is no share yet, and `notBy` may name it.
    package static let propose: CommandName = "propose"
}

/// The capacity in which a person acts: `data-owner`.
package struct RoleName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A fact that a step needs; the host program knows what it means: `required-sign-offs`.
package struct NeedName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A field that the person gives with a command: `reason`.
package struct EvidenceName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// What a command writes into the share beside the new state: `sign-off`.
package struct RecordName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// The way a share came into the installation, which decides where its machines start: `proposed`, `live`.
package struct EntryName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A date that deadlines count from: `entered` (the state), `start-date`, `end-date`, `review-date`.
package struct DateName: DefinedName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}
