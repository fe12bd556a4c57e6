internal import Shares

extension RegisterTable {
    /// The register for everybody: what is shared with whom, for what and under which law. It names no person, and says how data
    /// travels only in kind.
    package static func publicRegister(_ keeper: RegisterKeeper) -> RegisterTable {
        RegisterTable(columns: identity + parties + content + law + time) { keeper.reasonNotToPublish($0) }
    }

    private static let identity: [Column] = [
        .text("reference", "The reference of the share.") { $0.manifest.reference.rawValue },
        .text("title", "The title.") { $0.manifest.title },
        .text("status", "`agreed`, `in-force`, `inherited`, `suspended`, `expired` or `ended`.") {
            $0.manifest.status.rawValue
        },
    ]

    private static let parties: [Column] = [
        .list("providers", "The bodies that disclose.", isNeeded: true) { $0.manifest.providers.map(\.name) },
        .list("provider-ids", "Their identifiers: GOV.UK's name for them where there is one.") {
            $0.manifest.providers.compactMap(\.id)
        },
        .list("recipients", "The bodies that receive.", isNeeded: true) { $0.manifest.recipients.map(\.name) },
        .list("recipient-ids", "Their identifiers.") { $0.manifest.recipients.compactMap(\.id) },
        .list("processors", "The bodies that process for them.") { $0.manifest.processors.map(\.name) },
    ]

    private static let content: [Column] = [
        .text("purpose", "What the data is shared for.", isNeeded: true) { $0.manifest.purpose },
        .text("public-benefit", "What the public has of it.") { $0.manifest.publicBenefit },
        .list("data-items", "What is shared, item by item.", isNeeded: true) {
            $0.manifest.dataItems.map(\.name)
        },
        .list("special-categories", "Which special categories the items reveal.") {
            $0.manifest.dataItems.compactMap(\.specialCategory)
        },
        .text("criminal-offence-data", "`yes` where an item is about convictions or offences, else `no`.") {
            $0.manifest.dataItems.contains(where: \.isCriminalOffenceData) ? "yes" : "no"
        },
        .list("data-subjects", "Whom the data is about.", isNeeded: true) {
            $0.manifest.dataSubjects.map(\.name)
        },
        .text("frequency", "How often it flows.") { $0.manifest.frequency?.name },
        .text("method", "The kind of channel: `api`, `file`, `stream`, `query`, `email`, `physical` or `portal`.") {
            $0.manifest.channel?.style?.rawValue
        },
    ]

    private static let law: [Column] = [
        .list("legal-gateways", "The powers to disclose.", isNeeded: true) { $0.manifest.gateways.map(\.name) },
        .list("legal-gateway-addresses", "Where they are to be read on legislation.gov.uk.") {
            $0.manifest.gateways.compactMap(\.address)
        },
        .list("lawful-basis", "UK GDPR Article 6, as each party relies on it.", isNeeded: true) {
            $0.bases(.lawfulness)
        },
        .list("special-category-condition", "Article 9.") { $0.bases(.specialCategory) },
        .list("criminal-offence-condition", "Article 10.") { $0.bases(.criminalOffence) },
    ]

    private static let time: [Column] = [
        .text("retention", "How long it is kept: an ISO 8601 duration, or the words.") {
            $0.manifest.retention.map { $0.duration ?? $0.statement }
        },
        .list("transfers-outside-uk", "Each country.") { $0.manifest.transfers.map(\.country) },
        .text("start-date", "The first day.") { $0.manifest.start?.description },
        .text("end-date", "The last day.") { $0.manifest.end?.description },
        .text("review-date", "The day of the next review.") { $0.manifest.reviewDate?.description },
        .text("agreement-type", "The document that the parties signed.") { $0.manifest.agreement?.type?.name },
        .text("rights-contact", "Where people exercise their rights.") { $0.manifest.rightsContact },
        .text("changed", "The day on which the record of the share last changed.") { $0.changed.day.description },
    ]
}
