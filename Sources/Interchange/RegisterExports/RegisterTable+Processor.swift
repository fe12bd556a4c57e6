internal import Shares

extension RegisterTable {
    /// The record that the department keeps of what it processes for others: UK GDPR Article 30(2)(a) to (d), a line for each share
    /// under way in which it, or an agency of its, is a processor.
    package static func processorRecord(_ keeper: RegisterKeeper) -> RegisterTable {
        RegisterTable(
            columns: processor(keeper) + processing(keeper) + transfers + [securityMeasures]
        ) { entry in
            guard entry.isUnderWay else { return .notAgreed }
            guard entry.mayHavePersonalData else { return .noPersonalData }
            let ours = entry.manifest.parties.filter { keeper.covers($0) }
            return ours.contains { !$0.isController(in: entry.manifest) } ? nil : .notProcessor
        }
    }

    /// Article 30(2)(a).
    private static func processor(_ keeper: RegisterKeeper) -> [Column] {
        [
            .text("reference", "The reference of the share.") { $0.manifest.reference.rawValue },
            .text("processing-activity", "The title.") { $0.manifest.title },
            .text("processor", "The department: Article 30(2)(a).") { _ in keeper.organisation.name },
            .list("processor-contact", "Its address and contact: (a).", isNeeded: true) { _ in
                [keeper.particulars?.address, keeper.particulars?.contact]
            },
            .text("data-protection-officer", "How to reach them: (a).", isNeeded: true) { _ in
                keeper.particulars?.dataProtectionOfficer
            },
            .list(
                "controllers", "For whom it processes, with their contact and data protection officer: (a).",
                isNeeded: true
            ) { entry in
                entry.manifest.parties.filter { $0.isController(in: entry.manifest) && !keeper.covers($0) }
                    .map { keeper.withContact($0) }
            },
        ]
    }

    /// Article 30(2)(b).
    private static func processing(_ keeper: RegisterKeeper) -> [Column] {
        [
            .text("categories-of-processing", "What is done for them: the purpose, (b).", isNeeded: true) {
                $0.manifest.purpose
            },
            .list("categories-of-personal-data", "The data items that are not known to be about nobody.") {
                $0.manifest.dataItems.filter { $0.isPersonal != false }.map(\.name)
            },
        ]
    }
}

extension RegisterKeeper {
    /// A party with what is known of how to reach it.
    func withContact(_ party: Manifest.Party) -> String {
        let known = party.id.flatMap { reference.partyParticulars[$0] }
        return ([party.name] + [known?.address, known?.contact, known?.dataProtectionOfficer].compactMap { $0 })
            .joined(separator: ", ")
    }
}
