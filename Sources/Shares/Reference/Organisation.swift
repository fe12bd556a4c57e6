/// A body that provides or receives data, with the names it goes and went by.
package struct Organisation: Term, Hashable {
    /// What sort of body it is, where the law or a gateway makes a difference of it.
    package enum Kind: String, Codable, Sendable, CaseIterable {
        case ministerialDepartment = "ministerial-department"
        case nonMinisterialDepartment = "non-ministerial-department"
        case executiveAgency = "executive-agency"
        case ndpb
        case publicCorporation = "public-corporation"
        case localAuthority = "local-authority"
        case devolved, nhs, police, regulator, charity, company, university, other
    }

    /// A closed body is still named by old registers, and its successor answers for its shares.
    package enum Status: String, Codable, Sendable {
        case live, closed
    }

    package static let file = "organisations.json"
    package static let array = "organisations"

    /// The GOV.UK slug where there is one.
    package let id: String
    package let name: String
    package let abbreviations: [String]
    package let aliases: [String]
    package let formerNames: [String]
    package let kind: Kind
    package let status: Status
    package let parent: String?
    /// Of a closed body: who took over all or most of its functions.
    package let successor: String?
    /// Of a closed body whose functions were divided: who took over the rest.
    package let otherSuccessors: [String]?
    package let nation: Nation?
    /// Codes of other registers, by the register's name: `gss`, `local-authority-code`, `government-organisation`.
    package let codes: [String: String]?

    /// The part of the United Kingdom that it serves, where that is not all of it.
    package enum Nation: String, Codable, Sendable {
        case england, scotland, wales
        case northernIreland = "northern-ireland"
    }

    package var spellings: [String] {
        [name] + abbreviations + aliases + formerNames + (codes ?? [:]).map { "\($0.key):\($0.value)" }.sorted()
    }

    package static func key(_ text: String) -> String { OrganisationName.key(text) }
}
