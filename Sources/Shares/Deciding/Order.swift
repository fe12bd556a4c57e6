package import Workflows

/// What a person tells a share to do, with the fields they gave.
package struct Order: Hashable, Sendable {
    package var command: CommandName
    /// Only needed where two machines would take the command from where they stand.
    package var machine: Machine?
    /// Evidence and terms fields by name, in the order given.
    package var fields: [String: String]

    package init(_ command: CommandName, machine: Machine? = nil, fields: [String: String] = [:]) {
        self.command = command
        self.machine = machine
        self.fields = fields
    }

    /// The capacity in which whoever gives it wants to sign off.
    var capacity: RoleName? {
        fields[EvidenceField.capacity.rawValue]?.trimmed.nonEmpty.map { RoleName(rawValue: $0) }
    }
}
