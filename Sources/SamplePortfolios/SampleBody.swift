/// An organisation with what a clerk may write for it, worked out once.
struct SampleBody: Sendable {
    let id: String
    let name: String
    /// What stands in titles: the abbreviation where there is one, a council's bare place name, else the name.
    let short: String
    /// "HMRC"; nil for councils and for bodies without one of three to six letters.
    let abbreviation: String?
    /// Other spellings that a register may hold.
    let spellings: [String]

    init(_ organisation: SampleOrganisation) {
        id = organisation.id
        name = organisation.name
        let isCouncil = organisation.kind == "local-authority"
        // Lists of aliases also hold lower-case keys that nobody writes down.
        spellings = organisation.spellings.filter { spelling in
            guard let first = spelling.unicodeScalars.first, spelling != organisation.name else { return false }
            if first.properties.isLowercase || spelling.utf8.count < (isCouncil ? 5 : 2) { return false }
            // "Work and Pensions" alone is what is left when a search drops the front; a place name is not.
            return isCouncil || !SampleBody.key(organisation.name).hasSuffix(" " + SampleBody.key(spelling))
        }
        abbreviation = isCouncil ? nil : spellings.first(where: SampleBody.isAbbreviation)
        short =
            isCouncil ? SampleBody.place(of: organisation.name) : abbreviation ?? SampleBody.trading(organisation.name)
    }

    /// "HMRC" and "DfE": one word with two capitals at least.
    private static func isAbbreviation(_ spelling: String) -> Bool {
        let scalars = spelling.unicodeScalars
        return (3...6).contains(scalars.count) && scalars.allSatisfy(\.properties.isAlphabetic)
            && scalars.filter(\.properties.isUppercase).count >= 2
    }

    private static func key(_ name: String) -> String {
        name.lowercased().split(separator: " ").map { $0 == "&" ? "and" : String($0) }.joined(separator: " ")
    }

    /// "Leeds" for Leeds City Council, "Camden" for London Borough of Camden.
    private static func place(of name: String) -> String {
        let prefixes = ["London Borough of ", "Royal Borough of ", "City of "]
        let suffixes = [
            " Metropolitan Borough Council", " Metropolitan District Council", " County Borough Council",
            " Borough Council", " District Council", " City Council", " County Council", " Council",
        ]
        for prefix in prefixes where name.hasPrefix(prefix) { return String(name.dropFirst(prefix.count)) }
        for suffix in suffixes where name.hasSuffix(suffix) { return String(name.dropLast(suffix.count)) }
        return name
    }

    /// "Barclays Bank" for Barclays Bank plc.
    private static func trading(_ name: String) -> String {
        for suffix in [" UK plc", " plc", " Plc", " Ltd", " Limited"] where name.hasSuffix(suffix) {
            return String(name.dropLast(suffix.count))
        }
        return name
    }
}
