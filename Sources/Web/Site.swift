package import Casework
package import Hummingbird
import Interchange
import Ledger
package import Logging
package import OpenID
import Shares
import Workflows

/// The pages, served: the program and every test build them here.
package struct Site: Sendable {
    let office: Office
    let logger: Logger
    let cookie: SessionCookie
    let attemptCookie: AttemptCookie
    let isBehindTLS: Bool
    /// Through which people sign in; nil where passwords alone are taken.
    let openID: OpenIDProvider?
    /// Where webhooks may lead though it is not public.
    let networks: [InternetNetwork]
    let clients: ClientAddress
    /// How an attempt to sign in is made to wait.
    package var pause: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    package let publication: Publication?
    let shareParts = ShareParts()
    let registerParts = RegisterParts()
    let signInLane = SignInLane()
    let portfolios = KeptParts<PortfolioReport>(most: 4 << 20)
    let boards = KeptParts<BoardPage.Part>(most: 4 << 20)
    let workLists = KeptParts<WorkPage.Part>(most: 8 << 20)
    /// How long the whole of what somebody sends may take.
    package var longestSending = Duration.seconds(20)

    /// `isBehindTLS`: browsers reach the pages through TLS only, so that cookies are sent no other way. Manifests are published
    /// where somebody signs them. `proxies` are believed about whom they speak for.
    package init(
        office: Office, isBehindTLS: Bool = false, publication: Publication? = nil, openID: OpenIDProvider? = nil,
        networks: [InternetNetwork] = [],
        proxies: [InternetNetwork] = [], logger: Logger = Logger(label: "concordat.web")
    ) {
        self.office = office
        self.isBehindTLS = isBehindTLS
        self.publication = publication
        self.logger = logger
        self.openID = openID
        self.networks = networks
        clients = ClientAddress(proxies: proxies)
        cookie = SessionCookie(isSecure: isBehindTLS)
        attemptCookie = AttemptCookie(isSecure: isBehindTLS)
    }

    /// Every route with what answers it, behind what holds for all of them.
    package var router: Router<PageContext> {
        let router = Router(context: PageContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: RequestLog(logger: logger))
        router.add(middleware: SecurityHeaders())
        router.add(middleware: RequestRules())
        router.add(middleware: PlainProblems(logger: logger))
        router.add(middleware: OnlySignedIn(office: office, cookie: cookie))
        addAPI(to: router)
        addOpenID(to: router)
        for pattern in Route.Pattern.pages {
            router.get(RouterPath(pattern.rawValue)) { request, context in
                let place = Place(context.parameters, query: request.uri.query ?? "")
                let visitor = context.visitor
                try pattern.check(place.query)
                return try await offTheEventLoops { try answer(to: pattern, place, for: visitor) }.response
            }
        }
        for pattern in Route.Pattern.forms {
            router.post(RouterPath(pattern.rawValue)) { request, context in
                let place = Place(context.parameters, query: request.uri.query ?? "")
                let takesFiles = Route.Pattern.withFiles.contains(pattern)
                if takesFiles, pattern != .verify, let id = context.visitor?.person.id {
                    // A file is not read of whom it is not for.
                    try await offTheEventLoops { try maySend(to: pattern, id) }
                }
                let form = try await PostedForm.read(
                    request, of: pattern == .signIn ? nil : context.visitor, withFiles: takesFiles,
                    within: longestSending)
                if pattern == .verify, let visitor = context.visitor {
                    return try await VerifyPage(visitor: visitor).taken(form, by: office, under: publication).response
                }
                if pattern == .signIn {
                    let id = PersonID((form["id"] ?? "").trimmed)
                    let delay = try await offTheEventLoops { try office.signInDelay(as: id) }
                    if delay > .zero { try await pause(delay) }
                    let address = clients.of(request, over: context.connectedFrom)
                    return try await signInLane.run {
                        try signIn(form, next: next(in: place.query), from: address, ending: context.token)
                    }.response
                }
                return try await offTheEventLoops { try taken(form, by: pattern, place, in: context) }.response
            }
        }
        return router
    }

    /// What an address says beside its pattern.
    struct Place: Sendable {
        var reference: String?
        var machine: String?
        var command: String?
        var group: String?
        var set: String?
        var number: String?
        var query: String

        init(_ parameters: Parameters, query: String) {
            reference = parameters.get("reference")
            machine = parameters.get("machine")
            command = parameters.get("command")
            group = parameters.get("group")
            set = parameters.get("set")
            number = parameters.get("number")
            self.query = query
        }

        /// Throws `UnreadableAddress` where it is not percent-encoded UTF-8.
        func share() throws -> ShareReference {
            guard let text = PercentText.decoded(reference ?? "") else { throw UnreadableAddress() }
            return ShareReference(TermsReader.normalised(text))
        }

        /// Throws `UnreadableAddress` where it is not percent-encoded UTF-8.
        func groupReference() throws -> String {
            guard let text = PercentText.decoded(group ?? "") else { throw UnreadableAddress() }
            return text
        }

        /// Throws `APIProblem` where there is no such set.
        func questionSet() throws -> String {
            guard let set, QuestionSet.names.contains(set) else {
                throw APIProblem(.notFound, "The sets of questions are \(QuestionSet.names.joined(separator: ", ")).")
            }
            return set
        }

        func action() throws -> (Machine, CommandName) {
            guard let machine = machine.flatMap({ Machine(rawValue: $0) }), let command else {
                throw NoSuchCommand()
            }
            guard let command = PercentText.decoded(command) else { throw UnreadableAddress() }
            return (machine, CommandName(rawValue: command))
        }
    }

    private func answer(to pattern: Route.Pattern, _ place: Place, for visitor: Visitor?) throws -> Answer {
        switch pattern {
        case .stylesheet:
            return Answer(contentType: "text/css; charset=utf-8", bytes: Array(Stylesheet.site.text.utf8))
        case .signIn:
            var page = try signInPage(next: next(in: place.query))
            page.hasLostForm = ([(String, String)](query: place.query) ?? []).contains { $0.0 == SignInPage.lostField }
            return Answer(page.html)
        case .help: return Answer(HelpPage(visitor: visitor).html)
        case .glossary: return Answer(GlossaryPage(visitor: visitor).html)
        case .accessibility: return Answer(AccessibilityPage(visitor: visitor).html)
        default:
            guard let visitor else { return .redirect(to: .signIn(next: nil)) }
            return try page(pattern, place, for: visitor)
        }
    }

    private func page(_ pattern: Route.Pattern, _ place: Place, for visitor: Visitor) throws -> Answer {
        switch pattern {
        case .home: return Answer(try PortfolioPage.load(from: office, for: visitor).html(keeping: portfolios))
        case .work: return Answer(try WorkPage.load(from: office, for: visitor).html(keeping: workLists))
        case .register:
            let page = try RegisterPage.load(from: office, query: place.query, for: visitor)
            return Answer(page.html(keeping: registerParts), status: page.problems.isEmpty ? .ok : .badRequest)
        case .registerFile: return try registerFile(place.query, for: visitor)
        case .share:
            return Answer(
                try SharePage.load(
                    from: office, place.share(), query: place.query, for: visitor, parts: shareParts
                ).html)
        case .act:
            let (machine, command) = try place.action()
            return Answer(
                try ActPage.load(from: office, place.share(), machine, command, query: place.query, for: visitor).html)
        case .propose: return Answer(ProposePage(visitor: visitor, reference: try office.reference()).html)
        case .report:
            let page = try ReportPage.load(from: office, query: place.query, for: visitor)
            return Answer(page.html, status: page.asked.problem == nil ? .ok : .badRequest)
        case .redundancy:
            return Answer(try RedundancyPage.load(from: office, query: place.query, for: visitor).html)
        case .redundancyGroup:
            return Answer(try RedundancyGroupPage.load(from: office, place.groupReference(), for: visitor).html)
        case .board:
            let page = try BoardPage.load(from: office, query: place.query, for: visitor)
            return Answer(page.html(keeping: boards), status: page.asked.problem == nil ? .ok : .badRequest)
        case .map: return Answer(try MapPage.load(from: office, query: place.query, for: visitor).html)
        case .audit:
            let page = try AuditPage.load(from: office, query: place.query, for: visitor)
            return Answer(page.html, status: page.problems.isEmpty ? .ok : .badRequest)
        case .auditPack: return try evidence(place.query, for: visitor)
        case .hub: return Answer(try HubPage.load(from: office, for: visitor).html)
        case .importRegister: return Answer(try ImportPage.load(from: office, for: visitor).html)
        case .people: return Answer(try PeoplePage.load(from: office, query: place.query, for: visitor).html)
        case .outbox: return Answer(try OutboxPage.load(from: office, query: place.query, for: visitor).html)
        case .handOver: return Answer(try HandOverPage.load(from: office, query: place.query, for: visitor).html)
        case .reference: return Answer(try ReferencePage.load(from: office, query: place.query, for: visitor).html)
        case .tryWorkflows: return Answer(try TryWorkflowsPage.load(from: office, for: visitor).html)
        case .tryTemplate: return Answer(try TryTemplatePage.load(from: office, for: visitor).html)
        case .reportFile, .boardFile, .mapFile, .redundancyFile: return try figures(pattern, place.query, for: visitor)
        case .boardPack: return try pack(place.query, for: visitor)
        case .workflows: return Answer(try WorkflowsPage.load(from: office, for: visitor).html)
        case .away: return Answer(try AwayPage.load(from: office, for: visitor).html)
        case .versions:
            let page = try VersionsPage.load(from: office, place.share(), query: place.query, for: visitor)
            return Answer(page.html, status: page.problems.isEmpty ? .ok : .badRequest)
        case .data:
            let item = [(String, String)](query: place.query)?.first { $0.0 == "item" }?.1.trimmed.nonEmpty
            return try item.map { Answer(try DataUsePage.load(from: office, $0.shortened(to: 200), for: visitor).html) }
                ?? Answer(try DataPage.load(from: office, for: visitor).html)
        case .exchange: return Answer(try ExchangePage.load(from: office, query: place.query, for: visitor).html)
        case .verify: return Answer(VerifyPage(visitor: visitor).html)
        case .certificates: return Answer(try CertificatesPage.load(from: office, publication, for: visitor).html)
        case .certificatesFile:
            let page = try CertificatesPage.load(from: office, publication, for: visitor)
            return Answer(
                contentType: "application/x-pem-file", bytes: Array(page.pem.utf8), fileName: "certificates.pem")
        case .webhooks: return Answer(try WebhooksPage.load(from: office, query: place.query, for: visitor).html)
        case .apiKeys: return Answer(try APIKeysPage.load(from: office, query: place.query, for: visitor).html)
        case .manifest: return try manifestPage(place, for: visitor)
        case .documents: return try documents(place, for: visitor)
        case .contacts: return Answer(try ContactsPage.load(from: office, place.share(), for: visitor).html)
        case .signIn, .signOut, .openID, .openIDBegin, .views, .stylesheet, .help, .glossary, .accessibility:
            return .redirect(to: .work)
        }
    }

    /// Throws `Refusal`, which says what it is, for whomever a form with a file is not for.
    private func maySend(to pattern: Route.Pattern, _ id: PersonID) throws {
        switch pattern {
        case .tryTemplate: try office.isHub(id, toSee: TryTemplatePage.what)
        case .tryWorkflows: try office.isHub(id, toSee: TryWorkflowsPage.what)
        default: try office.mayImport(id)
        }
    }

    private func evidence(_ query: String, for visitor: Visitor) throws -> Answer {
        let share = AuditQuery(query).share
        do {
            let archive = try office.evidenceArchive(
                about: share.isEmpty ? nil : ShareReference(TermsReader.normalised(share)), as: visitor.person.id)
            return Answer(contentType: "application/zip", bytes: archive, fileName: "evidence.zip")
        } catch let large as EvidenceTooLarge {
            return Answer(ProblemPage.tooLarge(large).html, status: .contentTooLarge)
        }
    }

    /// The shares that the register's filter finds, in the columns of the native register.
    private func registerFile(_ text: String, for visitor: Visitor) throws -> Answer {
        let spokes = try office.reference().spokes.all.map(\.id)
        let (query, problems) = RegisterQuery.read(text, spokes: Set(spokes))
        guard problems.isEmpty else {
            return Answer(
                ProblemPage.badRequest(problems.map(\.message).joined(separator: " ")).html, status: .badRequest)
        }
        var bytes = Array(NativeRegister.header().utf8)
        try office.forEachRegisterLine(where: query.search.filters(on: office.today) + visitor.person.reach.filters) {
            bytes.append(contentsOf: $0.utf8)
        }
        return Answer(contentType: "text/csv; charset=utf-8", bytes: bytes, fileName: "shares.csv")
    }

    func next(in query: String) -> NextPage? {
        [(String, String)](query: query)?.first { $0.0 == "next" }.flatMap { NextPage($0.1) }
    }
}
