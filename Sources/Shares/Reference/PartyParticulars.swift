/// What an agreement says about a party beyond its name (ICO Data Sharing Code, “Who are the parties?”); each department
/// keeps it for the bodies that it shares with.
package struct PartyParticulars: Decodable, Hashable, Sendable {
    package static let file = "party-particulars.json"
    package static let array = "parties"

    /// The identifier of a body in `organisations.json`.
    package let organisation: String
    package let address: String?
    /// In the ICO's register of fee payers.
    package let icoRegistration: String?
    /// How to reach them: a post or a mailbox, seldom a person's name.
    package let dataProtectionOfficer: String?
    package let contact: String?

    package init(
        organisation: String, address: String? = nil, icoRegistration: String? = nil,
        dataProtectionOfficer: String? = nil, contact: String? = nil
    ) {
        self.organisation = organisation
        self.address = address
        self.icoRegistration = icoRegistration
        self.dataProtectionOfficer = dataProtectionOfficer
        self.contact = contact
    }

    private enum CodingKeys: String, CodingKey {
        case organisation, address, contact
        case icoRegistration = "ico_registration"
        case dataProtectionOfficer = "data_protection_officer"
    }
}
