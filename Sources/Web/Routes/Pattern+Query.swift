import Shares

/// What the address of a page may ask for beside its path: an answer to a part of a question would be taken for the whole.
extension Route.Pattern {
    /// The names that may stand in the query; nil where the page judges its query by itself.
    private var asks: [String]? {
        switch self {
        // What the register is searched for is told beside its form.
        case .register, .registerFile: nil
        case .reference:
            [ReferencePage.fileField, ReferencePage.textField, ReferencePage.stateField, ReferencePage.beforeField]
        case .share: ["done"]
        case .act: ["section", "part", "question"]
        case .report, .reportFile, .board, .boardFile: ["as-at"]
        case .boardPack: [BoardPackForm.spoke, BoardPackForm.format, BoardPackForm.annexes]
        case .redundancy: ["page", "done"]
        case .audit: ["share", "by", "from", "until", "before", "read-before"]
        case .auditPack: ["share"]
        case .map, .mapFile: ["from", "to"]
        case .versions: [VersionsPage.fromField, VersionsPage.toField]
        case .data: ["item"]
        case .people: ["id"]
        case .outbox: ["page"]
        case .handOver: [HandOverPage.Field.from.rawValue]
        case .exchange: [ExchangePage.waitingField, ExchangePage.takenField]
        case .webhooks: [WebhooksPage.numberField]
        case .apiKeys: [APIKeysPage.doneField]
        case .manifest: ["form", "version"]
        case .documents: [DocumentsPage.nameField, DocumentsPage.formatField, DocumentsPage.agreementField]
        case .signIn: ["next", SignInPage.lostField]
        case .home, .redundancyGroup, .workflows, .signOut, .openID, .openIDBegin, .work, .propose, .views, .help,
            .glossary, .away, .accessibility, .hub, .importRegister, .tryWorkflows, .tryTemplate, .redundancyFile,
            .verify, .certificates, .certificatesFile, .contacts, .stylesheet:
            []
        }
    }

    /// Those of them whose value is a number of the record.
    private static let numbers: Set<String> = [
        "before", "read-before", "done", WebhooksPage.numberField, ReferencePage.stateField,
    ]

    /// Throws `WrongAddress` where a query asks for what the page does not answer.
    func check(_ query: String) throws {
        guard let items = [(String, String)](query: query) else { throw UnreadableAddress() }
        guard let asks else { return }
        for (name, value) in items {
            let shown = name.shortened(to: 40)
            guard asks.contains(name) else {
                throw WrongAddress.notUnderstood(
                    asks.isEmpty
                        ? "This page is asked nothing, and the address has “\(shown)”."
                        : "This page is not asked for “\(shown)”: it takes \(asks.joined(separator: ", ")).")
            }
            if let found = ForbiddenCharacters.first(in: value) {
                throw WrongAddress.notUnderstood("“\(shown)” holds the character \(found), which no name here holds.")
            }
            if Self.numbers.contains(name), !value.isEmpty, Int(value).map({ $0 < 0 }) ?? true {
                throw WrongAddress.notUnderstood("“\(shown)” is a number, such as 20.")
            }
        }
        for (name, values) in Dictionary(grouping: items, by: \.0) where values.count > 1 {
            throw WrongAddress.notUnderstood("“\(name.shortened(to: 40))” is asked for twice.")
        }
    }
}
