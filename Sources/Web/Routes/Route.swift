package import Casework
package import Shares
package import Workflows

/// Every address of the site: the pattern that the router knows and the links that pages give.
package enum Route: Hashable, Sendable {
    case home
    case register(RegisterQuery)
    /// The register as a file, in the columns of the native register.
    case registerFile(RegisterQuery)
    case share(ShareReference)
    /// As at the end of a day; today where none is given.
    case report(asAt: Day?)
    /// Redundant shares, from a page of them on.
    case redundancy(page: Int)
    /// Shares that are found redundant together, by the reference of their group.
    case redundancyGroup(String)
    case workflows
    /// The record as a whole, and what is looked for in it.
    case audit(AuditQuery)
    /// The evidence as a file; of one share where its reference is not empty.
    case auditPack(String)
    /// What a governance board reviews; as at the end of a day, today where none is given.
    case board(asAt: Day?)
    /// Who shares with whom: all groups, or two of them opened.
    case map(opened: MapGroups?)
    case signIn(next: NextPage?)
    /// The same after a form was sent without a session: nothing of it was saved.
    case signInAgain(next: NextPage?)
    case signOut
    /// Where the sign-in provider sends people back to; and where they set out for it.
    case openID
    case openIDBegin(next: NextPage?)
    case work
    case propose
    /// Keeps and forgets questions asked of the register.
    case views
    /// A command of a machine, to be given to a share.
    case act(ShareReference, Machine, CommandName)
    /// A part of the questions that a command answers.
    case answer(ShareReference, Machine, CommandName, QuestionPart)
    /// Two versions of a share, compared; nil: the newest two.
    case versions(ShareReference, from: Int?, to: Int?)
    /// Where a data item goes; all items in use where none is named.
    case data(item: String?)
    /// What each page is for; from a topic on.
    case help(HelpTopic?)
    case glossary
    /// Who acts for whoever looks while they are away.
    case away
    case accessibility
    /// One part of the terms, to be edited.
    case edit(ShareReference, TermsSection)
    /// What the hub looks after.
    case hub
    /// A register, tried out and loaded.
    case importRegister
    /// The people, and one of them to be changed.
    case people(PersonID?)
    /// The letters that wait.
    case outbox(page: Int)
    /// The work of somebody, given to another.
    case handOver(from: PersonID?)
    /// The reference data; a file of it by its name, how it was in a state of it, or its states before one.
    case reference(file: String?, state: Int? = nil, before: Int? = nil)
    /// A workflow or an overlay, tried out.
    case tryWorkflows
    /// A template of a document, tried out on a share.
    case tryTemplate
    /// The figures of pages as files.
    case reportFile(asAt: Day?)
    case boardFile(asAt: Day?)
    /// The board's pack, as its form asks for it.
    case boardPack
    case mapFile(opened: MapGroups?)
    case redundancyFile
    /// What was issued to whoever looks, and what waits for their receipt.
    case exchange
    /// The same with later pages of its two lists.
    case exchangePage(waiting: Int, taken: Int)
    /// Where a manifest is judged, and acknowledged.
    case verify
    /// What manifests are verified with; and the same as a file.
    case certificates
    case certificatesFile
    /// Where partners are told; and the log of one.
    case webhooks(Int?)
    case apiKeys
    /// The manifests of a share.
    case manifest(ShareReference)
    /// One of them in one form; the one that holds where no version is named.
    case manifestFile(ShareReference, PublishedForm, version: Int?)
    /// The documents of a share; one made anew; and one as it was frozen for signature, by its number.
    case documents(ShareReference)
    case document(ShareReference, String, NativeFormat)
    case frozenText(ShareReference, Int)
    /// Whom to turn to about a share.
    case contacts(ShareReference)
    case stylesheet

    /// What the router matches; `{reference}` is one percent-encoded segment.
    package enum Pattern: String, CaseIterable, Sendable {
        case home = "/"
        case register = "/shares"
        case registerFile = "/shares.csv"
        case share = "/shares/{reference}"
        case report = "/report"
        case redundancy = "/redundancy"
        case redundancyGroup = "/redundancy/{group}"
        case workflows = "/workflows"
        case audit = "/audit"
        case auditPack = "/audit/evidence.zip"
        case board = "/board"
        case map = "/map"
        case signIn = "/sign-in"
        case signOut = "/sign-out"
        case openID = "/sign-in/openid"
        case openIDBegin = "/sign-in/openid/begin"
        case work = "/work"
        case propose = "/propose"
        case views = "/views"
        case act = "/shares/{reference}/act/{machine}/{command}"
        case versions = "/shares/{reference}/versions"
        case data = "/data"
        case help = "/help"
        case glossary = "/glossary"
        case away = "/away"
        case accessibility = "/accessibility"
        case hub = "/hub"
        case importRegister = "/hub/import"
        case people = "/hub/people"
        case outbox = "/hub/outbox"
        case handOver = "/hub/hand-over"
        case reference = "/hub/reference"
        case tryWorkflows = "/hub/workflows"
        case tryTemplate = "/hub/templates"
        case reportFile = "/report.csv"
        case boardFile = "/board.csv"
        case boardPack = "/board/pack"
        case mapFile = "/map.csv"
        case redundancyFile = "/redundancy.csv"
        case exchange = "/exchange"
        case verify = "/exchange/verify"
        case certificates = "/exchange/certificates"
        case certificatesFile = "/exchange/certificates.pem"
        case webhooks = "/exchange/webhooks"
        case apiKeys = "/exchange/api-keys"
        case manifest = "/shares/{reference}/manifest"
        case documents = "/shares/{reference}/documents"
        case contacts = "/shares/{reference}/contacts"
        case stylesheet = "/assets/concordat.css"

        /// Nobody has to have signed in for these.
        static let open: Set<Pattern> = [
            .signIn, .openID, .openIDBegin, .stylesheet, .help, .glossary, .accessibility,
        ]
        /// These take what somebody sends with a form.
        static let forms: [Pattern] = [
            .signIn, .signOut, .propose, .views, .act, .redundancyGroup, .audit, .away, .importRegister, .people,
            .outbox, .handOver, .tryWorkflows, .tryTemplate, .verify, .webhooks, .apiKeys,
        ]
        /// Those of them that take files.
        static let withFiles: Set<Pattern> = [.importRegister, .tryWorkflows, .tryTemplate, .verify]
        /// These can be looked at, and are answered from what is here.
        static var pages: [Pattern] {
            allCases.filter { ![.signOut, .views, .openID, .openIDBegin].contains($0) }
        }
    }

    package var pattern: Pattern {
        switch self {
        case .home: .home
        case .register: .register
        case .registerFile: .registerFile
        case .share: .share
        case .report: .report
        case .redundancy: .redundancy
        case .redundancyGroup: .redundancyGroup
        case .workflows: .workflows
        case .audit: .audit
        case .auditPack: .auditPack
        case .board: .board
        case .map: .map
        case .signIn, .signInAgain: .signIn
        case .signOut: .signOut
        case .openID: .openID
        case .openIDBegin: .openIDBegin
        case .work: .work
        case .propose: .propose
        case .views: .views
        case .act, .edit, .answer: .act
        case .versions: .versions
        case .data: .data
        case .help: .help
        case .glossary: .glossary
        case .away: .away
        case .accessibility: .accessibility
        case .hub: .hub
        case .importRegister: .importRegister
        case .people: .people
        case .outbox: .outbox
        case .handOver: .handOver
        case .reference: .reference
        case .tryWorkflows: .tryWorkflows
        case .tryTemplate: .tryTemplate
        case .reportFile: .reportFile
        case .boardFile: .boardFile
        case .boardPack: .boardPack
        case .mapFile: .mapFile
        case .redundancyFile: .redundancyFile
        case .exchange, .exchangePage: .exchange
        case .verify: .verify
        case .certificates: .certificates
        case .certificatesFile: .certificatesFile
        case .webhooks: .webhooks
        case .apiKeys: .apiKeys
        case .manifest, .manifestFile: .manifest
        case .documents, .document, .frozenText: .documents
        case .contacts: .contacts
        case .stylesheet: .stylesheet
        }
    }

    /// The path and query of a link.
    package var path: String {
        switch self {
        case .home, .workflows, .signOut, .openID, .work, .propose, .views, .stylesheet, .glossary, .accessibility,
            .away, .hub, .importRegister, .tryWorkflows, .tryTemplate, .redundancyFile, .verify, .certificates,
            .certificatesFile, .apiKeys, .boardPack:
            pattern.rawValue
        case .exchange: pattern.rawValue
        case .exchangePage(let waiting, let taken):
            pattern.rawValue
                + [(ExchangePage.waitingField, waiting), (ExchangePage.takenField, taken)].filter { $0.1 > 1 }
                .map { ($0.0, String($0.1)) }.queryText
        case .webhooks(let number):
            pattern.rawValue + (number.map { [(WebhooksPage.numberField, String($0))] } ?? []).queryText
        case .manifest(let reference): Route.share(reference).path + "/manifest"
        case .manifestFile(let reference, let form, let version):
            Route.manifest(reference).path
                + ([("form", form.rawValue)] + (version.map { [("version", String($0))] } ?? [])).queryText
        case .contacts(let reference): Route.share(reference).path + "/contacts"
        case .documents(let reference): Route.share(reference).path + "/documents"
        case .document(let reference, let name, let format):
            Route.documents(reference).path
                + [(DocumentsPage.nameField, name), (DocumentsPage.formatField, format.rawValue)].queryText
        case .frozenText(let reference, let number):
            Route.documents(reference).path + [(DocumentsPage.agreementField, String(number))].queryText
        case .people(let person): pattern.rawValue + (person.map { [("id", $0.rawValue)] } ?? []).queryText
        case .handOver(let from):
            pattern.rawValue + (from.map { [(HandOverPage.Field.from.rawValue, $0.rawValue)] } ?? []).queryText
        case .reference(let file, let state, let before):
            pattern.rawValue
                + [
                    file.map { (ReferencePage.fileField, $0) }, state.map { (ReferencePage.stateField, String($0)) },
                    before.map { (ReferencePage.beforeField, String($0)) },
                ].compactMap { $0 }.queryText
        case .audit(let query): pattern.rawValue + query.items.queryText
        case .auditPack(let share): pattern.rawValue + (share.isEmpty ? [] : [("share", share)]).queryText
        case .register(let query), .registerFile(let query): pattern.rawValue + query.items.queryText
        case .map(let opened), .mapFile(let opened):
            pattern.rawValue + (opened.map { [("from", $0.from), ("to", $0.to)] } ?? []).queryText
        case .redundancy(let page), .outbox(let page):
            pattern.rawValue + (page > 1 ? [("page", String(page))] : []).queryText
        case .redundancyGroup(let group): Pattern.redundancy.rawValue + "/" + PercentText.segment(group)
        case .share(let reference): Pattern.register.rawValue + "/" + PercentText.segment(reference.rawValue)
        case .signIn(let next), .openIDBegin(let next):
            pattern.rawValue + (next.map { [("next", $0.path)] } ?? []).queryText
        case .signInAgain(let next):
            pattern.rawValue
                + ((next.map { [("next", $0.path)] } ?? []) + [(SignInPage.lostField, "form")]).queryText
        case .act(let reference, let machine, let command):
            Route.share(reference).path + "/act/" + machine.rawValue + "/" + PercentText.segment(command.rawValue)
        case .answer(let reference, let machine, let command, let part):
            Route.act(reference, machine, command).path + part.query.queryText
        case .versions(let reference, let from, let to):
            Route.share(reference).path + "/versions"
                + [(VersionsPage.fromField, from), (VersionsPage.toField, to)].compactMap { name, version in
                    version.map { (name, String($0)) }
                }.queryText
        case .data(let item): pattern.rawValue + (item.map { [("item", $0)] } ?? []).queryText
        case .help(let topic): pattern.rawValue + (topic.map { "#" + $0.rawValue } ?? "")
        case .edit(let reference, let section):
            Route.act(reference, .proposal, "edit").path + [("section", section.rawValue)].queryText
        case .report(let day), .board(let day), .reportFile(let day), .boardFile(let day):
            pattern.rawValue + AskedDay.query(day).queryText
        }
    }
}

/// Two groups of the map: from the bodies of one to those of the other.
package struct MapGroups: Hashable, Sendable {
    package var from: String
    package var to: String

    package init(from: String, to: String) {
        self.from = from
        self.to = to
    }
}
