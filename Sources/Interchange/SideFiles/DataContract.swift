internal import JSONValues
internal import Shares

/// The data of a share as an Open Data Contract Standard contract (3.1): one schema object for each dataset that it names.
enum DataContract {
    static func contract(of manifest: Manifest) -> JSONValue {
        .members([
            "apiVersion": "v3.1.0", "kind": "DataContract",
            "id": .string(SideFiles.name("share", manifest.reference.rawValue)),
            "version": .string("\(manifest.version).0.0"), "name": .string(manifest.title),
            "status": .string(status(manifest.status)),
            "domain": .text(manifest.spoke?.name),
            "description": .members([
                "purpose": .text(manifest.purpose), "limitations": .text(manifest.onwardSharing),
                "authoritativeDefinitions": definitions(manifest),
            ]),
            "schema": .array(datasets(of: manifest)),
            "slaProperties": sla(manifest),
            "contractCreatedTs": .string(manifest.issued.description),
        ])
    }

    /// In the words that the standard gives as examples.
    private static func status(_ status: Manifest.Status) -> String {
        switch status {
        case .proposed: "proposed"
        case .agreed: "draft"
        case .inForce, .inherited: "active"
        case .suspended, .expired: "deprecated"
        case .ended, .withdrawn, .refused: "retired"
        }
    }

    private static func definitions(_ manifest: Manifest) -> JSONValue? {
        let laws = manifest.gateways.compactMap { gateway in
            gateway.address.map {
                ["url": .string($0), "type": "legalGateway", "description": .string(gateway.name)] as JSONValue
            }
        }
        return laws.isEmpty ? nil : .array(laws)
    }

    private static func datasets(of manifest: Manifest) -> [JSONValue] {
        FieldList.datasets(of: manifest).map { dataset in
            .members([
                "name": .string(dataset.name), "logicalType": "object",
                "properties": .array(
                    dataset.fields.map { field in
                        .members([
                            "name": .string(field.name), "businessName": .string(field.item.name),
                            "logicalType": "string", "required": false,
                            "classification": .string(field.classification),
                            "description": .text(field.item.justification),
                        ])
                    }),
            ])
        }
    }

    private static func sla(_ manifest: Manifest) -> JSONValue? {
        var properties: [JSONValue] = []
        if let frequency = manifest.frequency {
            properties.append(["property": "frequency", "value": .string(frequency.name)])
        }
        if let retention = manifest.retention {
            properties.append(["property": "retention", "value": .string(retention.duration ?? retention.statement)])
        }
        if let end = manifest.end {
            properties.append(["property": "endOfSupport", "value": .string(end.description)])
        }
        return properties.isEmpty ? nil : .array(properties)
    }
}
