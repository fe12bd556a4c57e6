internal import JSONValues

/// The names that both forms of a manifest use, and what they mean.
enum ManifestNames {
    /// Our own terms, in XML and (with `#`) as linked data: the domain is one of those that RFC 6761 keeps free for ever, so
    /// that the names belong to nobody and an installation can lead them to its own.
    static let namespace = "https://concordat.example/ns/2026/manifest"

    /// The context of the JSON-LD form: terms of DCAT 3, Dublin Core, DPV 2.2 and ODRL where there are any, and our own.
    static let context: JSONValue = [
        "@version": 1.1,
        "@vocab": .string(namespace + "#"),
        "dcat": "http://www.w3.org/ns/dcat#",
        "dct": "http://purl.org/dc/terms/",
        "dpv": "https://w3id.org/dpv#",
        "odrl": "http://www.w3.org/ns/odrl/2/",
        "pd": "https://w3id.org/dpv/pd#",
        "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
        "id": "dct:identifier",
        "name": "rdfs:label",
        "title": "dct:title",
        "reference": "dct:identifier",
        "description": "dct:description",
        "version": "dcat:version",
        "issuer": "dct:publisher",
        "issued": ["@id": "dct:issued", "@type": "xsd:dateTime"],
        "status": ["@type": "@vocab"],
        "activity": ["@id": "dpv:hasActivityStatus", "@type": "@vocab"],
        "providers": ["@id": "dpv:hasDataSource", "@container": "@set"],
        "recipients": ["@id": "dpv:hasRecipient", "@container": "@set"],
        "processors": ["@id": "dpv:hasDataProcessor", "@container": "@set"],
        "controllership": [
            "@type": "@vocab",
            "@context": [
                "controller": "dpv:DataController",
                "joint-controller": "dpv:JointDataControllers",
                "processor": "dpv:DataProcessor",
            ],
        ],
        "purpose": "dpv:hasPurpose",
        "lawfulBases": ["@id": "dpv:hasLegalBasis", "@container": "@set"],
        "gateways": ["@container": "@set"],
        "address": ["@id": "rdfs:seeAlso", "@type": "@id"],
        "dataItems": ["@id": "dpv:hasData", "@container": "@set"],
        "partOf": ["@id": "dct:isPartOf", "@type": "@id"],
        "specialCategory": [
            "@type": "@vocab",
            "@context": [
                "health": "pd:Health", "ethnicity": "pd:EthnicOrigin", "religion": "pd:ReligiousBelief",
                "politics": "pd:PoliticalOpinion", "union": "pd:TradeUnionMembership", "genetic": "pd:Genetic",
                "biometric": "pd:Biometric", "sex-life": "pd:Sexual", "orientation": "pd:SexualPreference",
            ],
        ],
        "dataSubjects": ["@id": "dpv:hasDataSubject", "@container": "@set"],
        "frequency": "dct:accrualPeriodicity",
        "retention": "dpv:hasStorageCondition",
        "disposal": "dpv:hasStorageCondition",
        "security": "dpv:hasTechnicalMeasure",
        "duration": "dpv:hasDuration",
        "start": ["@id": "dcat:startDate", "@type": "xsd:date"],
        "end": ["@id": "dcat:endDate", "@type": "xsd:date"],
        "reviewDate": ["@type": "xsd:date"],
        "appointed": ["@type": "xsd:date"],
        "inForceSince": ["@type": "xsd:date"],
        "replacedBy": "dct:isReplacedBy",
        "since": ["@type": "xsd:date"],
        "previousVersion": ["@id": "dcat:previousVersion", "@type": "@id"],
        "kind": ["@type": "@vocab"],
        "at": ["@type": "xsd:dateTime"],
        "datasets": ["@container": "@set"],
        "publisher": ["@id": "dct:publisher", "@type": "@id", "@container": "@set"],
        "distribution": ["@id": "dcat:distribution", "@container": "@set"],
        "accessService": "dcat:accessService",
        "hasPolicy": ["@id": "odrl:hasPolicy", "@type": "@id"],
        "policy": ["@id": "odrl:hasPolicy", "@context": policy],
    ]

    /// Inside a policy: the terms of the ODRL vocabulary under the names that its own JSON has.
    private static let policy: JSONValue = [
        "@vocab": "http://www.w3.org/ns/odrl/2/",
        "uid": "@id",
        "type": "@type",
        "assigner": ["@type": "@id", "@container": "@set"],
        "assignee": ["@type": "@id", "@container": "@set"],
        "target": ["@type": "@id", "@container": "@set"],
        "permission": ["@container": "@set"],
        "prohibition": ["@container": "@set"],
        "obligation": ["@container": "@set"],
        "constraint": ["@container": "@set"],
        "action": ["@type": "@vocab"],
        "leftOperand": ["@type": "@vocab"],
        "operator": ["@type": "@vocab"],
    ]
}
