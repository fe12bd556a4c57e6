/// What is agreed: who shares what with whom, for what, under which law, how, and for how long.
///
/// The headings are those of the ICO's Data Sharing Code, "What should a data sharing agreement contain?".
package struct Terms: Hashable, Sendable, Codable {
    package var title: String
    package var parties: [Party]
    package var purpose: String
    package var publicBenefit: String?
    /// The data domain that answers for the share.
    package var spoke: Stated?
    /// The domain that the words suggested when a register was read that states none; never an assignment.
    package var suggestedSpoke: String?
    package var items: [DataItem]
    package var subjects: [Stated]
    /// Legal powers to disclose.
    package var gateways: [Stated]
    package var lawfulBases: [LawfulBasisCitation]
    package var frequency: Stated?
    package var volume: String?
    package var channel: Stated?
    package var channelSecurity: String?
    package var classification: Stated?
    /// Handling markings beside the classification: `SENSITIVE`, `PERSONAL DATA`.
    package var handling: [String]
    package var retention: Retention?
    package var disposal: Stated?
    package var transfers: [InternationalTransfer]
    /// True where it is stated that data does not leave the United Kingdom; nil where nothing is stated but `transfers`.
    package var staysInUK: Bool?
    package var onwardSharing: String?
    package var startDate: StatedDay?
    package var endDate: StatedDay?
    package var reviewDate: StatedDay?
    package var agreementType: Stated?
    /// The umbrella agreement that this one stands under.
    package var parentAgreement: String?
    /// Where people exercise their rights and complain.
    package var rightsContact: String?
    package var contact: String?
    /// What is said in words alone (necessity, costs), by field name; and what a register said beyond the fields of this
    /// model, by its own column names.
    package var other: [String: String]

    package init(title: String, parties: [Party], purpose: String = "", items: [DataItem] = []) {
        self.title = title
        self.parties = parties
        self.purpose = purpose
        self.items = items
        subjects = []
        gateways = []
        lawfulBases = []
        handling = []
        transfers = []
        other = [:]
    }
}

extension Terms {
    package var providers: [Party] { parties.filter { $0.part == .provider } }
    package var recipients: [Party] { parties.filter { $0.part == .recipient } }
    package var processors: [Party] { parties.filter { $0.part == .processor } }

    package func bases(_ article: LawfulBasisCitation.Article) -> [LawfulBasisCitation] {
        lawfulBases.filter { $0.article == article }
    }

    package var specialCategoryItems: [DataItem] { items.filter { $0.specialCategory != nil } }
    package var criminalOffenceItems: [DataItem] { items.filter(\.isCriminalOffenceData) }
}
