/// An attribute that shares carry, in the vocabulary that lets two shares be compared.
package struct DataItemTerm: Term, Hashable {
    /// The special categories of Article 9(1), UK GDPR.
    package enum Special: String, Codable, Sendable, CaseIterable {
        case health, ethnicity, religion, politics, union, genetic, biometric
        case sexLife = "sex-life"
        case orientation
    }

    package static let file = "data-items.json"
    package static let array = "items"

    package let id: String
    package let name: String
    package let aliases: [String]
    /// A heading to group by, such as `identity` or `housing`.
    package let category: String
    /// False for what says nothing about a living person.
    package let personal: Bool
    package let special: Special?
    /// Article 10: criminal convictions and offences.
    package let criminal: Bool?
    package let note: String?

    package var spellings: [String] { [name] + aliases }

    /// As written; without a hint of format in brackets (`DoB (dd/mm/yyyy)`); with `camelCase` parted; in the singular.
    package static func readings(of text: String) -> [String] {
        var readings = [key(text)]
        let bare = OrganisationName.bracketed(text)?.outside ?? text
        readings.append(key(bare))
        readings.append(key(CamelCase.parted(bare)))
        for reading in readings where reading.utf8.count > 3 && reading.utf8.last == UInt8(ascii: "s") {
            readings.append(String(reading.dropLast()))
        }
        return readings
    }
}
