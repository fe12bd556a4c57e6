internal import JSONValues
internal import Shares

/// The data of a share as an Open Data Contract Standard contract (3.1): one schema object for each dataset that it names.
enum DataContract {
    static func contract(of manifest: Manifest) -> JSONValue {
        .members([
            "apiVersion": "v3.1.0", "kind": "DataContract",
            "id": .string(manifest.shareAddress),
            "version": .string("\(manifest.version).0.0"), "name": .string(manifest.title),
            "status": .string(status(manifest.status)),
            "tenant": .string(manifest.issuer.id ?? manifest.issuer.name),
            "domain": .text(manifest.spoke?.name),
            "description": .members([
                "purpose": .text(manifest.purpose), "usage": .text(manifest.publicBenefit),
                "limitations": .text(manifest.onwardSharing),
                "authoritativeDefinitions": definitions(manifest),
            ]),
            "schema": .array(datasets(of: manifest)),
            "support": support(manifest),
            "slaProperties": sla(manifest),
            "customProperties": .array(custom(manifest)),
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

    /// Where to ask: the contact, and an address for it where it is a mailbox.
    private static func support(_ manifest: Manifest) -> JSONValue? {
        manifest.contact.map { contact in
            [
                .members([
                    "channel": .string(contact), "url": Mailbox.isOne(contact) ? .string("mailto:\(contact)") : nil,
                ])
            ]
        }
    }

    /// What the standard has no member for, and whoever takes the data must know: parties, law, classification, countries.
    private static func custom(_ manifest: Manifest) -> [JSONValue] {
        let properties: [(String, [String])] = [
            ("reference", [manifest.reference.rawValue]),
            ("providers", manifest.providers.map(\.name)),
            ("recipients", manifest.recipients.map(\.name)),
            ("processors", manifest.processors.map(\.name)),
            ("lawfulBases", manifest.lawfulBases.map { $0.citation ?? $0.name }),
            ("dataSubjects", manifest.dataSubjects.map(\.name)),
            ("securityClassification", [manifest.classification?.name].compactMap { $0 }),
            ("handling", manifest.handling),
            ("transfersOutsideUK", manifest.transfers.map(\.country)),
        ]
        return properties.filter { !$0.1.isEmpty }.map { name, values in
            [
                "property": .string(name),
                "value": values.count == 1 ? .string(values[0]) : .array(values.map(JSONValue.string)),
            ]
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
        if let start = manifest.start {
            properties.append(["property": "generalAvailability", "value": .string(start.description)])
        }
        if let end = manifest.end {
            properties.append(["property": "endOfSupport", "value": .string(end.description)])
        }
        return properties.isEmpty ? nil : .array(properties)
    }
}
