/// An organisation's part in a share.
package struct Party: Hashable, Sendable, Codable {
    package enum Part: String, Hashable, Sendable, Codable, CaseIterable {
        case provider, recipient, processor
    }

    /// Who decides on purposes and means: UK GDPR Articles 4(7), 4(8), 26 and 28.
    package enum Controllership: String, Hashable, Sendable, Codable, CaseIterable {
        case controller
        case jointController = "joint-controller"
        case processor
    }

    /// No term: an organisation that the reference data does not know, to be confirmed or merged by the hub.
    package var organisation: Stated
    package var part: Part
    package var controllership: Controllership?

    package init(_ organisation: Stated, as part: Part, controllership: Controllership? = nil) {
        self.organisation = organisation
        self.part = part
        self.controllership = controllership
    }
}
