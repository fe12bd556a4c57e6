package import Casework
package import Hummingbird
import Interchange
import Ledger
package import Logging
import Shares

/// The pages, served: the program and every test build them here.
package struct Site: Sendable {
    private let office: Office
    let logger: Logger

    package init(office: Office, logger: Logger = Logger(label: "concordat.web")) {
        self.office = office
        self.logger = logger
    }

    /// Every route with what answers it, behind what holds for all of them.
    package var router: Router<PageContext> {
        let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(logger: logger))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: RequestRules())
        router.add(middleware: PlainProblems(logger: logger))
        for pattern in Route.Pattern.allCases {
            router.get(RouterPath(pattern.rawValue)) { request, context in
                let reference = context.parameters.get("reference")
                let query = request.uri.query ?? ""
                return try await offTheEventLoops {
                    try answer(to: pattern, reference: reference, query: query)
                }.response
            }
        }
        return router
    }

    private func answer(to pattern: Route.Pattern, reference: String?, query: String) throws -> Answer {
        switch pattern {
        case .home: return Answer(try PortfolioPage.load(from: office).html)
        case .register:
            let page = try RegisterPage.load(from: office, query: query)
            return Answer(page.html, status: page.problems.isEmpty ? .ok : .badRequest)
        case .registerFile: return try registerFile(query)
        case .share:
            guard let text = PercentText.decoded(reference ?? "") else { throw UnreadableAddress() }
            return Answer(try SharePage.load(from: office, ShareReference(TermsReader.normalised(text))).html)
        case .report:
            let page = try ReportPage.load(from: office, query: query)
            return Answer(page.html, status: page.problem == nil ? .ok : .badRequest)
        case .workflows: return Answer(try WorkflowsPage.load(from: office).html)
        case .stylesheet:
            return Answer(contentType: "text/css; charset=utf-8", bytes: Array(Stylesheet.site.text.utf8))
        }
    }

    /// The shares that the register's filter finds, in the columns of the native register.
    private func registerFile(_ text: String) throws -> Answer {
        let spokes = try office.reference().spokes.all.map(\.id)
        let (query, problems) = RegisterQuery.read(text, spokes: Set(spokes))
        guard problems.isEmpty else {
            return Answer(
                ProblemPage.badRequest(problems.map(\.message).joined(separator: " ")).html, status: .badRequest)
        }
        var bytes = Array(NativeRegister.header().utf8)
        try office.forEachRegisterLine(where: query.filters) { bytes.append(contentsOf: $0.utf8) }
        return Answer(contentType: "text/csv; charset=utf-8", bytes: bytes, fileName: "shares.csv")
    }
}
