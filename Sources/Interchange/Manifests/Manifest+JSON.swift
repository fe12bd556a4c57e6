internal import Crypto
internal import JSONValues
internal import Shares

extension Manifest {
    /// SHA-256 over the canonical form (RFC 8785) of the content, in small hexadecimal digits.
    package var digest: String {
        Manifest.digest(of: content)
    }

    /// The JSON form: the content and its digest.
    static func document(of content: JSONValue, digest: String) -> JSONValue {
        guard var members = content.object else { return content }
        members["digest"] = stated(digest)
        return .object(members)
    }

    /// A digest as both forms have it.
    static func stated(_ digest: String) -> JSONValue { ["algorithm": "SHA-256", "value": .string(digest)] }

    static func digest(of content: JSONValue) -> String {
        hexadecimal(SHA256.hash(data: content.canonical()))
    }

    /// Two small hexadecimal digits a byte.
    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// All that the manifest says, without the digest: what it states, and what follows from that in the terms of DCAT, DPV
    /// and ODRL.
    var content: JSONValue { .object(content(under: SharePolicy(self))) }

    /// The members of `content`, with the policy that follows from the manifest.
    func content(under policy: SharePolicy?) -> [String: JSONValue] {
        let datasets = datasets
        return JSONValue.present([
            "@context": ManifestNames.context,
            "@id": .string(address),
            "@type": ["Manifest", "dpv:Process"],
            "format": .number(Manifest.format),
            "version": .number(version),
            "status": .string(status.rawValue),
            "activity": status.activity,
            "issued": .string(issued.description),
            "issuer": issuer.json(),
            "reference": .string(reference.rawValue),
            "title": .string(title),
            "spoke": spoke?.json(),
            "providers": json(of: providers, as: .provider),
            "recipients": json(of: recipients, as: .recipient),
            "processors": json(of: processors, as: .processor),
            "purpose": purpose.map {
                ["@id": .string(purposeAddress), "@type": "dpv:Purpose", "description": .string($0)]
            },
            "publicBenefit": .text(publicBenefit),
            "gateways": .array(gateways.map(\.json)),
            "lawfulBases": .array(lawfulBases.map(\.json)),
            "dataItems": .array(dataItems.map { $0.json(in: datasets) }),
            "dataSubjects": .array(dataSubjects.map { $0.json(type: "dpv:DataSubject") }),
            "frequency": frequency?.json(),
            "volume": .text(volume),
            "channel": channel?.json,
            "classification": classification?.json(),
            "handling": .array(handling.map(JSONValue.string)),
            "retention": retention?.json,
            "disposal": disposal?.json(type: "dpv:StorageDeletion"),
            "transfers": .array(transfers.map(\.json)),
            "onwardSharing": .text(onwardSharing),
            "validity": .members([
                "@type": "dct:PeriodOfTime", "start": .text(start?.description), "end": .text(end?.description),
            ]),
            "reviewDate": .text(reviewDate?.description),
            "statedDates": .array(statedDates.map(\.json)),
            "agreement": agreement?.json,
            "dataOwner": dataOwner?.json,
            "rightsContact": .text(rightsContact),
            "contact": .text(contact),
            "origin": origin.json,
            "replacedBy": replacedBy?.json(of: shareAddress),
            "previousVersion": version > 1 ? .string("\(shareAddress)/version/\(version - 1)") : nil,
            "register": register.json,
            "datasets": json(of: datasets, under: policy),
            "policy": policy?.json,
        ])
    }

    private func json(of parties: [Party], as part: Shares.Party.Part) -> JSONValue {
        .array(zip(parties, addresses(of: parties, as: part)).map { $0.json(at: $1) })
    }
}

extension JSONValue {
    /// An object of those members that have a value.
    static func members(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue { .object(present(members)) }

    /// Those members that have a value.
    static func present(_ members: KeyValuePairs<String, JSONValue?>) -> [String: JSONValue] {
        var object: [String: JSONValue] = [:]
        object.reserveCapacity(members.count)
        for (name, value) in members {
            if let value { object[name] = value }
        }
        return object
    }

    static func text(_ text: String?) -> JSONValue? {
        text.map(JSONValue.string)
    }
}
