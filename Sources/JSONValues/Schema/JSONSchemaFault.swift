/// One thing that is wrong with a document that is held against a schema, or with a schema itself, and where.
package struct JSONSchemaFault: Hashable, Sendable {
    /// The value that is wrong, or for a member that is not allowed or missing, where it stands or should stand.
    package let pointer: JSONPointer
    /// A sentence for the person who can mend it.
    package let message: String

    package init(at pointer: JSONPointer, _ message: String) {
        self.pointer = pointer
        self.message = message
    }
}

extension JSONSchemaFault: CustomStringConvertible {
    package var description: String {
        pointer.tokens.isEmpty ? message : "At \(pointer): \(message)"
    }
}

/// Why a schema was not accepted: every fault in it, at least one.
package struct JSONSchemaFaults: Error, Hashable, Sendable, CustomStringConvertible {
    package let faults: [JSONSchemaFault]

    package init(_ faults: [JSONSchemaFault]) {
        self.faults = faults
    }

    package var description: String {
        faults.map(\.description).joined(separator: "\n")
    }
}
