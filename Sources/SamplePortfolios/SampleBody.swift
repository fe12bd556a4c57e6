/// An organisation with what a clerk may write for it, worked out once.
struct SampleBody: Sendable {
    let name: String
    /// What stands in titles: the abbreviation where there is one, a council's bare place name, else the name.
    let short: String
    /// Other spellings that a register may hold.
    let spellings: [String]

    init(_ organisation: SampleOrganisation) {
        name = organisation.name
        // Lists of aliases also hold lower-case keys that nobody writes down.
        let written = organisation.spellings.filter { spelling in
            guard let first = spelling.unicodeScalars.first else { return false }
            return spelling.utf8.count > 1 && !first.properties.isLowercase && spelling != organisation.name
        }
        if organisation.kind == "local-authority" {
            short = SampleBody.place(of: organisation.name)
            // "Leeds CC" and the like are in use but are nobody's official alias: leave them to the lists.
            spellings = written.filter { $0.utf8.count > 4 }
        } else {
            short =
                written.first { $0.utf8.count <= 6 && $0.unicodeScalars.allSatisfy { $0.properties.isUppercase } }
                ?? organisation.name
            spellings = written
        }
    }

    /// "Leeds" for Leeds City Council, "Camden" for London Borough of Camden.
    private static func place(of name: String) -> String {
        var place = Substring(name)
        for prefix in ["London Borough of ", "Royal Borough of ", "City of ", "Council of the "]
        where place.utf8.starts(with: prefix.utf8) {
            place = place.dropFirst(prefix.count)
        }
        for suffix in [
            " Metropolitan Borough Council", " Metropolitan District Council", " County Borough Council",
            " Borough Council", " District Council", " City Council", " County Council", " Council",
        ] where place.utf8.reversed().starts(with: suffix.utf8.reversed()) {
            return String(place.dropLast(suffix.count))
        }
        return String(place)
    }
}
