internal import Shares

extension RegisterTable {
    /// The act whose Part 5 the public register of information sharing agreements is kept under.
    static let digitalEconomyAct = "Digital Economy Act 2017"

    /// The 18 fields of the public register of information sharing agreements under Part 5 of the Digital Economy Act 2017, as
    /// GOV.UK Registers defined them in 2018. “Controllers” disclose there and “processors” receive.
    package static func informationSharingAgreements(_ keeper: RegisterKeeper) -> RegisterTable {
        RegisterTable(columns: identity + agreement + parties + dates(keeper) + areas(keeper)) {
            entry in
            let acts = entry.manifest.gateways.compactMap(\.act)
            return keeper.reasonNotToPublish(entry) ?? (acts.contains(digitalEconomyAct) ? nil : .otherLaw)
        }
    }

    private static let identity: [Column] = [
        .text("information-sharing-agreement-0001", "The reference.") { $0.manifest.reference.rawValue },
        .text("name", "The title.") { $0.manifest.title },
        .text("purpose", "What the information is shared for.", isNeeded: true) { $0.manifest.purpose },
        .text("information-sharing-benefits", "What the public has of it.", isNeeded: true) {
            $0.manifest.publicBenefit
        },
    ]

    private static let agreement: [Column] = [
        .list("legal-power-disclosure", "The powers of the Act, by name.", isNeeded: true) { entry in
            entry.manifest.gateways.filter { $0.act == digitalEconomyAct }.map(\.name)
        },
        .list("disclosed-information", "The data items.", isNeeded: true) { $0.manifest.dataItems.map(\.name) },
    ]

    private static let parties: [Column] = [
        .list("controllers", "Codes of the bodies that disclose, where the registers of bodies have them.") {
            codes(of: $0.manifest.providers)
        },
        .list("controller-names", "The bodies that disclose, by name.", isNeeded: true) {
            $0.manifest.providers.map(\.name)
        },
        .text("information-sharing-method", "How the information travels.", isNeeded: true) {
            $0.manifest.channel?.name
        },
        .list("processors", "Codes of the bodies that receive, those that process for them included.") {
            codes(of: $0.manifest.recipients + $0.manifest.processors)
        },
        .list("processor-names", "The bodies that receive, by name.", isNeeded: true) {
            ($0.manifest.recipients + $0.manifest.processors).map(\.name)
        },
    ]

    private static func dates(_ keeper: RegisterKeeper) -> [Column] {
        [
            .text(
                "retention-period", "How long it is kept, as an ISO 8601 duration; empty where the terms state none.",
                isNeeded: true
            ) { $0.manifest.retention?.duration },
            .text("start-date", "The first day.", isNeeded: true) { $0.manifest.start?.description },
            .text("end-date", "The last day.", isNeeded: true) { $0.manifest.end?.description },
            .text("review-date", "The day of the next review.", isNeeded: true) {
                $0.manifest.reviewDate?.description
            },
            .text(
                "contact",
                "Where people ask for their data: the contact for their rights, or the department's data protection officer.",
                isNeeded: true
            ) { $0.manifest.rightsContact ?? keeper.particulars?.dataProtectionOfficer },
        ]
    }

    private static func areas(_ keeper: RegisterKeeper) -> [Column] {
        @Sendable func bodies(_ entry: PortfolioEntry) -> [Organisation] {
            (entry.manifest.providers + entry.manifest.recipients).compactMap(\.id)
                .compactMap { keeper.reference.organisations[$0] }
        }
        return [
            .list("areas", "GSS codes of the councils that take part.") { entry in
                bodies(entry).map { body in body.codes?["gss"].map { "gss:\($0)" } }
            },
            .list(
                "area-names",
                "Those councils, and the nations that other parties serve; empty: all of the United Kingdom."
            ) { entry in
                bodies(entry).map { $0.kind == .localAuthority ? $0.name : $0.nation?.name }
            },
        ]
    }

    /// As the registers of bodies write a code: `government-organisation:D10`.
    private static func codes(of parties: [Manifest.Party]) -> [String?] {
        parties.map { party in
            for scheme in ["government-organisation", "information-sharing-agreement-specified-person-0001"] {
                if let code = party.identifiers.first(where: { $0.scheme == scheme }) {
                    return "\(scheme):\(code.value)"
                }
            }
            return nil
        }
    }
}

extension Organisation.Nation {
    fileprivate var name: String {
        switch self {
        case .england: "England"
        case .scotland: "Scotland"
        case .wales: "Wales"
        case .northernIreland: "Northern Ireland"
        }
    }
}
