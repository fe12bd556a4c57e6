/// A council's name taken apart: `camden` and what sort of council the writer said it is.
struct CouncilName: Hashable, Sendable {
    /// The place alone.
    let place: String
    /// A county council and a district of the same place are two bodies.
    let saysCounty: Bool
    /// Some other sort was named: city, borough, district.
    let saysOther: Bool

    /// What may stand before the place, with the space after it.
    private static let prefixes = [
        "london borough of ", "royal borough of ", "metropolitan borough of ", "borough council of ", "borough of ",
        "city and county of ", "city of ", "county of ", "lbc of ", "lb of ", "lb ",
    ]
    private static let county: Set<String> = ["county"]
    private static let other: Set<String> = [
        "borough", "city", "district", "metropolitan", "bc", "mbc", "mdc", "dc", "lb", "boro", "lbc", "rbc",
    ]
    private static let plain: Set<String> = ["council", "cc", "ua", "la", "local", "authority", "unitary"]

    /// Nil where nothing but the place is left out, that is, where no word of a council is in the key.
    init?(key: String) {
        var saysCounty = false
        var saysOther = false
        var rest = key
        for prefix in Self.prefixes where key.utf8.starts(with: prefix.utf8) {
            rest = String(Substring(key.utf8.dropFirst(prefix.utf8.count)))
            saysCounty = prefix == "county of "
            saysOther = !saysCounty
            break
        }
        var words = TermIndex.words(ofKey: rest)
        var changed = rest != key
        while let last = words.last, words.count > 1 {
            if Self.county.contains(last) {
                saysCounty = true
            } else if Self.other.contains(last) {
                saysOther = true
            } else if !Self.plain.contains(last) {
                break
            }
            words.removeLast()
            changed = true
        }
        guard changed, !words.isEmpty else { return nil }
        place = words.joined(separator: " ")
        self.saysCounty = saysCounty
        self.saysOther = saysOther
    }

    /// Whether both can be names of one council: a county is never a city, borough or district.
    func agrees(with written: CouncilName) -> Bool {
        !(saysCounty && written.saysOther && !written.saysCounty) && !(saysOther && !saysCounty && written.saysCounty)
    }
}
