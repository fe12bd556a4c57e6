internal import JSONValues
internal import Shares

extension Manifest.Entry {
    func json(type: JSONValue? = nil) -> JSONValue {
        .members(["@type": type, "id": .text(id), "name": .string(name)])
    }
}

extension Manifest.Party {
    func json(at address: String) -> JSONValue {
        .members([
            "@id": .string(address), "@type": "odrl:Party", "id": .text(id), "name": .string(name),
            "controllership": .text(controllership?.rawValue),
            "identifiers": .array(identifiers.map { ["scheme": .string($0.scheme), "value": .string($0.value)] }),
        ])
    }
}

extension Manifest.Gateway {
    var json: JSONValue {
        .members([
            "@type": "Gateway", "id": .text(id), "name": .string(name), "act": .text(act),
            "provision": .text(provision),
            "address": .text(address),
        ])
    }
}

extension Manifest.LawfulBasis {
    var json: JSONValue {
        .members([
            "@type": types, "article": .string(article.rawValue), "id": .text(id), "name": .string(name),
            "citation": .text(citation), "law": .text(law), "party": .text(party?.rawValue),
        ])
    }
}

extension Manifest.DataItem {
    func json(in datasets: [Manifest.Dataset]) -> JSONValue {
        .members([
            "@type": types, "id": .text(id), "name": .string(name), "dataset": .text(dataset),
            "partOf": .text(datasets.first { $0.name == dataset ?? "data" }?.address),
            "personal": isPersonal.map(JSONValue.bool), "specialCategory": .text(specialCategory),
            "criminalOffence": .bool(isCriminalOffenceData), "justification": .text(justification),
        ])
    }
}

extension Manifest.Channel {
    var json: JSONValue {
        .members([
            "id": .text(id), "name": .string(name), "style": .text(style?.rawValue), "security": .text(security),
        ])
    }
}

extension Manifest.Retention {
    var json: JSONValue {
        .members([
            "@type": "dpv:StorageCondition", "statement": .string(statement), "duration": .text(duration),
        ])
    }
}

extension Manifest.Transfer {
    var json: JSONValue {
        .members(["country": .string(country), "safeguard": safeguard?.json()])
    }
}

extension Manifest.StatedDate {
    var json: JSONValue {
        ["date": .string(which.rawValue), "text": .string(text)]
    }
}

extension Manifest.Agreement {
    var json: JSONValue {
        .members(["type": type?.json(), "parent": .text(parent)])
    }
}

extension Manifest.DataOwner {
    var json: JSONValue {
        .members(["name": .string(name), "appointed": .text(appointed?.description)])
    }
}

extension Manifest.Replacement {
    func json(of shareAddress: String) -> JSONValue {
        [
            "@id": .string("\(shareAddress)/version/\(version)"), "version": .number(version),
            "since": .string(since.description),
        ]
    }
}

extension Manifest.Origin {
    var json: JSONValue {
        .members([
            "kind": .string(kind.rawValue), "termsVersion": .number(termsVersion),
            "inForceSince": .text(inForceSince?.description), "source": .text(source),
        ])
    }
}

extension RegisterPosition {
    var json: JSONValue {
        [
            "@type": "RegisterPosition", "size": .number(size), "head": .string(head), "at": .string(at.description),
        ]
    }
}
