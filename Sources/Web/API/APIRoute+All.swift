import Hummingbird
import JSONValues

extension APIRoute {
    /// Every address for programs, in the order of the description.
    package static let all: [APIRoute] =
        [describe] + ofShares + acting + ofPortfolio + ofRedundancy + published + ofExchange + ofCertificates
        + ofPeople + ofOutbox + ofRules + ofTrials + ofAudit + ofViews + ofAway + ofKeys

    static let describe = APIRoute(
        .get, "openapi.json", "describe", "This description", scopes: [], answer: .json(.description),
        .itself { _, _, _ in Answer(json: OpenAPIDocument.json) })

    /// The methods that an address takes; none where there is no such address.
    static func methods(at path: String) -> [HTTPRequest.Method] {
        let segments = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        let here = all.filter { $0.matches(segments) }.map(\.method)
        return here.contains(.get) ? here + [.head] : here
    }

    private func matches(_ segments: [Substring.UTF8View]) -> Bool {
        let pattern = path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        return pattern.count == segments.count
            && zip(pattern, segments).allSatisfy { $0.first == UInt8(ascii: "{") || $0.elementsEqual($1) }
    }
}
