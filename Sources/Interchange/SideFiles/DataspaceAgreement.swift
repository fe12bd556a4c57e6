internal import JSONValues
internal import Shares

/// A share as a contract agreement message of the Dataspace Protocol (2025-1), for connectors: an ODRL agreement in JSON-LD.
///
/// Permission: use for the purpose, in the validity, by the recipients. Prohibition: pass it on, where the terms speak of onward
/// sharing. Obligation: delete it after the retention, review by the day.
enum DataspaceAgreement {
    static let context = "https://w3id.org/dspace/2025/1/context.jsonld"

    static func message(of manifest: Manifest) -> JSONValue {
        let share = manifest.shareAddress
        return [
            "@context": [.string(context)],
            "@type": "ContractAgreementMessage",
            "providerPid": .string("\(share)/provider"),
            "consumerPid": .string("\(share)/consumer"),
            "agreement": .members([
                "@id": .string(manifest.address),
                "@type": "Agreement",
                "target": .string("\(share)/data"),
                "assigner": .string(first(of: manifest.providers, as: .provider, manifest)),
                "assignee": .string(first(of: manifest.recipients, as: .recipient, manifest)),
                "timestamp": .string(manifest.issued.description),
                "permission": [["action": "use", "constraint": .array(permissionConstraints(manifest))]],
                "prohibition": prohibitions(manifest),
                "obligation": obligations(manifest),
            ]),
        ]
    }

    /// The first party; the protocol has room for one, and the manifest names all.
    private static func first(of parties: [Manifest.Party], as part: Party.Part, _ manifest: Manifest) -> String {
        manifest.addresses(of: parties, as: part).first ?? ""
    }

    private static func constraint(_ left: String, _ operation: String, _ right: String) -> JSONValue {
        ["leftOperand": .string(left), "operator": .string(operation), "rightOperand": .string(right)]
    }

    private static func permissionConstraints(_ manifest: Manifest) -> [JSONValue] {
        var constraints: [JSONValue] = []
        if let purpose = manifest.purpose { constraints.append(constraint("purpose", "eq", purpose)) }
        if let start = manifest.start { constraints.append(constraint("dateTime", "gteq", "\(start)T00:00:00Z")) }
        if let end = manifest.end { constraints.append(constraint("dateTime", "lteq", "\(end)T23:59:59Z")) }
        return constraints
    }

    private static func prohibitions(_ manifest: Manifest) -> JSONValue? {
        guard let rule = manifest.onwardSharing else { return nil }
        // Passing on is no part of the permission; what the words make an exception of is for people to read.
        let words = ManifestNames.namespace + "#onwardSharing"
        return [["action": "distribute", "constraint": [constraint(words, "isNoneOf", rule)]]]
    }

    private static func obligations(_ manifest: Manifest) -> JSONValue? {
        var duties: [JSONValue] = []
        if let duration = manifest.retention?.duration {
            duties.append(["action": "delete", "constraint": [constraint("elapsedTime", "lteq", duration)]])
        }
        if let review = manifest.reviewDate {
            duties.append([
                "action": "reviewPolicy", "constraint": [constraint("dateTime", "lteq", "\(review)T23:59:59Z")],
            ])
        }
        return duties.isEmpty ? nil : .array(duties)
    }
}
