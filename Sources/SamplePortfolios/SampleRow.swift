/// One row of the native register: the text of its seventeen cells, and what only the generator knows.
package struct SampleRow: Hashable, Sendable {
    package let reference: String
    package let title: String
    package let provider: String
    package let recipient: String
    package let purpose: String
    package let legalGateway: String
    package let lawfulBasis: String
    /// Separated by semicolons.
    package let dataItems: String
    /// Separated by semicolons.
    package let dataSubjects: String
    package let frequency: String
    package let transferMethod: String
    package let classification: String
    package let startDate: String
    package let endDate: String
    package let reviewDate: String
    package let dataOwner: String
    package let status: String

    /// The id of the flow that it is a share of. Not in the register.
    package let flow: String
    /// The ids of the bodies behind the names. Not in the register.
    package let providerID: String
    package let recipientID: String
    package let stage: SampleStage
    package let relation: SampleRelation

    /// The names of the columns, in order.
    package static let header = [
        "reference", "title", "provider", "recipient", "purpose", "legal_gateway", "lawful_basis", "data_items",
        "data_subjects", "frequency", "transfer_method", "classification", "start_date", "end_date", "review_date",
        "data_owner", "status",
    ]

    /// The cells in the order of the header.
    package var cells: [String] {
        [
            reference, title, provider, recipient, purpose, legalGateway, lawfulBasis, dataItems, dataSubjects,
            frequency,
            transferMethod, classification, startDate, endDate, reviewDate, dataOwner, status,
        ]
    }
}
