internal import JSONValues
package import Shares

/// What a partner is told of a version that was issued, as a CloudEvent 1.0 in structured JSON: that there is something to
/// fetch, and nothing of what it says.
package enum CloudEvent {
    package static let mediaType = "application/cloudevents+json"
    package static let issued = "example.concordat.manifest.issued"
    /// To whoever is no party any more: the version names the last that it was given.
    package static let withdrawn = "example.concordat.manifest.withdrawn"

    /// The same bytes for the same issue and body, however often it is sent.
    package static func bytes(of issue: Exchange.Issue, by issuer: Organisation, to body: String) -> [UInt8] {
        let manifest = issue.manifest
        let isDropped = issue.dropped.contains(body)
        let version = issue.version(givenTo: body)
        let event: JSONValue = [
            "specversion": "1.0", "id": .string("\(issue.number)"), "type": .string(isDropped ? withdrawn : issued),
            "source": .string(SideFiles.name("organisation", issuer.id)),
            "subject": .string(manifest.share.rawValue), "time": .string(issue.at.description),
            "datacontenttype": "application/json",
            "data": .members([
                "reference": .string(manifest.share.rawValue), "version": .number(version),
                "statement": isDropped ? nil : .string(manifest.statement),
                "manifest": .string(
                    "/api/manifests/\(SideFiles.percentEncoded(manifest.share.rawValue))/versions/\(version)"),
            ]),
        ]
        return event.canonical()
    }
}
