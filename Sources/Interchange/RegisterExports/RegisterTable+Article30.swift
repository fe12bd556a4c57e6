internal import Shares

extension RegisterTable {
    /// The record of processing activities that the department keeps as a controller: UK GDPR Article 30(1)(a) to (g), a line for
    /// each share under way, and what the ICO's own template for it asks beside them. It is for the Commissioner on request
    /// (Article 30(4)), and is not published.
    package static func processingRecord(_ keeper: RegisterKeeper) -> RegisterTable {
        RegisterTable(
            columns: controllers(keeper) + processing + recipients(keeper) + transfers + safekeeping + beside(keeper)
        ) { entry in
            guard entry.isUnderWay else { return .notAgreed }
            guard entry.mayHavePersonalData else { return .noPersonalData }
            let ours = entry.manifest.parties.filter { keeper.covers($0) }
            return ours.contains { $0.isController(in: entry.manifest) } ? nil : .notController
        }
    }

    /// Article 30(1)(a).
    private static func controllers(_ keeper: RegisterKeeper) -> [Column] {
        [
            .text("reference", "The reference of the share.") { $0.manifest.reference.rawValue },
            .text("processing-activity", "The title.") { $0.manifest.title },
            .text("controller", "The department: Article 30(1)(a).") { _ in keeper.organisation.name },
            .list("controller-contact", "Its address and contact: (a).", isNeeded: true) { _ in
                [keeper.particulars?.address, keeper.particulars?.contact]
            },
            .list("joint-controllers", "The other parties that decide with it, with their contact: (a), Article 26.") {
                entry in
                entry.manifest.parties.filter { $0.controllership == .jointController && !keeper.covers($0) }
                    .map { keeper.withContact($0) }
            },
            .text("representative", "Only a controller outside the United Kingdom has one: (a), Article 27.") { _ in
                "None: established in the United Kingdom"
            },
            .text("data-protection-officer", "How to reach them: (a).", isNeeded: true) { _ in
                keeper.particulars?.dataProtectionOfficer
            },
        ]
    }

    /// Article 30(1)(b) and (c).
    private static let processing: [Column] = [
        .text("purposes", "Article 30(1)(b).", isNeeded: true) { $0.manifest.purpose },
        .list("categories-of-data-subjects", "Article 30(1)(c).", isNeeded: true) {
            $0.manifest.dataSubjects.map(\.name)
        },
        .list(
            "categories-of-personal-data", "The data items that are not known to be about nobody: (c).", isNeeded: true
        ) {
            $0.manifest.dataItems.filter { $0.isPersonal != false }.map(\.name)
        },
        .list("special-categories", "Which special categories the items reveal: (c), Article 9.") {
            $0.manifest.dataItems.compactMap(\.specialCategory)
        },
        .list("criminal-offence-data", "The items about convictions and offences: (c), Article 10.") {
            $0.manifest.dataItems.filter(\.isCriminalOffenceData).map(\.name)
        },
    ]

    /// Article 30(1)(d).
    private static func recipients(_ keeper: RegisterKeeper) -> [Column] {
        [
            .list(
                "categories-of-recipients",
                "Who receives from the department, processors included, and what is said of passing on: (d).",
                isNeeded: true
            ) { entry in
                let manifest = entry.manifest
                let others = (manifest.recipients + manifest.processors).filter { !keeper.covers($0) }.map(\.name)
                let onward = manifest.onwardSharing.map { ["Onward sharing: \($0)"] } ?? []
                let all = others + onward
                return all.isEmpty && !manifest.recipients.isEmpty ? ["None outside the department"] : all
            }
        ]
    }

    /// Article 30(1)(e), and 30(2)(c).
    static let transfers: [Column] = [
        .list(
            "transfers-to-third-countries",
            "Each country that is stated, outside the United Kingdom: (e), or (c) of a processor. Empty: nobody stated any."
        ) { $0.manifest.transfers.map(\.country) },
        .list("safeguards-of-transfers", "Country by country: Articles 46 and 49.") {
            $0.manifest.transfers.map { "\($0.country): \($0.safeguard?.name ?? "none stated")" }
        },
    ]

    /// Article 30(1)(f) and (g).
    private static let safekeeping: [Column] = [
        .list("time-limits-for-erasure", "How long the data is kept, and how it is disposed of: (f).", isNeeded: true) {
            [$0.manifest.retention?.statement, $0.manifest.disposal?.name]
        },
        securityMeasures,
    ]

    /// Article 30(1)(g), and 30(2)(d).
    static let securityMeasures = Column.list(
        "security-measures",
        "How what travels is protected, classification and handling: (g), or (d) of a processor; Article 32(1).",
        isNeeded: true
    ) {
        let channel = $0.manifest.channel
        return [channel?.name, channel?.security, $0.manifest.classification?.name] + $0.manifest.handling
    }

    private static func beside(_ keeper: RegisterKeeper) -> [Column] {
        [
            .list("lawful-basis", "Article 6, as each party relies on it.", isNeeded: true) { $0.bases(.lawfulness) },
            .list("special-category-condition", "Article 9.") { $0.bases(.specialCategory) },
            .list("criminal-offence-condition", "Article 10.") { $0.bases(.criminalOffence) },
            .list("legal-gateway", "The powers to disclose.") { $0.manifest.gateways.map(\.name) },
            .list("source", "Who provides the data, other than the department.") { entry in
                entry.manifest.providers.filter { !keeper.covers($0) }.map(\.name)
            },
            .text("status", "Where the share stands.") { $0.manifest.status.rawValue },
            .text("start-date", "The first day.") { $0.manifest.start?.description },
            .text("end-date", "The last day.") { $0.manifest.end?.description },
        ]
    }
}

extension PortfolioEntry {
    /// `6(1)(e) Public task (provider)`.
    func bases(_ article: LawfulBasisCitation.Article) -> [String] {
        manifest.lawfulBases.filter { $0.article == article }.map { basis in
            ([basis.citation, basis.name, basis.party.map { "(\($0.rawValue))" }] as [String?]).compactMap { $0 }
                .joined(separator: " ")
        }
    }
}

extension Manifest {
    var parties: [Party] { providers + recipients + processors }
}

extension Manifest.Party {
    /// What is stated of it, or else that providers and recipients decide for themselves and processors do not.
    func isController(in manifest: Manifest) -> Bool {
        switch controllership {
        case .controller, .jointController: true
        case .processor: false
        case nil: (manifest.providers + manifest.recipients).contains(self)
        }
    }
}
