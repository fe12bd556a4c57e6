internal import JSONValues
package import Shares
internal import XMLTrees

/// The two schemas of manifests, compiled once and used from anywhere.
package struct ManifestSchemas: Sendable {
    /// Their names in `Templates/schemas`.
    package static let jsonFile = "manifest.schema.json"
    package static let xmlFile = "manifest.xsd"

    private let json: JSONSchema
    private let xml: XMLSchema

    /// Compiles the two files, or throws what is wrong with either.
    package init(json: [UInt8], xml: [UInt8]) throws(Findings) {
        do {
            self.json = try JSONSchema(JSONValue(parsing: json))
        } catch let faults as JSONSchemaFaults {
            throw Findings(
                faults.faults.map { fault in
                    let place = Place.pointer(file: Self.jsonFile, fault.pointer.description)
                    return .error("manifest-schema", at: place, fault.message)
                })
        } catch {
            throw Findings([.error("manifest-schema", at: .pointer(file: Self.jsonFile, ""), "\(error)")])
        }
        do {
            self.xml = try XMLSchema(xml)
        } catch {
            throw Findings(
                error.faults.map { .error("manifest-schema", at: .pointer(file: Self.xmlFile, ""), $0.description) })
        }
    }

    /// What the JSON schema does not allow in a document that is, or will be, in the named file.
    func findings(in document: JSONValue, file: String) -> Findings {
        Findings(
            json.faults(in: document).map { fault in
                .error("manifest-schema", at: .pointer(file: file, fault.pointer.description), fault.message)
            })
    }

    /// The same for the XML schema.
    func findings(in tree: XMLTree, file: String) -> Findings {
        Findings(xml.faults(in: tree).map { .error("manifest-schema", at: .pointer(file: file, ""), $0.description) })
    }
}
