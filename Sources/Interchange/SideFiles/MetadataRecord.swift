internal import JSONValues
internal import Shares

/// The datasets of a share as records of the UK Cross-Government Metadata Exchange Model (its class `Dataset`), for the data
/// catalogues of other departments.
struct MetadataRecord {
    let manifest: Manifest
    let keeper: RegisterKeeper

    /// What the model asks and the share, or what is known of the department, does not have; empty: there is a record.
    var gaps: [MetadataGap] {
        var gaps: [MetadataGap] = []
        if manifest.dataItems.isEmpty { gaps.append(.items) }
        if frequency == nil { gaps.append(.frequency) }
        if classification == nil { gaps.append(.classification) }
        if mailbox == nil { gaps.append(.mailbox) }
        if manifest.issuer.id.map({ !isKnown($0) }) ?? true { gaps.append(.publisher) }
        if creators.isEmpty { gaps.append(.creator) }
        return gaps
    }

    /// A record for each dataset that the share names; none where something is wanting.
    var records: [JSONValue] {
        guard gaps.isEmpty else { return [] }
        return FieldList.datasets(of: manifest).map { record(of: $0) }
    }

    private func record(of dataset: FieldList.Dataset) -> JSONValue {
        let address = manifest.datasets.first { $0.name == dataset.name }?.address ?? manifest.shareAddress
        let isWhole = manifest.dataItems.allSatisfy { $0.dataset == nil }
        let title = isWhole ? manifest.title : "\(manifest.title): \(dataset.name)"
        return .members([
            "type": "dcat:Dataset",
            "identifier": .string(address),
            "title": .string(title),
            "description": .string(manifest.purpose ?? title),
            "keyword": .array(dataset.fields.map { .string($0.item.name) }),
            "theme": manifest.spoke.map { [.string($0.name)] },
            "publisher": .text(manifest.issuer.id),
            "creator": .array(creators.map(JSONValue.string)),
            "contactPoint": mailbox.map {
                ["contactName": .string(manifest.issuer.name), "email": .string($0)]
            },
            "updateFrequency": .text(frequency),
            "accessRights": "INTERNAL",
            "licence": "DATA_SHARE_AGREEMENT",
            "securityClassification": .text(classification),
            "modified": .string(manifest.issued.day.description),
            "version": .string(String(manifest.version)),
            "relatedResource": [.string(manifest.shareAddress)],
        ])
    }

    private func isKnown(_ id: String) -> Bool { keeper.reference.metadataOrganisations.contains(id) }

    private var creators: [String] { manifest.providers.compactMap(\.id).filter(isKnown) }

    private var frequency: String? {
        manifest.frequency?.id.flatMap { keeper.reference.frequencies[$0]?.ukmem }
    }

    /// Where none is stated it is OFFICIAL, as all government information is at least.
    private var classification: String? {
        guard let stated = manifest.classification else { return "OFFICIAL" }
        return stated.id.flatMap { keeper.reference.classifications[$0]?.ukmem }
    }

    private var mailbox: String? {
        [manifest.contact, keeper.particulars?.contact, manifest.rightsContact].compactMap { $0 }
            .first(where: Mailbox.isOne)
    }
}

/// What keeps a share from having a record of the UK Cross-Government Metadata Exchange Model.
package enum MetadataGap: String, Hashable, Sendable, CaseIterable {
    case items = "no data items"
    case frequency = "no frequency that the model has a term for"
    case classification = "a classification that was not understood"
    case mailbox = "no mailbox as contact, neither of the share nor of the department (party-particulars.json)"
    case publisher = "an issuer that the model does not know"
    case creator = "no provider that the model knows"
}
