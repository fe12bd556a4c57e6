import JSONValues
package import Shares

/// Whose installation this is: `Templates/department.json`.
package struct Department: Sendable {
    static let file = "department.json"

    /// It keeps the register, issues the manifests and signs them.
    package let organisation: Organisation
    /// In how many working days the other parties are to acknowledge a manifest; 10 where nothing is set.
    package let acknowledgeWithin: Int

    init(json: [UInt8], schema: [UInt8], reference: ReferenceData) throws {
        let document: JSONValue
        do { document = try JSONValue(parsing: json) } catch {
            throw Findings([.error("department", at: .line(error.line, column: error.column), error.reason.explanation)]
            )
        }
        let faults = try JSONSchema(JSONValue(parsing: schema)).faults(in: document)
        guard faults.isEmpty else {
            throw Findings(
                faults.map {
                    .error("department", at: .pointer(file: Self.file, $0.pointer.description), $0.message)
                })
        }
        let id = document["organisation"]?.string ?? ""
        guard let organisation = reference.organisations[id] else {
            throw Findings([
                .error(
                    "department", at: .pointer(file: Self.file, "/organisation"),
                    "“\(id)” is the identifier of no organisation in reference/organisations.json.")
            ])
        }
        self.organisation = organisation
        acknowledgeWithin = document["acknowledgeWithin"]?.int ?? 10
    }
}

extension Office {
    package func department() throws -> Department {
        try Department(
            json: try templates.bytes(of: Department.file),
            schema: try templates.bytes(of: "schemas/department.schema.json"), reference: try reference())
    }
}

extension Office {
    /// The organisation of that identifier; the department where none is given.
    package func organisation(_ id: String?) throws -> Organisation {
        guard let id else { return try department().organisation }
        guard let organisation = try reference().organisations[id] else {
            throw Findings([
                .error("unknown-organisation", at: .whole, "“\(id)” is the identifier of no organisation.")
            ])
        }
        return organisation
    }
}
