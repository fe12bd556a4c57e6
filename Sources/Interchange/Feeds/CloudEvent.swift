internal import JSONValues
package import Shares

/// What a partner is told of a version that was issued, as a CloudEvent 1.0 in structured JSON: that there is something to
/// fetch, and nothing of what it says.
package enum CloudEvent {
    package static let mediaType = "application/cloudevents+json"
    package static let issued = "example.concordat.manifest.issued"

    /// The same bytes for the same issue, however often it is sent.
    package static func bytes(of issue: Exchange.Issue, by issuer: Organisation) -> [UInt8] {
        let manifest = issue.manifest
        let event: JSONValue = [
            "specversion": "1.0", "id": .string("\(issue.number)"), "type": .string(issued),
            "source": .string(SideFiles.name("organisation", issuer.id)),
            "subject": .string(manifest.share.rawValue), "time": .string(issue.at.description),
            "datacontenttype": "application/json",
            "data": [
                "reference": .string(manifest.share.rawValue), "version": .number(manifest.version),
                "statement": .string(manifest.statement),
                "manifest": .string(
                    "/api/manifests/\(SideFiles.percentEncoded(manifest.share.rawValue))/versions/\(manifest.version)"),
            ],
        ]
        return event.canonical()
    }
}
