/// The days on which a part of the United Kingdom does not work, weekends aside.
package struct BankHolidays: Decodable, Hashable, Sendable {
    /// The three parts that GOV.UK publishes bank holidays for.
    package enum Division: String, Codable, Sendable, CaseIterable {
        case englandAndWales = "england-and-wales"
        case scotland
        case northernIreland = "northern-ireland"
    }

    /// One holiday, on the day it is taken: a substitute where the day itself is a weekend.
    package struct Holiday: Decodable, Hashable, Sendable {
        package let date: Day
        package let name: String
    }

    package static let file = "bank-holidays.json"
    package static let array = "divisions"

    package let id: Division
    package let name: String
    package let holidays: [Holiday]
}
