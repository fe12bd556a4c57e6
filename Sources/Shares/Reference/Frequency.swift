/// How often data flows.
package struct Frequency: Term, Hashable {
    package static let file = "frequencies.json"
    package static let array = "frequencies"

    package let id: String
    package let name: String
    package let aliases: [String]
    /// 0 one-off, 1 ad hoc, 2 annual, 3 quarterly, 4 monthly, 5 weekly, 6 daily, 7 real time; what lies between has the
    /// nearest of these.
    package let step: Int
    /// The `freq:` term of the UK Cross-Government Metadata Exchange Model, where it has one.
    package let ukmem: String?

    package var spellings: [String] { [name] + aliases }
}
