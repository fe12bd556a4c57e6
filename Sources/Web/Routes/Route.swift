package import Shares

/// Every address of the site: the pattern that the router knows and the links that pages give.
package enum Route: Hashable, Sendable {
    case home
    case register(RegisterQuery)
    /// The register as a file, in the columns of the native register.
    case registerFile(RegisterQuery)
    case share(ShareReference)
    /// As at the end of a day; today where none is given.
    case report(asAt: Day?)
    case workflows
    case stylesheet

    /// What the router matches; `{reference}` is one percent-encoded segment.
    package enum Pattern: String, CaseIterable, Sendable {
        case home = "/"
        case register = "/shares"
        case registerFile = "/shares.csv"
        case share = "/shares/{reference}"
        case report = "/report"
        case workflows = "/workflows"
        case stylesheet = "/assets/concordat.css"
    }

    package var pattern: Pattern {
        switch self {
        case .home: .home
        case .register: .register
        case .registerFile: .registerFile
        case .share: .share
        case .report: .report
        case .workflows: .workflows
        case .stylesheet: .stylesheet
        }
    }

    /// The path and query of a link.
    package var path: String {
        switch self {
        case .home, .workflows, .stylesheet: pattern.rawValue
        case .register(let query), .registerFile(let query): pattern.rawValue + query.items.queryText
        case .share(let reference): Pattern.register.rawValue + "/" + PercentText.segment(reference.rawValue)
        case .report(let day): pattern.rawValue + (day.map { [("as-at", $0.description)] } ?? []).queryText
        }
    }
}
